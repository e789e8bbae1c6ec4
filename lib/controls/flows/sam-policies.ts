/** A policy template of SAM: what it allows on the resource that its parameter names. */
export interface SamPolicy {
  readonly parameter: string;
  readonly actions: readonly string[];
}

const CHANGES_ITEMS = [
  'dynamodb:GetItem',
  'dynamodb:DeleteItem',
  'dynamodb:PutItem',
  'dynamodb:Scan',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:BatchGetItem',
];
const SENDS_MAIL = ['ses:SendEmail', 'ses:SendRawEmail'];

/**
 * The policy templates of SAM that let data move. The others let none.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html
 */
export const SAM_POLICIES: Readonly<Record<string, SamPolicy>> = {
  DynamoDBCrudPolicy: { parameter: 'TableName', actions: CHANGES_ITEMS },
  DynamoDBReadPolicy: {
    parameter: 'TableName',
    actions: ['dynamodb:GetItem', 'dynamodb:Scan', 'dynamodb:Query', 'dynamodb:BatchGetItem'],
  },
  DynamoDBRestoreFromBackupPolicy: { parameter: 'TableName', actions: CHANGES_ITEMS },
  DynamoDBStreamReadPolicy: { parameter: 'TableName', actions: ['dynamodb:GetRecords'] },
  DynamoDBWritePolicy: {
    parameter: 'TableName',
    actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
  },
  ElasticsearchHttpPostPolicy: { parameter: 'DomainName', actions: ['es:ESHttpPost', 'es:ESHttpPut'] },
  EventBridgePutEventsPolicy: { parameter: 'EventBusName', actions: ['events:PutEvents'] },
  FilterLogEventsPolicy: { parameter: 'LogGroupName', actions: ['logs:FilterLogEvents'] },
  FirehoseCrudPolicy: { parameter: 'DeliveryStreamName', actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'] },
  FirehoseWritePolicy: { parameter: 'DeliveryStreamName', actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'] },
  KinesisCrudPolicy: { parameter: 'StreamName', actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:Get*'] },
  KinesisStreamReadPolicy: { parameter: 'StreamName', actions: ['kinesis:GetRecords'] },
  LambdaInvokePolicy: { parameter: 'FunctionName', actions: ['lambda:InvokeFunction'] },
  PinpointEndpointAccessPolicy: {
    parameter: 'PinpointApplicationId',
    actions: ['mobiletargeting:GetEndpoint', 'mobiletargeting:UpdateEndpoint', 'mobiletargeting:UpdateEndpointsBatch'],
  },
  RekognitionFacesManagementPolicy: {
    parameter: 'CollectionId',
    actions: ['rekognition:IndexFaces', 'rekognition:SearchFaces', 'rekognition:SearchFacesByImage'],
  },
  RekognitionReadPolicy: {
    parameter: 'CollectionId',
    actions: ['rekognition:SearchFaces', 'rekognition:SearchFacesByImage'],
  },
  RekognitionWriteOnlyAccessPolicy: { parameter: 'CollectionId', actions: ['rekognition:IndexFaces'] },
  S3CrudPolicy: { parameter: 'BucketName', actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'] },
  S3FullAccessPolicy: { parameter: 'BucketName', actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'] },
  S3ReadPolicy: { parameter: 'BucketName', actions: ['s3:GetObject', 's3:GetObjectVersion'] },
  S3WritePolicy: { parameter: 'BucketName', actions: ['s3:PutObject'] },
  SESBulkTemplatedCrudPolicy: { parameter: 'IdentityName', actions: SENDS_MAIL },
  SESBulkTemplatedCrudPolicy_v2: { parameter: 'IdentityName', actions: SENDS_MAIL },
  SESCrudPolicy: { parameter: 'IdentityName', actions: SENDS_MAIL },
  SNSCrudPolicy: { parameter: 'TopicName', actions: ['sns:Subscribe', 'sns:Publish'] },
  SNSPublishMessagePolicy: { parameter: 'TopicName', actions: ['sns:Publish'] },
  SQSPollerPolicy: { parameter: 'QueueName', actions: ['sqs:ReceiveMessage'] },
  SQSSendMessagePolicy: { parameter: 'QueueName', actions: ['sqs:SendMessage'] },
  StepFunctionsExecutionPolicy: { parameter: 'StateMachineName', actions: ['states:StartExecution'] },
  StepFunctionsExecutionPolicy_v2: {
    parameter: 'StateMachineName',
    actions: ['states:StartExecution', 'states:StartSyncExecution'],
  },
};

/** A policy template of SAM, where it lets data move. */
export function samPolicy(name: string): SamPolicy | undefined {
  return Object.hasOwn(SAM_POLICIES, name) ? SAM_POLICIES[name] : undefined;
}
