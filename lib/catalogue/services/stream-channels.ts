import { type DestinationSelector, defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const KINESIS = ['AWS::Kinesis::Channel'] as const;
const KAFKA = ['AWS::MSK::Channel'] as const;

/** Where records are written to, and those that could not be. */
const BUCKETS: readonly [Slot, ...Slot[]] = [
  { types: KINESIS, path: 'S3DestinationConfiguration.StorageConfiguration.BucketARN' },
  { types: KINESIS, path: 'S3DestinationConfiguration.DeadLetterQueueS3Configuration.BucketARN' },
  { types: KINESIS, path: 'S3TablesDestinationConfiguration.DeadLetterQueueS3Configuration.BucketARN' },
  { types: KAFKA, path: 'S3DestinationConfiguration.Storage.BucketArn' },
  { types: KAFKA, path: 'S3DestinationConfiguration.DeadLetterQueueS3.BucketArn' },
  { types: KAFKA, path: 'IcebergDestinationConfiguration.DeadLetterQueueS3.BucketArn' },
  { types: KAFKA, path: 'IcebergDestinationConfiguration.Catalog.WarehouseLocation' },
];

const ARNS: readonly [Slot, ...Slot[]] = [
  { types: KINESIS, path: 'S3TablesDestinationConfiguration.S3TablesConfigurationList[].TableBucketARN' },
  { types: KAFKA, path: 'IcebergDestinationConfiguration.Catalog.CatalogArn' },
];

export const streamChannelDelivery = defineChannel({
  id: 'stream-channel-delivery',
  title: 'Channels of Kinesis and MSK write records within their home region only',
  risk: 'Every record of the stream or topic is written into the bucket or table that is named, wherever it is.',
  level: 'content',
  legitimate:
    'For streams of readings and prices that are archived in one lake for all regions. A stream of what people do is archived at home.',
  remediation: 'Name a bucket, table bucket and catalog that a stack of the home region makes.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-channel.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-channel.html',
  ],

  proactive: {
    rules: [
      ...mapped(BUCKETS, (slot) => ({ ...slot, kind: 'bucket' }) as const),
      ...mapped(ARNS, (slot) => ({ ...slot, kind: 'arn', passesUnnamed: true }) as const),
    ],
    violating: [
      ...mapped(BUCKETS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'arn:aws:s3:::records-of-somebody-else')),
      ),
      ...mapped(ARNS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'arn:aws:s3tables:us-east-1:111122223333:bucket/records')),
      ),
    ],
    compliant: [
      ...mapped(BUCKETS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, { 'Fn::GetAtt': ['Store', 'Arn'] }), BUCKET_AT_HOME),
      ),
      ...mapped(ARNS, ({ types, path }) =>
        exampleOf(
          types[0],
          propertiesAt(path, { 'Fn::Sub': 'arn:aws:s3tables:${AWS::Region}:${AWS::AccountId}:bucket/us-east-1' }),
        ),
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket, the table or the catalog.',
    denies: [
      {
        actions: ['kafka:CreateChannel', 'kafka:UpdateChannel', 'kinesis:CreateChannel', 'kinesis:UpdateChannel'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  // Of channels of MSK, AWS documents neither the recorded call nor, in the SDK, one that reads them.
  detective: {
    events: [
      {
        eventSource: 'kinesis.amazonaws.com',
        eventName: 'CreateChannel',
        recordedIn: 'source',
        opens: [
          { path: 's3DestinationConfiguration.storageConfiguration.bucketARN', kind: 'bucket' },
          {
            path: 's3TablesDestinationConfiguration.s3TablesConfigurationList[].tableBucketARN',
            kind: 'arn',
          },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-kinesis',
        command: 'DescribeChannelCommand',
        field: 'ChannelDescription.S3DestinationConfiguration.StorageConfiguration.BucketARN',
        kind: 'bucket',
      },
    ],
  },
});
