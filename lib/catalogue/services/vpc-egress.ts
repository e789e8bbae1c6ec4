import { RESOURCE_OWNER_KEYS } from '../../domain/resource-owner';
import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const vpcEndpointPolicyOpen = defineChannel({
  id: 'vpc-endpoint-policy-open',
  title: 'VPC endpoints have a policy that says what may be reached through them',
  risk: "AWS gives an endpoint a policy that lets everybody reach everything of the service: a workload without a way to the internet can still write into a stranger's bucket or queue.",
  level: 'path',
  legitimate:
    'For networks in which nothing personal is worked with, such as those of build agents. An endpoint for a service that stores nothing for others, like STS, leaves less open than one for S3.',
  remediation: 'Give the endpoint a policy that names the resources, or that asks for aws:ResourceAccount.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html',
  ],

  proactive: {
    // The endpoint itself leads nowhere abroad, and most templates have one without a policy: it is pointed out.
    rules: [
      {
        types: ['AWS::EC2::VPCEndpoint'],
        path: 'PolicyDocument',
        kind: 'absence',
        reach: 'unknown',
        because: 'so AWS lets everything of the service be reached, whoever owns it',
        unless: {
          path: 'VpcEndpointType',
          // They take no policy of their own.
          is: ['GatewayLoadBalancer', 'Resource', 'ServiceNetwork', 'Tunnel'],
        },
        severity: 'info',
      },
      {
        types: ['AWS::EC2::VPCEndpoint'],
        path: 'PolicyDocument$.Statement[].Resource[]',
        kind: 'flag',
        opens: ['*'],
        reach: 'unknown',
        because: 'which is everything of the service, whoever owns it',
        unless: { path: 'PolicyDocument$.Statement[].Condition{}{key}', is: RESOURCE_OWNER_KEYS },
        when: { path: 'PolicyDocument$.Statement[].Effect', is: ['Allow'] },
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::EC2::VPCEndpoint', endpoint({})),
      exampleOf('AWS::EC2::VPCEndpoint', endpoint({ PolicyDocument: policy('Allow', '*') })),
      exampleOf(
        'AWS::EC2::VPCEndpoint',
        endpoint({ PolicyDocument: policy('Allow', '*', { Bool: { 'aws:SecureTransport': 'true' } }) }),
      ),
    ],
    compliant: [
      exampleOf(
        'AWS::EC2::VPCEndpoint',
        endpoint({ PolicyDocument: policy('Allow', '*', { StringEquals: { 'aws:ResourceAccount': '111122223333' } }) }),
      ),
      exampleOf('AWS::EC2::VPCEndpoint', endpoint({ PolicyDocument: policy('Allow', 'arn:aws:s3:::media/*') })),
      exampleOf('AWS::EC2::VPCEndpoint', endpoint({ PolicyDocument: policy('Deny', '*') })),
      exampleOf('AWS::EC2::VPCEndpoint', endpoint({ VpcEndpointType: 'GatewayLoadBalancer' })),
    ],
  },
  preventive: {
    strength: 'not-at-all',
    why: 'no condition key tells what the policy of an endpoint says. What the policy would refuse can be refused for the callers instead, by aws:ResourceAccount in a service control policy.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ModifyVpcEndpoint',
        recordedIn: 'source',
        opens: [
          { path: 'ModifyVpcEndpointRequest.ResetPolicy', kind: 'flag', opens: ['true'] },
          { path: 'ModifyVpcEndpointRequest.PolicyDocument', kind: 'presence' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeVpcEndpointsCommand',
        field: 'VpcEndpoints[].PolicyDocument',
        kind: 'text',
      },
    ],
  },
});

/** What a gateway of a template says of itself. It is a way out, and whether data takes it the flows of the assembly tell. */
const WAY_OUT = {
  reach: 'unknown',
  because: 'a way to every host of the internet, and to the public endpoints of every region',
  severity: 'info',
} as const;

export const vpcInternetEgress = defineChannel({
  id: 'vpc-internet-egress',
  aliases: ['internet-egress'],
  title: 'Networks in which personal data is worked with have no way to the internet',
  risk: 'Whatever runs in the network can send what it reads to any host, and to the endpoints of any region.',
  level: 'path',
  legitimate:
    'For networks in which no personal data is worked with: build agents, crawlers, proxies that pass named hosts only. Calls to a provider with a contract go by such a proxy.',
  remediation:
    'Put what reads personal data into subnets without a route to a gateway, and reach AWS by VPC endpoints.',
  references: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html',
  ],

  proactive: {
    // Nearly every network has such a gateway, and a gateway alone moves nothing: whether what reads a store has a route to
    // it is asked of the whole assembly, as a flow. Here it is pointed out only.
    rules: [
      {
        types: ['AWS::EC2::InternetGateway', 'AWS::EC2::EgressOnlyInternetGateway', 'AWS::EC2::CarrierGateway'],
        path: '',
        kind: 'presence',
        ...WAY_OUT,
      },
      {
        types: ['AWS::EC2::NatGateway'],
        path: 'ConnectivityType',
        kind: 'flag',
        closes: ['private'],
        opensWhenAbsent: true,
        ...WAY_OUT,
      },
    ],
    violating: [
      exampleOf('AWS::EC2::InternetGateway', {}),
      exampleOf('AWS::EC2::EgressOnlyInternetGateway', { VpcId: 'vpc-1' }),
      exampleOf('AWS::EC2::CarrierGateway', { VpcId: 'vpc-1' }),
      exampleOf('AWS::EC2::NatGateway', { SubnetId: 'subnet-1', AllocationId: 'eipalloc-1' }),
      exampleOf('AWS::EC2::NatGateway', { SubnetId: 'subnet-1', ConnectivityType: 'public' }),
    ],
    compliant: [
      exampleOf('AWS::EC2::NatGateway', { SubnetId: 'subnet-1', ConnectivityType: 'private' }),
      exampleOf('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16', EnableDnsSupport: true }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells a network of personal data from another. The declarative policy that blocks public access of VPCs is stronger than these denies: it holds for gateways that exist, and for roles that no service control policy binds.',
    denies: [
      {
        actions: [
          'ec2:AttachInternetGateway',
          'ec2:CreateCarrierGateway',
          'ec2:CreateEgressOnlyInternetGateway',
          'ec2:CreateInternetGateway',
          'ec2:CreateNatGateway',
          'ec2:CreateVpcBlockPublicAccessExclusion',
          'ec2:ModifyVpcBlockPublicAccessOptions',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'AttachInternetGateway',
        recordedIn: 'source',
        opens: [{ path: 'internetGatewayId', kind: 'presence' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateEgressOnlyInternetGateway',
        recordedIn: 'source',
        opens: [{ path: 'CreateEgressOnlyInternetGatewayRequest.VpcId', kind: 'presence' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateNatGateway',
        recordedIn: 'source',
        opens: [{ path: 'CreateNatGatewayRequest.SubnetId', kind: 'presence' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'ModifyVpcBlockPublicAccessOptions',
        recordedIn: 'source',
        opens: [
          {
            path: 'ModifyVpcBlockPublicAccessOptionsRequest.InternetGatewayBlockMode',
            kind: 'flag',
            opens: ['off', 'block-ingress'],
          },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeVpcBlockPublicAccessOptionsCommand',
        field: 'VpcBlockPublicAccessOptions.InternetGatewayBlockMode',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeInternetGatewaysCommand',
        field: 'InternetGateways[].Attachments[].VpcId',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeNatGatewaysCommand',
        field: 'NatGateways[].ConnectivityType',
        kind: 'flag',
      },
    ],
  },
});

/** The other end has no region of AWS, so nothing tells whether it is at home. */
const OTHER_END = {
  path: '',
  kind: 'presence',
  reach: 'unknown',
  severity: 'info',
} as const;

export const vpcVpnAndDirectConnect = defineChannel({
  id: 'vpc-vpn-and-direct-connect',
  aliases: ['vpn-direct-connect'],
  title: 'Private networks outside of AWS are joined only where they are known to be at home',
  risk: 'An office, a data centre or a laptop, wherever it is, gets routes into the VPC; a Direct Connect gateway belongs to no region and joins the VPCs of several.',
  level: 'path',
  legitimate:
    "For an office or a data centre whose country is known and is one in which these people's data may be read, by those who work there.",
  remediation: 'Record where the other end is, and have a Direct Connect gateway for each jurisdiction.',
  references: [
    'https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-gateways.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpnconnection.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-clientvpnendpoint.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-directconnect-directconnectgatewayassociation.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::EC2::VPNConnection'], because: 'and where the other end is, no template says', ...OTHER_END },
      {
        types: ['AWS::EC2::ClientVpnEndpoint'],
        because: 'and where people dial in from, no template says',
        ...OTHER_END,
      },
      {
        types: ['AWS::DirectConnect::DirectConnectGatewayAssociation'],
        because: 'which joins what may be joined with other regions as well',
        ...OTHER_END,
      },
    ],
    violating: [
      exampleOf('AWS::EC2::VPNConnection', { Type: 'ipsec.1', CustomerGatewayId: 'cgw-1', VpnGatewayId: 'vgw-1' }),
      exampleOf('AWS::EC2::ClientVpnEndpoint', { ClientCidrBlock: '10.0.0.0/16', VpcId: 'vpc-1' }),
      exampleOf('AWS::DirectConnect::DirectConnectGatewayAssociation', {
        DirectConnectGatewayId: 'dx-1',
        AssociatedGatewayId: 'tgw-1',
      }),
    ],
    compliant: [
      // Gateways to which nothing is joined yet.
      exampleOf('AWS::EC2::VPNGateway', { Type: 'ipsec.1' }),
      exampleOf('AWS::DirectConnect::DirectConnectGateway', { DirectConnectGatewayName: 'office' }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells where the other end is. Direct Connect is exempt from the region deny of Control Tower.',
    denies: [
      {
        actions: ['ec2:CreateClientVpnEndpoint', 'ec2:CreateVpnConnection'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
      {
        actions: [
          'directconnect:CreateDirectConnectGatewayAssociation',
          'directconnect:CreateDirectConnectGatewayAssociationProposal',
        ],
        authorisedIn: 'both',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateVpnConnection',
        recordedIn: 'source',
        opens: [{ path: 'customerGatewayId', kind: 'presence' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateClientVpnEndpoint',
        recordedIn: 'source',
        opens: [{ path: 'CreateClientVpnEndpointRequest.ClientCidrBlock', kind: 'presence' }],
      },
      {
        eventSource: 'directconnect.amazonaws.com',
        eventName: 'CreateDirectConnectGatewayAssociation',
        recordedIn: 'both',
        opens: [{ path: 'directConnectGatewayId', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeVpnConnectionsCommand',
        field: 'VpnConnections[].CustomerGatewayId',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeClientVpnEndpointsCommand',
        field: 'ClientVpnEndpoints[].ClientVpnEndpointId',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-direct-connect',
        command: 'DescribeDirectConnectGatewayAssociationsCommand',
        field: 'directConnectGatewayAssociations[].associatedGateway.region',
        kind: 'region',
      },
    ],
  },
});

function endpoint(properties: Readonly<Record<string, unknown>>) {
  return { VpcId: 'vpc-1', ServiceName: { 'Fn::Sub': 'com.amazonaws.${AWS::Region}.s3' }, ...properties };
}

function policy(effect: string, resource: string, condition?: object) {
  const statement = { Effect: effect, Principal: '*', Action: 's3:PutObject', Resource: resource };
  return {
    Version: '2012-10-17',
    Statement: [{ ...statement, ...(condition && { Condition: condition }) }],
  };
}
