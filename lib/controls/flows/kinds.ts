import { STORES_WITHOUT_ACTIONS } from './stores-without-actions';

/** What policies call a type of resource, and which actions on it move data. */
export interface Kind {
  /** Whether data rests in it. */
  readonly store: boolean;
  /** The service in its ARN, and what stands before its name there. */
  readonly arn: readonly [service: string, prefix: string];
  /** The property that names it. Without one, only AWS gives it a name or an id. */
  readonly name?: string;
  /** Actions that hand out what is in it. */
  readonly reads: readonly string[];
  /** Actions that put something into it. */
  readonly writes: readonly string[];
}

/**
 * Actions that change an item and can return it as it was.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html#DDB-PutItem-request-ReturnValues
 */
const RETURNING_ACTIONS = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
] as const;

export const RETURNING: ReadonlySet<string> = new Set(RETURNING_ACTIONS);

const DYNAMODB_READS = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:PartiQLSelect',
  'dynamodb:SearchVectors',
  'dynamodb:GetRecords',
  'dynamodb:ExportTableToPointInTime',
  'dynamodb:ReadDataForReplication',
  ...RETURNING_ACTIONS,
] as const;

const TABLE = {
  store: true,
  arn: ['dynamodb', 'table/'],
  name: 'TableName',
  reads: DYNAMODB_READS,
  writes: [
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:PartiQLInsert',
    'dynamodb:PartiQLUpdate',
    'dynamodb:ImportTable',
    'dynamodb:WriteDataForReplication',
  ],
} as const;

const SEARCH_DOMAIN = {
  store: true,
  arn: ['es', 'domain/'],
  name: 'DomainName',
  // A search can be a POST.
  reads: ['es:ESHttpGet', 'es:ESHttpPost'],
  writes: ['es:ESHttpPut', 'es:ESHttpPost', 'es:ESHttpPatch'],
} as const;

const INVOKED = ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'] as const;

const FUNCTION = {
  store: false,
  arn: ['lambda', 'function:'],
  name: 'FunctionName',
  // What it answers goes to whoever called it.
  reads: INVOKED,
  writes: [...INVOKED, 'lambda:InvokeAsync'],
} as const;

const STATE_MACHINE = {
  store: false,
  arn: ['states', 'stateMachine:'],
  reads: ['states:StartSyncExecution'],
  writes: ['states:StartExecution', 'states:StartSyncExecution'],
} as const;

/**
 * The types that grants are traced for. ARNs and actions: AWS's service authorization reference, names of properties: its
 * resource specification; test/facts/flows.test.ts compares both.
 *
 * Databases that are reached by a network connection, and not by an action, are in `networked-stores.ts` as well.
 */
export const KINDS = {
  'AWS::Backup::BackupVault': {
    store: true,
    arn: ['backup', 'backup-vault:'],
    name: 'BackupVaultName',
    reads: ['backup:StartRestoreJob', 'backup:StartCopyJob', 'backup:CopyFromBackupVault'],
    writes: ['backup:CopyIntoBackupVault', 'backup:StartBackupJob'],
  },
  'AWS::Cassandra::Table': {
    store: true,
    arn: ['cassandra', '/keyspace/'],
    reads: ['cassandra:Select', 'cassandra:SelectMultiRegionResource'],
    writes: ['cassandra:Modify', 'cassandra:ModifyMultiRegionResource'],
  },
  'AWS::Cognito::UserPool': {
    store: true,
    arn: ['cognito-idp', 'userpool/'],
    reads: [
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminInitiateAuth',
      'cognito-idp:AdminListUserAuthEvents',
      'cognito-idp:ListUsers',
      'cognito-idp:ListUsersInGroup',
    ],
    writes: ['cognito-idp:AdminCreateUser', 'cognito-idp:AdminUpdateUserAttributes'],
  },
  'AWS::CustomerProfiles::Domain': {
    store: true,
    arn: ['profile', 'domains/'],
    name: 'DomainName',
    reads: ['profile:SearchProfiles', 'profile:BatchGetProfile', 'profile:ListProfileObjects'],
    writes: ['profile:CreateProfile', 'profile:UpdateProfile', 'profile:PutProfileObject'],
  },
  'AWS::DSQL::Cluster': {
    store: true,
    arn: ['dsql', 'cluster/'],
    reads: ['dsql:DbConnect', 'dsql:DbConnectAdmin'],
    writes: ['dsql:DbConnect', 'dsql:DbConnectAdmin'],
  },
  'AWS::DynamoDB::GlobalTable': TABLE,
  'AWS::DynamoDB::Table': TABLE,
  'AWS::Elasticsearch::Domain': SEARCH_DOMAIN,
  'AWS::Events::Archive': {
    store: true,
    arn: ['events', 'archive/'],
    name: 'ArchiveName',
    reads: ['events:StartReplay'],
    writes: [],
  },
  'AWS::Events::EventBus': {
    store: false,
    arn: ['events', 'event-bus/'],
    name: 'Name',
    reads: [],
    writes: ['events:PutEvents'],
  },
  'AWS::HealthImaging::Datastore': {
    store: true,
    arn: ['medical-imaging', 'datastore/'],
    reads: ['medical-imaging:GetImageFrame', 'medical-imaging:GetImageSetMetadata', 'medical-imaging:GetDICOMInstance'],
    writes: ['medical-imaging:StartDICOMImportJob'],
  },
  'AWS::HealthLake::FHIRDatastore': {
    store: true,
    arn: ['healthlake', 'datastore/fhir/'],
    reads: [
      'healthlake:ReadResource',
      'healthlake:SearchWithGet',
      'healthlake:SearchWithPost',
      'healthlake:StartFHIRExportJob',
    ],
    writes: ['healthlake:CreateResource', 'healthlake:UpdateResource'],
  },
  'AWS::IAM::Group': { store: false, arn: ['iam', 'group/'], name: 'GroupName', reads: [], writes: [] },
  'AWS::IAM::ManagedPolicy': {
    store: false,
    arn: ['iam', 'policy/'],
    name: 'ManagedPolicyName',
    reads: [],
    writes: [],
  },
  'AWS::IAM::Role': {
    store: false,
    arn: ['iam', 'role/'],
    name: 'RoleName',
    // Whoever takes on a role reads and writes what it can.
    reads: ['sts:AssumeRole'],
    writes: ['sts:AssumeRole'],
  },
  'AWS::IAM::User': { store: false, arn: ['iam', 'user/'], name: 'UserName', reads: [], writes: [] },
  'AWS::Kendra::Index': {
    store: true,
    arn: ['kendra', 'index/'],
    reads: ['kendra:Query', 'kendra:Retrieve'],
    writes: ['kendra:BatchPutDocument'],
  },
  'AWS::Kinesis::Stream': {
    store: true,
    arn: ['kinesis', 'stream/'],
    name: 'Name',
    reads: ['kinesis:GetRecords', 'kinesis:SubscribeToShard'],
    writes: ['kinesis:PutRecord', 'kinesis:PutRecords'],
  },
  'AWS::KinesisFirehose::DeliveryStream': {
    store: false,
    arn: ['firehose', 'deliverystream/'],
    name: 'DeliveryStreamName',
    reads: [],
    writes: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
  },
  'AWS::KinesisVideo::Stream': {
    store: true,
    arn: ['kinesisvideo', 'stream/'],
    name: 'Name',
    reads: ['kinesisvideo:GetMedia', 'kinesisvideo:GetMediaForFragmentList', 'kinesisvideo:GetClip'],
    writes: ['kinesisvideo:PutMedia'],
  },
  'AWS::Lambda::Function': FUNCTION,
  'AWS::Location::Tracker': {
    store: true,
    arn: ['geo', 'tracker/'],
    name: 'TrackerName',
    reads: ['geo:GetDevicePosition', 'geo:GetDevicePositionHistory', 'geo:ListDevicePositions'],
    writes: ['geo:BatchUpdateDevicePosition'],
  },
  'AWS::Logs::LogGroup': {
    store: true,
    arn: ['logs', 'log-group:'],
    name: 'LogGroupName',
    reads: [
      'logs:GetLogEvents',
      'logs:FilterLogEvents',
      'logs:GetLogRecord',
      'logs:GetQueryResults',
      'logs:StartQuery',
      'logs:StartLiveTail',
      'logs:CreateExportTask',
    ],
    writes: ['logs:PutLogEvents'],
  },
  'AWS::NeptuneGraph::Graph': {
    store: true,
    arn: ['neptune-graph', 'graph/'],
    reads: ['neptune-graph:ReadDataViaQuery', 'neptune-graph:StartExportTask'],
    writes: ['neptune-graph:WriteDataViaQuery'],
  },
  'AWS::OpenSearchServerless::Collection': {
    store: true,
    arn: ['aoss', 'collection/'],
    reads: ['aoss:APIAccessAll'],
    writes: ['aoss:APIAccessAll'],
  },
  'AWS::OpenSearchService::Domain': SEARCH_DOMAIN,
  'AWS::Pinpoint::App': {
    store: true,
    arn: ['mobiletargeting', 'apps/'],
    reads: ['mobiletargeting:GetEndpoint', 'mobiletargeting:GetUserEndpoints', 'mobiletargeting:CreateExportJob'],
    writes: ['mobiletargeting:UpdateEndpoint', 'mobiletargeting:UpdateEndpointsBatch'],
  },
  'AWS::QLDB::Ledger': {
    store: true,
    arn: ['qldb', 'ledger/'],
    name: 'Name',
    reads: ['qldb:SendCommand', 'qldb:ExportJournalToS3'],
    writes: ['qldb:SendCommand'],
  },
  'AWS::RDS::DBCluster': {
    store: true,
    arn: ['rds', 'cluster:'],
    name: 'DBClusterIdentifier',
    reads: ['rds-data:ExecuteStatement', 'rds-data:ExecuteSql', 'rds:StartExportTask'],
    writes: ['rds-data:ExecuteStatement', 'rds-data:BatchExecuteStatement', 'rds-data:ExecuteSql'],
  },
  'AWS::Redshift::Cluster': {
    store: true,
    arn: ['redshift', 'cluster:'],
    name: 'ClusterIdentifier',
    reads: ['redshift-data:ExecuteStatement', 'redshift-data:BatchExecuteStatement'],
    writes: ['redshift-data:ExecuteStatement', 'redshift-data:BatchExecuteStatement'],
  },
  'AWS::RedshiftServerless::Workgroup': {
    store: false,
    arn: ['redshift-serverless', 'workgroup/'],
    reads: ['redshift-data:ExecuteStatement', 'redshift-data:BatchExecuteStatement'],
    writes: ['redshift-data:ExecuteStatement', 'redshift-data:BatchExecuteStatement'],
  },
  'AWS::Rekognition::Collection': {
    store: true,
    arn: ['rekognition', 'collection/'],
    name: 'CollectionId',
    reads: ['rekognition:SearchFaces', 'rekognition:SearchFacesByImage', 'rekognition:SearchUsers'],
    writes: ['rekognition:IndexFaces'],
  },
  'AWS::S3::Bucket': {
    store: true,
    arn: ['s3', ''],
    name: 'BucketName',
    reads: [
      's3:GetObject',
      's3:GetObjectVersion',
      's3:GetObjectTorrent',
      's3:GetObjectVersionTorrent',
      's3:GetObjectVersionForReplication',
      's3:InitiateReplication',
    ],
    writes: ['s3:PutObject', 's3:ReplicateObject'],
  },
  'AWS::S3Express::DirectoryBucket': {
    store: true,
    arn: ['s3express', 'bucket/'],
    name: 'BucketName',
    reads: ['s3express:CreateSession'],
    writes: ['s3express:CreateSession'],
  },
  'AWS::S3Tables::TableBucket': {
    store: true,
    arn: ['s3tables', 'bucket/'],
    name: 'TableBucketName',
    reads: ['s3tables:GetTableData'],
    writes: ['s3tables:PutTableData'],
  },
  'AWS::S3Vectors::VectorBucket': {
    store: true,
    arn: ['s3vectors', 'bucket/'],
    name: 'VectorBucketName',
    reads: ['s3vectors:GetVectors', 's3vectors:QueryVectors', 's3vectors:ListVectors'],
    writes: ['s3vectors:PutVectors'],
  },
  'AWS::SDB::Domain': {
    store: true,
    arn: ['sdb', 'domain/'],
    reads: ['sdb:GetAttributes', 'sdb:Select', 'sdb:StartDomainExport'],
    writes: ['sdb:PutAttributes', 'sdb:BatchPutAttributes'],
  },
  'AWS::SES::MailManagerArchive': {
    store: true,
    arn: ['ses', 'mailmanager-archive/'],
    reads: ['ses:GetArchiveMessage', 'ses:GetArchiveMessageContent', 'ses:StartArchiveExport'],
    writes: [],
  },
  'AWS::SNS::Topic': {
    store: false,
    arn: ['sns', ''],
    name: 'TopicName',
    reads: ['sns:Subscribe'],
    writes: ['sns:Publish'],
  },
  'AWS::SQS::Queue': {
    store: true,
    arn: ['sqs', ''],
    name: 'QueueName',
    reads: ['sqs:ReceiveMessage', 'sqs:StartMessageMoveTask'],
    writes: ['sqs:SendMessage'],
  },
  'AWS::Serverless::Function': FUNCTION,
  'AWS::Serverless::SimpleTable': TABLE,
  'AWS::Serverless::StateMachine': { ...STATE_MACHINE, name: 'Name' },
  'AWS::StepFunctions::StateMachine': { ...STATE_MACHINE, name: 'StateMachineName' },
  'AWS::Timestream::Table': {
    store: true,
    arn: ['timestream', 'database/'],
    reads: ['timestream:Select'],
    writes: ['timestream:WriteRecords'],
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type KindType = keyof typeof KINDS;

/** Actions that send to whomever the caller names, which no ARN tells. */
export const SENDING = [
  'mobiletargeting:SendMessages',
  'mobiletargeting:SendUsersMessages',
  'ses:SendBulkTemplatedEmail',
  'ses:SendEmail',
  'ses:SendRawEmail',
  'ses:SendTemplatedEmail',
  'sms-voice:SendTextMessage',
] as const;

/** The action by which a state machine calls an address outside of AWS. */
export const CALLING_OUT = 'states:InvokeHTTPEndpoint';

export function isKind(type: string): type is KindType {
  return Object.hasOwn(KINDS, type);
}

/** The types whose actions begin with the name of a service. */
export function typesOfService(service: string): readonly KindType[] {
  return Object.keys(KINDS)
    .filter(isKind)
    .filter((type) => [...KINDS[type].reads, ...KINDS[type].writes].some((action) => action.startsWith(`${service}:`)));
}

/** Whether data rests in resources of a type. */
export function isStoreType(type: string): boolean {
  return isKind(type) ? KINDS[type].store : STORES_WITHOUT_ACTIONS.has(type);
}
