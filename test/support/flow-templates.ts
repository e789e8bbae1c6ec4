/** Pieces of templates, as flows are made of. */

type Properties = Readonly<Record<string, unknown>>;

export function resource(type: string, properties: Properties = {}) {
  return { Type: type, Properties: properties };
}

export const TABLE = resource('AWS::DynamoDB::Table');
export const BUCKET = resource('AWS::S3::Bucket');
export const QUEUE = resource('AWS::SQS::Queue');

export function arnOf(logicalId: string) {
  return { 'Fn::GetAtt': [logicalId, 'Arn'] };
}

export function ref(logicalId: string) {
  return { Ref: logicalId };
}

export function allow(Action: string | readonly string[], Resource: unknown, more: Properties = {}) {
  return { Effect: 'Allow', Action, Resource, ...more };
}

export function deny(Action: string | readonly string[], Resource: unknown, more: Properties = {}) {
  return { ...allow(Action, Resource, more), Effect: 'Deny' };
}

export function documentOf(...Statement: readonly object[]) {
  return { Version: '2012-10-17', Statement };
}

/** Who may take on a role. */
export function trust(Principal: unknown, more: Properties = {}) {
  return documentOf({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal, ...more });
}

export const FOR_FUNCTIONS = trust({ Service: 'lambda.amazonaws.com' });

/** A role of functions with one policy of its own. */
export function role(statements: readonly object[], more: Properties = {}) {
  return resource('AWS::IAM::Role', {
    AssumeRolePolicyDocument: FOR_FUNCTIONS,
    Policies: [{ PolicyName: 'Own', PolicyDocument: documentOf(...statements) }],
    ...more,
  });
}

/** A function that runs as the role of this name, in Lambda's own network. */
export function fn(roleId = 'Role', more: Properties = {}) {
  return resource('AWS::Lambda::Function', { Role: arnOf(roleId), ...more });
}

/** A network with one subnet, which has a route table. */
export const NETWORK = {
  Vpc: resource('AWS::EC2::VPC'),
  Subnet: resource('AWS::EC2::Subnet', { VpcId: ref('Vpc') }),
  Routes: resource('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
  Association: resource('AWS::EC2::SubnetRouteTableAssociation', {
    SubnetId: ref('Subnet'),
    RouteTableId: ref('Routes'),
  }),
  Firewall: resource('AWS::Route53Resolver::FirewallRuleGroupAssociation', {
    VpcId: ref('Vpc'),
    FirewallRuleGroupId: ref('Rules'),
  }),
  Rules: resource('AWS::Route53Resolver::FirewallRuleGroup', {
    FirewallRules: [{ Action: 'BLOCK', FirewallDomainListId: ref('Names') }],
  }),
  Names: resource('AWS::Route53Resolver::FirewallDomainList', { Domains: ['*'] }),
};

/** Puts a function into that network. */
export const INSIDE = { VpcConfig: { SubnetIds: [ref('Subnet')], SecurityGroupIds: [] } };

/** A table, and a function that reads it as these statements let it, from a network without a way out. */
export function readerOf(statements: readonly object[], more: Properties = {}) {
  return { ...NETWORK, Table: TABLE, Role: role(statements, more), Reader: fn('Role', INSIDE) };
}

/** The same in Lambda's own network, so that whatever it can read is abroad. */
export function openReaderOf(statements: readonly object[], more: Properties = {}) {
  return { Table: TABLE, Role: role(statements, more), Reader: fn() };
}

/** A function in a subnet that nothing leads out of, and that reads a table. */
export const CALLED = {
  Table: TABLE,
  Subnet: resource('AWS::EC2::Subnet'),
  Role: role([allow('dynamodb:GetItem', arnOf('Table'))]),
  Reader: fn('Role', { VpcConfig: { SubnetIds: [ref('Subnet')] } }),
};
