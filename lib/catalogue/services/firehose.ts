import { type DestinationSelector, defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

const TYPES = ['AWS::KinesisFirehose::DeliveryStream'] as const;

/** Every destination has a bucket, if only for what fails. */
const BUCKETS = [
  'ExtendedS3DestinationConfiguration.BucketARN',
  'ExtendedS3DestinationConfiguration.S3BackupConfiguration.BucketARN',
  'S3DestinationConfiguration.BucketARN',
  'AmazonopensearchserviceDestinationConfiguration.S3Configuration.BucketARN',
  'AmazonOpenSearchServerlessDestinationConfiguration.S3Configuration.BucketARN',
  'ElasticsearchDestinationConfiguration.S3Configuration.BucketARN',
  'HttpEndpointDestinationConfiguration.S3Configuration.BucketARN',
  'IcebergDestinationConfiguration.S3Configuration.BucketARN',
  'RedshiftDestinationConfiguration.S3Configuration.BucketARN',
  'RedshiftDestinationConfiguration.S3BackupConfiguration.BucketARN',
  'SnowflakeDestinationConfiguration.S3Configuration.BucketARN',
  'SplunkDestinationConfiguration.S3Configuration.BucketARN',
] as const;

/** Services outside of AWS, at hosts of which some tell where they are. */
const HOSTS = [
  'HttpEndpointDestinationConfiguration.EndpointConfiguration.Url',
  'SnowflakeDestinationConfiguration.AccountUrl',
  'SplunkDestinationConfiguration.HECEndpoint',
] as const;

/** Clusters and collections, which a parameter mostly names where they are made beside the stream. */
const AWS_HOSTS = [
  'AmazonopensearchserviceDestinationConfiguration.ClusterEndpoint',
  'AmazonOpenSearchServerlessDestinationConfiguration.CollectionEndpoint',
  'ElasticsearchDestinationConfiguration.ClusterEndpoint',
  'RedshiftDestinationConfiguration.ClusterJDBCURL',
] as const;

const ARNS = [
  'AmazonopensearchserviceDestinationConfiguration.DomainARN',
  'ElasticsearchDestinationConfiguration.DomainARN',
  'IcebergDestinationConfiguration.CatalogConfiguration.CatalogArn',
  // The function that records pass through on their way.
  'ExtendedS3DestinationConfiguration.ProcessingConfiguration.Processors[].Parameters[].ParameterValue',
  // What is read from another region counts as much.
  'KinesisStreamSourceConfiguration.KinesisStreamARN',
  'MSKSourceConfiguration.MSKClusterARN',
] as const;

export const firehoseDestination = defineChannel({
  id: 'firehose-destination',
  title: 'Firehose streams deliver to their home region only',
  risk: 'Every record is written to the bucket, cluster or host, wherever that is. A bucket’s ARN does not say.',
  level: 'content',
  legitimate:
    'For telemetry of machines and figures without people, or where a function of the stream removes what is personal before anything is delivered.',
  remediation: 'Deliver to a bucket or cluster that a stack of the home region makes, and check both stacks together.',
  references: [
    'https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisfirehose-deliverystream.html',
  ],

  proactive: {
    rules: [
      ...mapped(BUCKETS, (path): DestinationSelector => ({ types: TYPES, path, kind: 'bucket' })),
      ...HOSTS.map((path): DestinationSelector => ({ types: TYPES, path, kind: 'endpoint' })),
      ...AWS_HOSTS.map((path): DestinationSelector => ({ types: TYPES, path, kind: 'endpoint', passesUnnamed: true })),
      ...ARNS.map((path): DestinationSelector => ({ types: TYPES, path, kind: 'arn', passesUnnamed: true })),
      // The schema is no content, so that it is only pointed out.
      {
        types: TYPES,
        path: 'ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.SchemaConfiguration.Region',
        kind: 'region',
        severity: 'info',
      },
    ],
    violating: [
      ...mapped(BUCKETS, (path) => stream(path, 'arn:aws:s3:::clicks-of-somebody-else')),
      ...HOSTS.map((path) => stream(path, 'https://intake.us-east-1.example.com')),
      ...AWS_HOSTS.map((path) => stream(path, 'https://search-clicks-abcdef.us-east-1.es.amazonaws.com')),
      ...ARNS.map((path) => stream(path, 'arn:aws:es:us-east-1:111122223333:domain/clicks')),
      stream(
        'ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration.SchemaConfiguration.Region',
        'us-east-1',
      ),
    ],
    compliant: [
      ...mapped(BUCKETS, (path) => stream(path, { 'Fn::GetAtt': ['Store', 'Arn'] })),
      stream('ExtendedS3DestinationConfiguration.BucketARN', 'arn:aws:s3:::store-us-east-1'),
      stream('SnowflakeDestinationConfiguration.AccountUrl', 'https://us-east-1x.eu-central-1.snowflakecomputing.com'),
      stream('RedshiftDestinationConfiguration.ClusterJDBCURL', {
        'Fn::Sub': 'jdbc:redshift://clicks.abcdef.${AWS::Region}.redshift.amazonaws.com:5439/us-east-1',
      }),
      stream('ExtendedS3DestinationConfiguration.ProcessingConfiguration.Processors[].Parameters[]', {
        ParameterName: 'LambdaArn',
        ParameterValue: { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:mask' },
      }),
      stream('ExtendedS3DestinationConfiguration.Prefix', 'us-east-1/'),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the destination. The stream works under a role of the customer, whose rights can be bound to buckets of the account and to the home region.',
    denies: [
      {
        actions: ['firehose:CreateDeliveryStream', 'firehose:UpdateDestination'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'firehose.amazonaws.com',
        eventName: 'CreateDeliveryStream',
        recordedIn: 'source',
        opens: [
          { path: 'extendedS3DestinationConfiguration.bucketARN', kind: 'bucket' },
          { path: 's3DestinationConfiguration.bucketARN', kind: 'bucket' },
          { path: 'httpEndpointDestinationConfiguration.endpointConfiguration.url', kind: 'endpoint' },
          { path: 'splunkDestinationConfiguration.hECEndpoint', kind: 'endpoint' },
          { path: 'snowflakeDestinationConfiguration.accountUrl', kind: 'endpoint' },
          { path: 'redshiftDestinationConfiguration.clusterJDBCURL', kind: 'endpoint' },
          { path: 'amazonopensearchserviceDestinationConfiguration.domainARN', kind: 'arn' },
        ],
      },
      {
        eventSource: 'firehose.amazonaws.com',
        eventName: 'UpdateDestination',
        recordedIn: 'source',
        opens: [
          { path: 'extendedS3DestinationUpdate.bucketARN', kind: 'bucket' },
          { path: 's3DestinationUpdate.bucketARN', kind: 'bucket' },
          { path: 'httpEndpointDestinationUpdate.endpointConfiguration.url', kind: 'endpoint' },
          { path: 'splunkDestinationUpdate.hECEndpoint', kind: 'endpoint' },
          { path: 'snowflakeDestinationUpdate.accountUrl', kind: 'endpoint' },
          { path: 'redshiftDestinationUpdate.clusterJDBCURL', kind: 'endpoint' },
          { path: 'amazonopensearchserviceDestinationUpdate.domainARN', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-firehose',
        command: 'DescribeDeliveryStreamCommand',
        field: 'DeliveryStreamDescription.Destinations[].ExtendedS3DestinationDescription.BucketARN',
        kind: 'bucket',
      },
      {
        client: '@aws-sdk/client-firehose',
        command: 'DescribeDeliveryStreamCommand',
        field: 'DeliveryStreamDescription.Destinations[].HttpEndpointDestinationDescription.EndpointConfiguration.Url',
        kind: 'endpoint',
      },
    ],
  },
});

/** A stream in which a value stands at a path, beside a bucket of the same template. */
function stream(path: string, value: unknown) {
  return exampleOf('AWS::KinesisFirehose::DeliveryStream', propertiesAt(path, value), BUCKET_AT_HOME);
}
