import { isMap, type JsonMap } from '../../lib/assembly/template';
import { CHANNELS } from '../../lib/catalogue/catalogue';
import { isCovered, type Rule } from '../../lib/catalogue/channel';
import { segmentsOf } from '../../lib/controls/proactive/places';
import { membersOfType, required } from './forms';
import { placed } from './place';
import { HOME, pairOf } from './values';

const REGIONAL = { Types: ['REGIONAL'] };
const VPC = { SecurityGroupIds: ['sg-1'], SubnetIds: ['subnet-1'] };
const VPC_OF_PROJECT = { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'], VpcId: 'vpc-1' };
const OF_ONE_QUEUE = {
  Statement: [
    { Effect: 'Allow', Action: 'sqs:SendMessage', Principal: '*', Resource: `arn:aws:sqs:${HOME}:111122223333:orders` },
  ],
};

/** What AWS opens by itself, closed. */
const CLOSED: Readonly<Record<string, JsonMap>> = {
  'AWS::ApiGateway::DomainName': { EndpointConfiguration: REGIONAL },
  'AWS::ApiGateway::RestApi': { EndpointConfiguration: REGIONAL },
  'AWS::AppRunner::Service': {
    NetworkConfiguration: { EgressConfiguration: { EgressType: 'VPC', VpcConnectorArn: pairOf('arn', '').twin } },
  },
  'AWS::Chime::VoiceConnector': { AwsRegion: HOME },
  'AWS::CloudTrail::EventDataStore': { MultiRegionEnabled: false },
  'AWS::CodeBuild::Project': { VpcConfig: VPC_OF_PROJECT },
  'AWS::DMS::ReplicationInstance': { PubliclyAccessible: false },
  'AWS::EC2::NatGateway': { ConnectivityType: 'private' },
  'AWS::EC2::VPCEndpoint': { PolicyDocument: OF_ONE_QUEUE },
  'AWS::Lambda::Function': { VpcConfig: VPC },
  'AWS::RAM::ResourceShare': { AllowExternalPrincipals: false },
  'AWS::Redshift::Cluster': { EnhancedVpcRouting: true },
  'AWS::RedshiftServerless::Workgroup': { EnhancedVpcRouting: true },
  'AWS::S3::StorageLens': {
    StorageLensConfiguration: {
      AccountLevel: { BucketLevel: {} },
      Id: 'sample',
      IsEnabled: true,
      Include: { Regions: [HOME] },
    },
  },
  'AWS::SageMaker::NotebookInstance': { DirectInternetAccess: 'Disabled', SubnetId: 'subnet-1' },
  'AWS::Serverless::Api': { EndpointConfiguration: { Type: 'REGIONAL' } },
  'AWS::Serverless::Function': { VpcConfig: VPC },
  'AWS::Transfer::Server': { EndpointType: 'VPC' },
};

/** What closes a property that opens a channel by not being there. */
export function closedAt(type: string, path: string): unknown {
  return segmentsOf(path).reduce<unknown>((node, name) => (isMap(node) ? node[name] : undefined), CLOSED[type]);
}

/** The least that a resource of a type can be: what AWS asks for, at home, and nothing left to its defaults that leave. */
export function leastOf(type: string): JsonMap {
  return atHome(type, { ...required(membersOfType(type)), ...CLOSED[type] });
}

/** The same properties, with each destination that is there at home. */
export function atHome(type: string, properties: JsonMap): JsonMap {
  const members = membersOfType(type);
  return rulesOf(type).reduce((settled, rule) => {
    const twin = twinOf(rule);
    if (twin === undefined || rule.kind === 'function' || !has(settled, segmentsOf(rule.path))) return settled;
    const leaf = { value: twin, other: twin, spell: (value: unknown) => value };
    return placed(settled, members, rule.path, leaf).node as JsonMap;
  }, properties);
}

function rulesOf(type: string): readonly Rule[] {
  return CHANNELS.flatMap(({ proactive }) => (isCovered(proactive) ? proactive.rules : [])).filter(({ types }) =>
    types.includes(type),
  );
}

/** Kinds of destination that AWS can ask for. */
const DESTINATIONS = ['region', 'zone', 'arn', 'key', 'endpoint', 'bucket', 'account', 'model'] as const;

/** What a rule wants to be there of what AWS asks for. */
function twinOf(rule: Rule): unknown {
  const kind = DESTINATIONS.find((one) => one === rule.kind);
  if (kind !== undefined && 'path' in rule) return pairOf(kind, segmentsOf(rule.path).at(-1) ?? '').twin;
  return rule.kind === 'flag' ? rule.closes?.[0] : undefined;
}

/** Whether a path leads to something. */
export function has(node: unknown, [segment, ...rest]: readonly string[]): boolean {
  if (segment === undefined) return node !== undefined;
  if (segment === '[]') return Array.isArray(node) && has(node[0], rest);
  return isMap(node) && has(node[segment], rest);
}
