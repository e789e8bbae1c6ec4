import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
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
