import path from 'node:path';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { segmentsOf } from '../../lib/controls/proactive/places';
import { constructProperties } from '../../tools/gaps/construct-properties';
import type { Property } from '../../tools/gaps/property';

const database = loadAwsServiceSpecSync();

/** What neither has that is read: read in the templates that aws-cdk-lib renders. */
const BEYOND_THE_SPECIFICATION: Readonly<Record<string, readonly string[]>> = {
  // What a whole template is given to, which stands beside its resources.
  'AWS::CloudFormation::Transform': ['Name'],
  'Custom::AWS': ['Create', 'Delete', 'Update'],
  'Custom::CrossRegionExportReader': ['ReaderProps.region'],
  'Custom::CrossRegionExportWriter': ['WriterProps.region'],
  'Custom::CrossRegionStringParameterReader': ['Region'],
  'Custom::DynamoDBReplica': ['Region'],
  'Custom::S3BucketNotifications': [
    'BucketName',
    'NotificationConfiguration.EventBridgeConfiguration',
    'NotificationConfiguration.LambdaFunctionConfigurations[].LambdaFunctionArn',
    'NotificationConfiguration.QueueConfigurations[].QueueArn',
    'NotificationConfiguration.TopicConfigurations[].TopicArn',
  ],
};

/** The first segment of a property's path that AWS does not know, or undefined. */
export function missingProperty(type: string, property: string): string | undefined {
  // What cfn-init reads stands beside the properties, in a resource's metadata.
  if (property.startsWith('AWS::CloudFormation::Init')) return undefined;
  const known = BEYOND_THE_SPECIFICATION[type];
  if (known !== undefined) return known.includes(property) ? undefined : property;
  const missing = missingInSpecification(type, property);
  return missing === undefined ? undefined : missingInConstruct(type, property);
}

function missingInSpecification(type: string, property: string): string | undefined {
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

/** The same of what only aws-cdk-lib has. */
function missingInConstruct(type: string, property: string): string | undefined {
  constructs ??= byType(constructProperties(path.dirname(require.resolve('aws-cdk-lib/package.json'))));
  const known = constructs.get(type);
  if (known === undefined) return type;
  // How a list of texts is rendered tells nothing of its elements.
  return known.has(property.replace(/\[\]$/u, '')) ? undefined : property;
}

let constructs: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function byType(properties: readonly Property[]): ReadonlyMap<string, ReadonlySet<string>> {
  const types = new Map<string, Set<string>>();
  for (const { type, path: property } of properties) {
    const known = types.get(type);
    if (known === undefined) types.set(type, new Set([property]));
    else known.add(property);
  }
  return types;
}

interface SpecContainer {
  readonly properties?: Readonly<Record<string, { readonly type: SpecType }>>;
}

type SpecType =
  | { readonly type: 'array' | 'map'; readonly element: SpecType }
  | { readonly type: 'ref'; readonly reference: { readonly $ref: string } }
  | { readonly type: 'union'; readonly types: readonly SpecType[] }
  | { readonly type: 'string' | 'json' };
