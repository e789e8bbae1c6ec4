import type { PlaceKind } from '../proactive/reach';
import type { KindType } from './kinds';

/** A type whose property makes a service of AWS carry data from one resource to another. */
export interface Delivery {
  readonly type: string;
  /** The property that names the source. @default - the resource itself */
  readonly from?: string;
  /** The property that names the destination. @default - the resource itself */
  readonly to?: string;
  readonly what: string;
  /** What a bare name at the source or the destination is a name of. */
  readonly bare?: KindType;
  /** How a destination is judged that nothing here makes. @default 'arn' */
  readonly kind?: PlaceKind;
  /** Whether data goes the other way as well. @default false */
  readonly both?: boolean;
}

const FUNCTION: KindType = 'AWS::Lambda::Function';
const BUCKET = { bare: 'AWS::S3::Bucket', kind: 'bucket' } as const;

/** Rows that differ by the property alone. */
function rows(more: Omit<Delivery, 'to'>, ...to: readonly string[]): Delivery[] {
  return to.map((path) => ({ ...more, to: path }));
}

const FIREHOSE = 'AWS::KinesisFirehose::DeliveryStream';
const TRIGGERS = [
  'CreateAuthChallenge',
  'CustomEmailSender.LambdaArn',
  'CustomMessage',
  'CustomSMSSender.LambdaArn',
  'DefineAuthChallenge',
  'InboundFederation.LambdaArn',
  'PostAuthentication',
  'PostConfirmation',
  'PreAuthentication',
  'PreSignUp',
  'PreTokenGeneration',
  'PreTokenGenerationConfig.LambdaArn',
  'UserMigration',
  'VerifyAuthChallengeResponse',
].map((trigger) => `LambdaConfig.${trigger}`);

/** What services carry on by themselves. Names of properties: AWS's resource specification, which a test compares. */
export const DELIVERIES: readonly Delivery[] = [
  ...rows({ type: 'AWS::AppSync::DataSource', what: 'data source', both: true }, 'LambdaConfig.LambdaFunctionArn'),
  {
    type: 'AWS::AppSync::DataSource',
    from: 'DynamoDBConfig.TableName',
    what: 'data source',
    bare: 'AWS::DynamoDB::Table',
  },
  {
    type: 'AWS::AppSync::DataSource',
    from: 'RelationalDatabaseConfig.RdsHttpEndpointConfig.DbClusterIdentifier',
    what: 'data source',
    bare: 'AWS::RDS::DBCluster',
  },
  { type: 'AWS::AppSync::DataSource', to: 'HttpConfig.Endpoint', what: 'data source', kind: 'endpoint' },
  { type: 'AWS::AppSync::DataSource', to: 'EventBridgeConfig.EventBusArn', what: 'data source' },
  { type: 'AWS::AppSync::DataSource', to: 'ApiId', what: 'data source' },

  ...rows({ type: 'AWS::Cognito::UserPool', what: 'trigger', bare: FUNCTION }, ...TRIGGERS),

  { type: 'AWS::DMS::ReplicationTask', from: 'SourceEndpointArn', to: 'TargetEndpointArn', what: 'replication task' },
  { type: 'AWS::DMS::Endpoint', to: 'S3Settings.BucketName', what: 'endpoint', ...BUCKET, both: true },
  { type: 'AWS::DMS::Endpoint', to: 'KinesisSettings.StreamArn', what: 'endpoint' },
  { type: 'AWS::DMS::Endpoint', to: 'ServerName', what: 'endpoint', kind: 'endpoint', both: true },
  { type: 'AWS::DataSync::Task', from: 'SourceLocationArn', to: 'DestinationLocationArn', what: 'copies files' },
  { type: 'AWS::DataSync::LocationS3', to: 'S3BucketArn', what: 'location', ...BUCKET, both: true },
  { type: 'AWS::DataSync::LocationEFS', to: 'EfsFilesystemArn', what: 'location', both: true },

  ...rows({ type: 'AWS::DynamoDB::Table', what: 'stream of changes' }, 'KinesisStreamSpecification.StreamArn'),
  ...rows(
    { type: 'AWS::DynamoDB::GlobalTable', what: 'stream of changes' },
    'Replicas[].KinesisStreamSpecification.StreamArn',
  ),

  { type: 'AWS::EC2::VolumeAttachment', from: 'VolumeId', to: 'InstanceId', what: 'volume', both: true },
  {
    type: 'AWS::ECS::TaskDefinition',
    from: 'Volumes[].EFSVolumeConfiguration.FilesystemId',
    what: 'volume',
    both: true,
  },
  { type: 'AWS::Events::Archive', from: 'SourceArn', what: 'archive' },
  { type: 'AWS::Events::EventBus', to: 'DeadLetterConfig.Arn', what: 'dead letters' },

  { type: FIREHOSE, from: 'KinesisStreamSourceConfiguration.KinesisStreamARN', what: 'delivery stream' },
  { type: FIREHOSE, from: 'MSKSourceConfiguration.MSKClusterARN', what: 'delivery stream' },
  { type: FIREHOSE, from: 'DatabaseSourceConfiguration.Endpoint', what: 'delivery stream' },
  ...rows(
    { type: FIREHOSE, what: 'delivery', ...BUCKET },
    'S3DestinationConfiguration.BucketARN',
    'ExtendedS3DestinationConfiguration.BucketARN',
    'ExtendedS3DestinationConfiguration.S3BackupConfiguration.BucketARN',
    'RedshiftDestinationConfiguration.S3Configuration.BucketARN',
    'RedshiftDestinationConfiguration.S3BackupConfiguration.BucketARN',
    'AmazonopensearchserviceDestinationConfiguration.S3Configuration.BucketARN',
    'AmazonOpenSearchServerlessDestinationConfiguration.S3Configuration.BucketARN',
    'ElasticsearchDestinationConfiguration.S3Configuration.BucketARN',
    'HttpEndpointDestinationConfiguration.S3Configuration.BucketARN',
    'IcebergDestinationConfiguration.S3Configuration.BucketARN',
    'SnowflakeDestinationConfiguration.S3Configuration.BucketARN',
    'SplunkDestinationConfiguration.S3Configuration.BucketARN',
  ),
  ...rows(
    { type: FIREHOSE, what: 'delivery' },
    'AmazonopensearchserviceDestinationConfiguration.DomainARN',
    'ElasticsearchDestinationConfiguration.DomainARN',
  ),
  ...rows(
    { type: FIREHOSE, what: 'delivery', kind: 'endpoint' },
    'AmazonopensearchserviceDestinationConfiguration.ClusterEndpoint',
    'AmazonOpenSearchServerlessDestinationConfiguration.CollectionEndpoint',
    'ElasticsearchDestinationConfiguration.ClusterEndpoint',
    'HttpEndpointDestinationConfiguration.EndpointConfiguration.Url',
    'RedshiftDestinationConfiguration.ClusterJDBCURL',
    'SnowflakeDestinationConfiguration.AccountUrl',
    'SplunkDestinationConfiguration.HECEndpoint',
  ),

  ...rows(
    { type: 'AWS::Lambda::EventInvokeConfig', from: 'FunctionName', what: 'destination', bare: FUNCTION },
    'DestinationConfig.OnSuccess.Destination',
    'DestinationConfig.OnFailure.Destination',
  ),
  {
    type: 'AWS::Lambda::EventSourceMapping',
    from: 'EventSourceArn',
    to: 'FunctionName',
    what: 'event source mapping',
    bare: FUNCTION,
  },
  {
    type: 'AWS::Lambda::EventSourceMapping',
    from: 'FunctionName',
    to: 'DestinationConfig.OnFailure.Destination',
    what: 'destination',
    bare: FUNCTION,
  },
  { type: FUNCTION, to: 'DeadLetterConfig.TargetArn', what: 'dead letters' },
  { type: FUNCTION, to: 'LoggingConfig.LogGroup', what: 'log', bare: 'AWS::Logs::LogGroup' },
  { type: FUNCTION, from: 'FileSystemConfigs[].Arn', what: 'file system', both: true },
  { type: 'AWS::Serverless::Function', to: 'DeadLetterQueue.TargetArn', what: 'dead letters' },
  ...rows(
    { type: 'AWS::Serverless::Function', what: 'destination' },
    'EventInvokeConfig.DestinationConfig.OnSuccess.Destination',
    'EventInvokeConfig.DestinationConfig.OnFailure.Destination',
  ),

  {
    type: 'AWS::Logs::SubscriptionFilter',
    from: 'LogGroupName',
    to: 'DestinationArn',
    what: 'subscription',
    bare: 'AWS::Logs::LogGroup',
  },
  { type: 'AWS::Logs::Destination', to: 'TargetArn', what: 'destination' },

  { type: 'AWS::Pipes::Pipe', from: 'Source', what: 'pipe' },
  { type: 'AWS::Pipes::Pipe', to: 'Enrichment', what: 'enrichment', both: true },
  { type: 'AWS::Pipes::Pipe', to: 'Target', what: 'target' },

  {
    type: 'AWS::RDS::DBInstance',
    from: 'SourceDBInstanceIdentifier',
    what: 'replica',
  },
  {
    type: 'AWS::RDS::DBInstance',
    from: 'DBClusterIdentifier',
    what: 'instance',
    bare: 'AWS::RDS::DBCluster',
    both: true,
  },
  { type: 'AWS::RDS::DBCluster', from: 'ReplicationSourceIdentifier', what: 'replica', bare: 'AWS::RDS::DBCluster' },
  { type: 'AWS::RDS::Integration', from: 'SourceArn', to: 'TargetArn', what: 'integration' },
  { type: 'AWS::Redshift::Integration', from: 'SourceArn', to: 'TargetArn', what: 'integration' },
  { type: 'AWS::RedshiftServerless::Workgroup', from: 'NamespaceName', what: 'workgroup', both: true },

  ...rows(
    { type: 'AWS::S3::Bucket', what: 'notification' },
    'NotificationConfiguration.LambdaConfigurations[].Function',
    'NotificationConfiguration.QueueConfigurations[].Queue',
    'NotificationConfiguration.TopicConfigurations[].Topic',
  ),
  ...rows(
    { type: 'AWS::S3::Bucket', what: 'replication', ...BUCKET },
    'ReplicationConfiguration.Rules[].Destination.Bucket',
  ),
  ...rows({ type: 'AWS::S3::Bucket', what: 'access log', ...BUCKET }, 'LoggingConfiguration.DestinationBucketName'),
  ...rows({ type: 'AWS::S3::Bucket', what: 'inventory', ...BUCKET }, 'InventoryConfigurations[].Destination.BucketArn'),
  // What aws-cdk-lib makes of a bucket's notifications, read in its rendered templates.
  ...rows(
    { type: 'Custom::S3BucketNotifications', from: 'BucketName', what: 'notification', bare: 'AWS::S3::Bucket' },
    'NotificationConfiguration.LambdaFunctionConfigurations[].LambdaFunctionArn',
    'NotificationConfiguration.QueueConfigurations[].QueueArn',
    'NotificationConfiguration.TopicConfigurations[].TopicArn',
  ),

  { type: 'AWS::SNS::Subscription', from: 'TopicArn', to: 'RedrivePolicy.$.deadLetterTargetArn', what: 'dead letters' },
  { type: 'AWS::SQS::Queue', to: 'RedrivePolicy.$.deadLetterTargetArn', what: 'dead letters' },
];
