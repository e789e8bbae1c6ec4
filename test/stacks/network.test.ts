import { askedByFunctions } from '../../lib/controls/preventive/cell-actions';
import { STACK_KINDS } from '../../lib/domain/cell';
import { onlyResource, resourcesOf, templateOf, withoutAssetHashes } from '../support/assembly';

const network = templateOf('Network');

/** What could lead out of a cell's network, by the type of resource that would say so. */
const WAYS_OUT = [
  'AWS::EC2::CarrierGateway',
  'AWS::EC2::CustomerGateway',
  'AWS::EC2::EgressOnlyInternetGateway',
  'AWS::EC2::EIP',
  'AWS::EC2::InternetGateway',
  'AWS::EC2::NatGateway',
  'AWS::EC2::Route',
  'AWS::EC2::TransitGatewayAttachment',
  'AWS::EC2::TransitGatewayVpcAttachment',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::EC2::VPCPeeringConnection',
  'AWS::EC2::VPNConnection',
  'AWS::EC2::VPNGateway',
];

describe('the network of a cell', () => {
  it.each(STACK_KINDS)('has no way out in %s', (kind) => {
    const template = templateOf(kind);
    expect(WAYS_OUT.flatMap((type) => resourcesOf(template, type))).toEqual([]);
  });

  it('has two isolated subnets, in two zones of the home region, that give no public address', () => {
    const subnets = resourcesOf(network, 'AWS::EC2::Subnet').map(([, { Properties }]) => Properties);
    const zone = (index: number) => ({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] });
    expect(subnets.map(({ AvailabilityZone, MapPublicIpOnLaunch }) => [AvailabilityZone, MapPublicIpOnLaunch])).toEqual(
      [
        [zone(0), false],
        [zone(1), false],
      ],
    );
  });

  it('has the endpoints that functions use, and no others', () => {
    const endpoints = resourcesOf(network, 'AWS::EC2::VPCEndpoint').map(([, { Properties }]) => [
      JSON.stringify(Properties.ServiceName).match(/(dynamodb|s3|cognito-idp|kms|states)/)?.[0],
      Properties.VpcEndpointType,
      Properties.PrivateDnsEnabled,
    ]);
    expect(endpoints).toEqual([
      ['dynamodb', 'Gateway', undefined],
      ['s3', 'Gateway', undefined],
      ['cognito-idp', 'Interface', true],
      ['kms', 'Interface', true],
      ['states', 'Interface', true],
    ]);
  });

  it('lets nothing pass an endpoint but the own account and the actions of the cell, and unsigned calls to Cognito', () => {
    const own = { StringEquals: { 'aws:PrincipalAccount': '111111111111', 'aws:ResourceAccount': '111111111111' } };
    const statement = (Action: unknown) => ({
      Sid: 'OwnPrincipalsAndResources',
      Effect: 'Allow',
      Principal: '*',
      Action,
      Resource: '*',
      Condition: own,
    });
    const policies = resourcesOf(network, 'AWS::EC2::VPCEndpoint').map(
      ([, { Properties }]) => Properties.PolicyDocument,
    );
    expect(policies).toEqual([
      {
        Version: '2012-10-17',
        Statement: [statement(askedByFunctions('dynamodb'))],
      },
      { Version: '2012-10-17', Statement: [statement(askedByFunctions('s3'))] },
      {
        Version: '2012-10-17',
        Statement: [
          statement(askedByFunctions('cognito-idp')),
          {
            Sid: 'UnsignedCallsOfPeople',
            Effect: 'Allow',
            Principal: '*',
            Action: ['cognito-idp:ConfirmSignUp', 'cognito-idp:InitiateAuth', 'cognito-idp:SignUp'],
            Resource: '*',
          },
        ],
      },
      { Version: '2012-10-17', Statement: [statement(['kms:Decrypt', 'kms:GenerateDataKey'])] },
      { Version: '2012-10-17', Statement: [statement('states:StartExecution')] },
    ]);
  });

  it('admits TLS from the cell to its endpoints, and nothing to its functions', () => {
    const groups = resourcesOf(network, 'AWS::EC2::SecurityGroup').map(([, { Properties }]) => ({
      in: Properties.SecurityGroupIngress,
      out: Properties.SecurityGroupEgress,
    }));
    expect(groups).toEqual([
      {
        in: undefined,
        out: [
          {
            CidrIp: '0.0.0.0/0',
            Description: 'endpoints, the only thing that is routed to',
            FromPort: 443,
            IpProtocol: 'tcp',
            ToPort: 443,
          },
        ],
      },
      {
        in: [
          {
            CidrIp: '10.0.0.0/16',
            Description: 'functions of the cell',
            FromPort: 443,
            IpProtocol: 'tcp',
            ToPort: 443,
          },
        ],
        out: [
          {
            CidrIp: '255.255.255.255/32',
            Description: 'Disallow all traffic',
            FromPort: 252,
            IpProtocol: 'icmp',
            ToPort: 86,
          },
        ],
      },
    ]);
    expect(onlyResource(network, 'AWS::EC2::VPC').Properties.CidrBlock).toBe('10.0.0.0/16');
  });
});

describe('the default security group of a cell', () => {
  it('has nothing in it: functions and endpoints have groups of their own', () => {
    const functions = STACK_KINDS.flatMap((kind) => resourcesOf(templateOf(kind), 'AWS::Lambda::Function'));
    const groups = functions.map(([, { Properties }]) => JSON.stringify(Properties.VpcConfig.SecurityGroupIds));
    expect([...new Set(groups)]).toEqual([
      expect.stringMatching(/^\[\{"Fn::ImportValue":"Eu-Network:ExportsOutputFnGetAttFunctions\w+GroupId\w+"\}\]$/),
    ]);
    const endpoints = resourcesOf(network, 'AWS::EC2::VPCEndpoint')
      .filter(([, { Properties }]) => Properties.VpcEndpointType === 'Interface')
      .map(([, { Properties }]) => JSON.stringify(Properties.SecurityGroupIds));
    expect([...new Set(endpoints)]).toEqual([
      expect.stringMatching(/^\[\{"Fn::GetAtt":\["Endpoints\w+","GroupId"\]\}\]$/),
    ]);
  });
});

// parity.test.ts shows that the other cell's is the same. Nothing is put aside but the hashes of assets.
describe('the template of Network', () => {
  it('is as it was reviewed', () => {
    expect(withoutAssetHashes(templateOf('Network'))).toMatchSnapshot();
  });
});
