import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledge } from '../lib/constructs/acknowledge';
import type { FunctionNetwork } from '../lib/constructs/regional-function';
import { boundaryPolicy } from '../lib/controls/preventive/boundary';
import { ALL_CELL_ACTIONS } from '../lib/controls/preventive/cell-actions';
import { endpointPolicy } from '../lib/controls/preventive/endpoint-policy';
import { boundaryName } from '../lib/domain/cell';
import { CellStack, type CellStackProps } from './cell-stack';

/**
 * The walls of a cell: subnets without a route out, endpoints of the services that its functions call, and the boundary
 * that every role of the cell carries.
 */
export class NetworkStack extends CellStack {
  readonly functions: FunctionNetwork;
  readonly vpc: ec2.Vpc;

  constructor(scope: Construct, props: CellStackProps) {
    super(scope, 'Network', props, { description: 'isolated subnets, endpoints, and the boundary of every role' });
    const vpc = new ec2.Vpc(this, 'Vpc', {
      maxAzs: 2,
      natGateways: 0,
      createInternetGateway: false,
      // CDK would empty the default security group with a function of its own, whose log group is declared nowhere.
      // Nothing of ours is in that group, and it admits only its own members.
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [{ name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
    });
    acknowledge(vpc, {
      rules: [
        'AwsSolutions::AwsSolutions-VPC7',
        'NIST.800.53.R5::NIST.800.53.R5-VPCFlowLogsEnabled',
        'HIPAA.Security::HIPAA.Security-VPCFlowLogsEnabled',
      ],
      reason: 'the rule looks for a flow log in the same stack only',
      substitute: {
        control: 'the flow log of all traffic is in the Oversight stack, which holds what watches the cell',
        test: 'test/stacks/oversight.test.ts',
      },
      owner: 'platform',
      since: '2026-11-24',
    });
    acknowledge(vpc, {
      rules: [
        'NIST.800.53.R5::NIST.800.53.R5-VPCDefaultSecurityGroupClosed',
        'HIPAA.Security::HIPAA.Security-VPCDefaultSecurityGroupClosed',
      ],
      reason:
        "CloudFormation cannot empty a network's default security group, and the rule asks for it whatever the template says",
      substitute: {
        control:
          'functions and endpoints have security groups of their own, and nothing of the cell is in the default one',
        test: 'test/stacks/network.test.ts',
      },
      owner: 'platform',
      since: '2026-11-24',
    });
    this.vpc = vpc;

    const place = { region: this.home, account: props.account };
    const securityGroup = new ec2.SecurityGroup(this, 'Functions', {
      vpc,
      description: 'functions of the cell: TLS to endpoints, nothing in',
      allowAllOutbound: false,
    });
    // The subnets have no route beyond the endpoints; a prefix list would need a look-up in the account.
    securityGroup.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'endpoints, the only thing that is routed to');
    this.functions = { vpc, securityGroup };

    for (const service of ['dynamodb', 's3'] as const) {
      const endpoint = vpc.addGatewayEndpoint(service, {
        service: ec2.GatewayVpcEndpointAwsService[service === 's3' ? 'S3' : 'DYNAMODB'],
      });
      for (const statement of endpointPolicy(service, place))
        endpoint.addToPolicy(iam.PolicyStatement.fromJson(statement));
    }
    const inbound = new ec2.SecurityGroup(this, 'Endpoints', {
      vpc,
      description: 'interface endpoints: TLS from the cell, nothing out',
      allowAllOutbound: false,
    });
    inbound.addIngressRule(ec2.Peer.ipv4(ec2.Vpc.DEFAULT_CIDR_RANGE), ec2.Port.tcp(443), 'functions of the cell');
    for (const service of ['cognito-idp', 'kms', 'states'] as const) {
      const endpoint = vpc.addInterfaceEndpoint(service, {
        service: new ec2.InterfaceVpcEndpointService(`com.amazonaws.${this.home}.${service}`, 443),
        securityGroups: [inbound],
        privateDnsEnabled: true,
        open: false,
      });
      for (const statement of endpointPolicy(service, place))
        endpoint.addToPolicy(iam.PolicyStatement.fromJson(statement));
    }

    const boundary = new iam.ManagedPolicy(this, 'Boundary', {
      managedPolicyName: boundaryName(props.jurisdiction),
      description: 'the most that any role of this cell can do: what the cell needs, at home',
      document: iam.PolicyDocument.fromJson(boundaryPolicy(place, ALL_CELL_ACTIONS)),
    });
    acknowledge(boundary, {
      rules: ['AwsSolutions::AwsSolutions-IAM5[Resource::*]'],
      reason: 'a boundary grants nothing: it takes away, and what roles may touch is named in their own policies',
      owner: 'security',
      since: '2026-11-24',
    });

    for (const { subnetId } of vpc.isolatedSubnets) this.exportValue(subnetId);
    this.exportValue(securityGroup.securityGroupId);
    this.exportValue(vpc.vpcId);
  }
}
