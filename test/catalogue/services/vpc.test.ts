import { vpcPeeringInterRegion, vpcPrivateLinkCrossRegion } from '../../../lib/catalogue/services/vpc-connections';
import { vpcEndpointPolicyOpen, vpcInternetEgress } from '../../../lib/catalogue/services/vpc-egress';
import { describeChannel } from '../../support/describe-channel';

const peering = (region?: unknown) => ({ VpcId: 'vpc-1', PeerVpcId: 'vpc-2', PeerRegion: region });
const endpointOf = (name: unknown, more: object = {}) => ({ VpcId: 'vpc-1', ServiceName: name, ...more });
const parameter = (declared: object) => ({ Parameters: { Peer: { Type: 'String', ...declared } }, Resources: {} });

describeChannel(vpcPeeringInterRegion, [
  {
    name: 'passes a peering without a region, which is one of the same region, with a stranger as well',
    properties: { VpcId: 'vpc-1', PeerVpcId: 'vpc-2', PeerOwnerId: '444455556666' },
    violations: [],
  },
  {
    name: 'passes a region that is allowed',
    properties: peering('eu-north-1'),
    allowed: ['eu-north-1'],
    violations: [],
  },
  {
    name: 'passes a region that is home by default',
    properties: peering({ Ref: 'Peer' }),
    template: parameter({ Default: 'eu-central-1' }),
    violations: [],
  },
  {
    name: 'reports a region that is abroad by default',
    properties: peering({ Ref: 'Peer' }),
    template: parameter({ Default: 'ap-southeast-1' }),
    violations: [{ path: 'PeerRegion', value: 'ap-southeast-1', reach: 'abroad' }],
  },
  {
    name: 'reports a region that only the deployment names',
    properties: peering({ Ref: 'Peer' }),
    template: parameter({}),
    violations: [{ path: 'PeerRegion', value: '${Peer}', reach: 'unknown' }],
  },
  {
    name: 'reports what a map says of the home region',
    properties: peering({ 'Fn::FindInMap': ['Pairs', { Ref: 'AWS::Region' }, 'Other'] }),
    template: {
      Mappings: { Pairs: { 'eu-central-1': { Other: 'us-west-2' }, 'us-west-2': { Other: 'eu-central-1' } } },
      Resources: {},
    },
    violations: [{ path: 'PeerRegion', value: 'us-west-2', reach: 'abroad' }],
  },
  {
    name: 'reports the one branch of a condition that is abroad',
    properties: peering({ 'Fn::If': ['Far', 'us-west-2', { Ref: 'AWS::NoValue' }] }),
    template: {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Far: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {},
    },
    violations: [{ path: 'PeerRegion', value: 'us-west-2', reach: 'abroad' }],
  },
]);

describeChannel(vpcPrivateLinkCrossRegion, [
  {
    name: 'passes a service of the home region by its literal name',
    properties: endpointOf('com.amazonaws.eu-central-1.s3'),
    violations: [],
  },
  {
    name: 'passes a service whose name comes from another stack: it is of the region of the endpoint',
    properties: endpointOf({ 'Fn::ImportValue': 'service-of-a-partner' }),
    violations: [],
  },
  {
    name: 'reports a service abroad whose name is put together',
    properties: endpointOf({ 'Fn::Join': ['.', ['com', 'amazonaws', 'vpce', 'us-east-2', 'vpce-svc-1']] }),
    violations: [{ path: 'ServiceName', value: 'com.amazonaws.vpce.us-east-2.vpce-svc-1', reach: 'abroad' }],
  },
  {
    name: 'reports a service in mainland China',
    properties: endpointOf('cn.com.amazonaws.cn-north-1.s3'),
    violations: [{ path: 'ServiceName', value: 'cn.com.amazonaws.cn-north-1.s3', reach: 'abroad' }],
  },
  {
    name: 'reports a region of the service that only the deployment names',
    properties: endpointOf('com.amazonaws.vpce.eu-central-1.vpce-svc-1', { ServiceRegion: { Ref: 'Peer' } }),
    template: parameter({}),
    violations: [{ path: 'ServiceRegion', value: '${Peer}', reach: 'unknown' }],
  },
]);

describeChannel(vpcEndpointPolicyOpen, [
  {
    name: 'points out a statement of several that is open, and not the one that refuses',
    properties: endpointOf('com.amazonaws.eu-central-1.s3', {
      PolicyDocument: {
        Statement: [
          { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' },
          { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
        ],
      },
    }),
    violations: [{ path: 'PolicyDocument.Statement[1].Resource', value: '*', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'reads resources one by one',
    properties: endpointOf('com.amazonaws.eu-central-1.s3', {
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: ['arn:aws:s3:::media/*', '*'] }] },
    }),
    violations: [{ path: 'PolicyDocument.Statement[0].Resource[1]', value: '*', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'reads a policy that is a text',
    properties: endpointOf('com.amazonaws.eu-central-1.s3', {
      PolicyDocument: '{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}}',
    }),
    violations: [{ path: 'PolicyDocument.Statement.Resource', value: '*', reach: 'unknown', severity: 'info' }],
  },
]);

describeChannel(vpcInternetEgress, [
  {
    name: 'points out a gateway of a network, and no route or subnet beside it',
    template: {
      Resources: {
        Gateway: { Type: 'AWS::EC2::InternetGateway' },
        Way: {
          Type: 'AWS::EC2::Route',
          Properties: { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Gateway' } },
        },
        Public: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1', MapPublicIpOnLaunch: true } },
      },
    },
    violations: [
      { logicalId: 'Gateway', path: '', value: 'AWS::EC2::InternetGateway', reach: 'unknown', severity: 'info' },
    ],
  },
  {
    name: 'passes a gateway that is private by default',
    type: 'AWS::EC2::NatGateway',
    properties: { SubnetId: 'subnet-1', ConnectivityType: { Ref: 'Peer' } },
    template: parameter({ Default: 'private' }),
    violations: [],
  },
]);
