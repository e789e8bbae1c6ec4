import { describeFlows } from '../../support/describe-flows';
import { allow, arnOf, fn, INSIDE, NETWORK, ref, resource, role, TABLE, trust } from '../../support/flow-templates';
import { CLOSED, out, READ, route } from '../../support/reader-in-network';

const through = (property: string) => route({ [property]: 'something-0a1b' });

describeFlows('a route leads out of a network: it', [
  ...[
    { property: 'NatGatewayId', what: 'a NAT gateway' },
    { property: 'EgressOnlyInternetGatewayId', what: 'an egress-only internet gateway' },
    { property: 'InstanceId', what: 'a route through an instance' },
    { property: 'NetworkInterfaceId', what: 'a route through a network interface' },
    { property: 'CarrierGatewayId', what: 'a carrier gateway', to: 'another network' },
    { property: 'CoreNetworkArn', what: 'a core network', to: 'another network' },
    { property: 'LocalGatewayId', what: 'a local gateway', to: 'another network' },
    { property: 'OdbNetworkArn', what: 'a network of Oracle Database@AWS', to: 'another network' },
    { property: 'TransitGatewayId', what: 'a transit gateway', to: 'another network' },
  ].map(({ property, what, to }) => ({
    name: `follows ${what}`,
    resources: { ...CLOSED, Route: through(property) },
    says: out(what, to),
  })),
  {
    name: 'follows the endpoint of an appliance, behind which anything can be',
    resources: { ...CLOSED, Route: through('VpcEndpointId') },
    says: out('a route through the endpoint of an appliance', 'the internet', false),
  },
  {
    name: 'follows a virtual private gateway',
    resources: {
      ...CLOSED,
      Gateway: resource('AWS::EC2::VPNGateway'),
      Route: route({ GatewayId: ref('Gateway') }),
    },
    says: out('a virtual private gateway', 'another network'),
  },
  {
    name: 'follows a virtual private gateway by its id',
    resources: { ...CLOSED, Route: route({ GatewayId: 'vgw-0a1b' }) },
    says: out('a virtual private gateway', 'another network'),
  },
  {
    name: 'follows routes that a virtual private gateway tells of by itself',
    resources: {
      ...CLOSED,
      Propagation: resource('AWS::EC2::VPNGatewayRoutePropagation', {
        RouteTableIds: [ref('Routes')],
        VpnGatewayId: 'vgw-0a1b',
      }),
    },
    says: out('a virtual private gateway', 'another network'),
  },
  {
    name: 'follows a gateway that is not known',
    resources: { ...CLOSED, Route: route({ GatewayId: ref('Gateway') }) },
    says: out("gateway '${Gateway}', which is not here", 'the internet', false),
  },
  {
    name: 'knows the local route and gateway endpoints for what they are',
    resources: { ...CLOSED, Local: route({ GatewayId: 'local' }), Endpoint: route({ GatewayId: 'vpce-0a1b' }) },
    says: { Table: [] },
  },
  {
    name: 'leaves routes of other tables alone',
    resources: {
      ...CLOSED,
      Other: resource('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
      Route: route({ RouteTableId: ref('Other'), NatGatewayId: 'nat-0a1b' }),
    },
    says: { Table: [] },
  },
  {
    name: 'leaves a table alone that the main one of the network stands for',
    resources: { ...CLOSED, Association: resource('AWS::EC2::VPC') },
    says: { Table: [] },
  },
  {
    name: 'does not know the routes of a table that is not here',
    resources: {
      ...CLOSED,
      Association: resource('AWS::EC2::SubnetRouteTableAssociation', {
        SubnetId: ref('Subnet'),
        RouteTableId: 'rtb-0a1b',
      }),
    },
    says: out("route table 'rtb-0a1b', whose routes are not here", 'the internet', false),
  },
  {
    name: 'does not know the routes of a subnet that is not here',
    resources: { ...CLOSED, Reader: fn('Role', { VpcConfig: { SubnetIds: ['subnet-0a1b'] } }) },
    says: out("subnet 'subnet-0a1b', whose routes are not here", 'the internet', false),
  },
]);

const INTERNET_GATEWAY = {
  Gateway: resource('AWS::EC2::InternetGateway'),
  Route: route({ GatewayId: ref('Gateway') }),
};

describeFlows('an internet gateway serves what has a public address: it', [
  {
    name: 'is no way out for a function, which has none',
    resources: { ...CLOSED, ...INTERNET_GATEWAY },
    says: { Table: [] },
  },
  {
    name: 'is one for a function that IPv6 is allowed to',
    resources: {
      ...CLOSED,
      ...INTERNET_GATEWAY,
      Reader: fn('Role', { VpcConfig: { ...INSIDE.VpcConfig, Ipv6AllowedForDualStack: true } }),
    },
    says: out('an internet gateway'),
  },
  {
    name: 'is one for a function that IPv6 may be allowed to',
    resources: {
      ...CLOSED,
      ...INTERNET_GATEWAY,
      Reader: fn('Role', { VpcConfig: { ...INSIDE.VpcConfig, Ipv6AllowedForDualStack: ref('Dual') } }),
    },
    says: out('an internet gateway'),
  },
  {
    name: 'is one by its id',
    resources: {
      ...CLOSED,
      Route: route({ GatewayId: 'igw-0a1b' }),
      Reader: fn('Role', { VpcConfig: { ...INSIDE.VpcConfig, Ipv6AllowedForDualStack: 'true' } }),
    },
    says: out('an internet gateway'),
  },
  {
    name: 'is one for an instance',
    resources: {
      ...NETWORK,
      ...INTERNET_GATEWAY,
      Table: TABLE,
      Role: role([READ], { AssumeRolePolicyDocument: trust({ Service: 'ec2.amazonaws.com' }) }),
      Profile: resource('AWS::IAM::InstanceProfile', { Roles: [ref('Role')] }),
      Reader: resource('AWS::EC2::Instance', { IamInstanceProfile: ref('Profile'), SubnetId: ref('Subnet') }),
    },
    says: out('an internet gateway'),
  },
]);

const peering = (properties: Readonly<Record<string, unknown>>) => ({
  ...CLOSED,
  Other: resource('AWS::EC2::VPC'),
  Peering: resource('AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), ...properties }),
  Route: route({ VpcPeeringConnectionId: ref('Peering') }),
});

describeFlows('a peering connection leads to another network: it', [
  {
    name: 'is no way out by itself where both are made here and at home',
    resources: peering({ PeerVpcId: ref('Other') }),
    says: { Table: ['neighbours'] },
  },
  {
    name: 'is one where the peer is not here',
    resources: peering({ PeerVpcId: 'vpc-0a1b' }),
    says: out('a peering connection', 'another network'),
  },
  {
    name: 'is one where the peer is in another region',
    resources: peering({ PeerVpcId: ref('Other'), PeerRegion: 'us-east-1' }),
    says: out('a peering connection', 'another network'),
  },
  {
    name: 'is no way out to an allowed region',
    resources: peering({ PeerVpcId: ref('Other'), PeerRegion: 'eu-west-1' }),
    options: { allowed: ['eu-central-1', 'eu-west-1'] },
    says: { Table: ['neighbours'] },
  },
  {
    name: 'is one where it is not here itself',
    resources: { ...CLOSED, Route: route({ VpcPeeringConnectionId: 'pcx-0a1b' }) },
    says: out('a peering connection', 'another network', false),
  },
]);

describeFlows('a network that is not decided counts as none: it', [
  {
    name: 'follows a function that a condition can leave outside',
    stacks: {
      Main: {
        Parameters: { Where: { Type: 'String' } },
        Conditions: { Inside: { 'Fn::Equals': [ref('Where'), 'inside'] } },
        Resources: {
          ...CLOSED,
          Reader: fn('Role', { VpcConfig: { 'Fn::If': ['Inside', INSIDE.VpcConfig, ref('AWS::NoValue')] } }),
        },
      },
    },
    says: out('no VPC', 'the internet', false),
  },
  {
    name: 'follows a function whose list of subnets is empty',
    resources: { ...CLOSED, Reader: fn('Role', { VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } }) },
    says: out('no VPC'),
  },
]);

describeFlows('what a network without a way out still lets through: it', [
  {
    name: 'trusts that nothing is carried in names, where no firewall stops that',
    resources: { ...CLOSED, Firewall: resource('AWS::EC2::VPC') },
    says: { Table: ['names'] },
  },
  ...[
    { what: 'refuses some names only', rules: [{ Action: 'BLOCK', FirewallDomainListId: ref('Some') }] },
    { what: 'only tells of names', rules: [{ Action: 'ALERT', FirewallDomainListId: ref('Names') }] },
    { what: 'does something that is not known', rules: [{ FirewallDomainListId: ref('Names') }] },
  ].map(({ what, rules }) => ({
    name: `trusts the same of a firewall that ${what}`,
    resources: {
      ...CLOSED,
      Some: resource('AWS::Route53Resolver::FirewallDomainList', { Domains: ['example.org'] }),
      Rules: resource('AWS::Route53Resolver::FirewallRuleGroup', { FirewallRules: rules }),
    },
    says: { Table: ['names'] },
  })),
  {
    name: 'trusts what passes an endpoint without a policy',
    resources: {
      ...CLOSED,
      Endpoint: resource('AWS::EC2::VPCEndpoint', {
        VpcId: ref('Vpc'),
        ServiceName: 'com.amazonaws.eu-central-1.dynamodb',
      }),
    },
    says: { Table: ['endpoints'] },
  },
  ...[
    { what: 'lets everything pass', statement: allow('*', '*', { Principal: '*' }), says: ['endpoints'] },
    {
      what: 'lets pass everything but some actions',
      statement: { Effect: 'Allow', NotAction: 's3:*', Resource: '*', Principal: '*' },
      says: ['endpoints'],
    },
    {
      what: 'lets everything pass but some resources',
      statement: { Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::x', Principal: '*' },
      says: ['endpoints'],
    },
    {
      what: 'asks for the own account',
      statement: allow('*', '*', { Principal: '*', Condition: { StringEquals: { 'aws:ResourceAccount': '1' } } }),
      says: [],
    },
    {
      what: 'asks for something else',
      statement: allow('*', '*', { Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      says: ['endpoints'],
    },
    { what: 'names actions', statement: allow('dynamodb:GetItem', '*', { Principal: '*' }), says: ['endpoints'] },
    { what: 'names resources', statement: allow('*', arnOf('Table'), { Principal: '*' }), says: [] },
    { what: 'refuses', statement: { Effect: 'Deny', Action: '*', Resource: '*', Principal: '*' }, says: [] },
  ].map(({ what, statement, says }) => ({
    name: `reads the policy of an endpoint that ${what}`,
    resources: {
      ...CLOSED,
      Endpoint: resource('AWS::EC2::VPCEndpoint', {
        VpcId: ref('Vpc'),
        ServiceName: 'com.amazonaws.eu-central-1.dynamodb',
        PolicyDocument: { Statement: [statement] },
      }),
    },
    says: { Table: says },
  })),
  {
    name: "follows an endpoint of somebody else's service",
    resources: {
      ...CLOSED,
      Endpoint: resource('AWS::EC2::VPCEndpoint', {
        VpcId: ref('Vpc'),
        ServiceName: 'com.amazonaws.vpce.eu-central-1.vpce-svc-0a1b',
        PolicyDocument: { Statement: [] },
      }),
    },
    says: out('an endpoint', "whoever is behind 'com.amazonaws.vpce.eu-central-1.vpce-svc-0a1b'", false),
  },
  {
    name: 'leaves endpoints of other networks alone',
    resources: {
      ...CLOSED,
      Other: resource('AWS::EC2::VPC'),
      Endpoint: resource('AWS::EC2::VPCEndpoint', { VpcId: ref('Other'), ServiceName: 'x' }),
    },
    says: { Table: [] },
  },
  {
    name: 'trusts what listens beside it and can get out',
    resources: {
      ...CLOSED,
      Public: resource('AWS::EC2::Subnet', { VpcId: ref('Vpc') }),
      PublicRoutes: resource('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
      PublicAssociation: resource('AWS::EC2::SubnetRouteTableAssociation', {
        SubnetId: ref('Public'),
        RouteTableId: ref('PublicRoutes'),
      }),
      Route: route({ RouteTableId: ref('PublicRoutes'), NatGatewayId: 'nat-0a1b' }),
      Proxy: resource('AWS::EC2::Instance', { SubnetId: ref('Public') }),
    },
    says: { Table: ['neighbours'] },
  },
]);
