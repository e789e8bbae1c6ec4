import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, PutDashboardCommand, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CreateTableCommand, DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateStreamCommand, KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient, ListFunctionsCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { CreateStateMachineCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { sdkConfiguration, type Target } from '../../../lib/local/target';

/** Puts a text where it should not be; the name says where. Each is found in a store of that kind. */
export type Plant = readonly [
  where: string,
  kind: string,
  plant: (target: Target, region: string, text: string) => Promise<unknown>,
];

const s3 = (target: Target, region: string) =>
  new S3Client({ ...sdkConfiguration(target, region), forcePathStyle: true });
const dynamodb = (target: Target, region: string) => new DynamoDBClient(sdkConfiguration(target, region));

async function bucket(target: Target, region: string, Bucket: string): Promise<S3Client> {
  const client = s3(target, region);
  const LocationConstraint = region as 'ap-southeast-1';
  await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint } }));
  await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  return client;
}

async function table(target: Target, region: string, TableName: string): Promise<DynamoDBClient> {
  const client = dynamodb(target, region);
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  return client;
}

export const PLANTS: readonly [Plant, ...Plant[]] = [
  [
    'an item',
    'table',
    async (target, region, text) => {
      const client = await table(target, region, 'planted-item');
      return client.send(
        new PutItemCommand({
          TableName: 'planted-item',
          Item: { id: { S: '1' }, deep: { M: { list: { L: [{ B: Buffer.from(text) }] } } } },
        }),
      );
    },
  ],
  [
    'an item that was deleted, in the stream',
    'table stream',
    async (target, region, text) => {
      const client = await table(target, region, 'planted-stream');
      await client.send(new PutItemCommand({ TableName: 'planted-stream', Item: { id: { S: text } } }));
      return client.send(new DeleteItemCommand({ TableName: 'planted-stream', Key: { id: { S: text } } }));
    },
  ],
  [
    "an object's content",
    'bucket',
    async (target, region, text) => {
      const client = await bucket(target, region, `planted-content-${region}`);
      return client.send(new PutObjectCommand({ Bucket: `planted-content-${region}`, Key: 'a', Body: `x${text}y` }));
    },
  ],
  [
    'an old version of an object',
    'bucket',
    async (target, region, text) => {
      const client = await bucket(target, region, `planted-version-${region}`);
      await client.send(new PutObjectCommand({ Bucket: `planted-version-${region}`, Key: 'a', Body: text }));
      await client.send(new PutObjectCommand({ Bucket: `planted-version-${region}`, Key: 'a', Body: 'harmless' }));
      return client.send(new DeleteObjectCommand({ Bucket: `planted-version-${region}`, Key: 'a' }));
    },
  ],
  [
    "an object's name",
    'bucket',
    async (target, region, text) => {
      const client = await bucket(target, region, `planted-name-${region}`);
      return client.send(
        new PutObjectCommand({ Bucket: `planted-name-${region}`, Key: `people/${text}/photo`, Body: 'harmless' }),
      );
    },
  ],
  [
    "an object's metadata",
    'bucket',
    async (target, region, text) => {
      const client = await bucket(target, region, `planted-metadata-${region}`);
      return client.send(
        new PutObjectCommand({
          Bucket: `planted-metadata-${region}`,
          Key: 'a',
          Body: 'harmless',
          Metadata: { who: text },
        }),
      );
    },
  ],
  [
    "an object's tags",
    'bucket',
    async (target, region, text) => {
      const client = await bucket(target, region, `planted-tags-${region}`);
      return client.send(
        new PutObjectCommand({
          Bucket: `planted-tags-${region}`,
          Key: 'a',
          Body: 'harmless',
          Tagging: `who=${encodeURIComponent(text)}`,
        }),
      );
    },
  ],
  [
    'a message',
    'queue',
    async (target, region, text) => {
      const client = new SQSClient(sdkConfiguration(target, region));
      const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: 'planted' }));
      return client.send(
        new SendMessageCommand({
          QueueUrl,
          MessageBody: 'harmless',
          MessageAttributes: { who: { DataType: 'String', StringValue: text } },
        }),
      );
    },
  ],
  [
    'an earlier value of a parameter',
    'parameter',
    async (target, region, text) => {
      const client = new SSMClient(sdkConfiguration(target, region));
      await client.send(new PutParameterCommand({ Name: '/planted', Value: text, Type: 'SecureString' }));
      return client.send(
        new PutParameterCommand({ Name: '/planted', Value: 'harmless', Type: 'SecureString', Overwrite: true }),
      );
    },
  ],
  [
    'an earlier value of a secret',
    'secret',
    async (target, region, text) => {
      const client = new SecretsManagerClient(sdkConfiguration(target, region));
      await client.send(new CreateSecretCommand({ Name: 'planted', SecretBinary: Buffer.from(text) }));
      return client.send(new PutSecretValueCommand({ SecretId: 'planted', SecretString: 'harmless' }));
    },
  ],
  [
    "a user's attribute",
    'user pool',
    async (target, region, text) => {
      const client = new CognitoIdentityProviderClient(sdkConfiguration(target, region));
      const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'planted' }));
      const UserAttributes = [{ Name: 'email', Value: text }];
      return client.send(
        new AdminCreateUserCommand({ UserPoolId: UserPool?.Id, Username: 'somebody', UserAttributes }),
      );
    },
  ],
  [
    'a log event',
    'log group',
    async (target, region, text) => {
      const client = new CloudWatchLogsClient(sdkConfiguration(target, region));
      const names = { logGroupName: 'planted', logStreamName: 'a' };
      await client.send(new CreateLogGroupCommand({ logGroupName: 'planted' }));
      await client.send(new CreateLogStreamCommand(names));
      return client.send(
        new PutLogEventsCommand({
          ...names,
          logEvents: [{ timestamp: Date.now(), message: `GET /people/${encodeURIComponent(text)}` }],
        }),
      );
    },
  ],
  [
    'a subscription',
    'topic',
    async (target, region, text) => {
      const client = new SNSClient(sdkConfiguration(target, region));
      const { TopicArn } = await client.send(new CreateTopicCommand({ Name: 'planted' }));
      return client.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: text }));
    },
  ],
  [
    "a function's environment",
    'function',
    async (target, region, text) => {
      const client = new LambdaClient(sdkConfiguration(target, region));
      const { Functions: [one] = [] } = await client.send(new ListFunctionsCommand({}));
      const FunctionName = one?.FunctionName;
      return client.send(
        new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables: { WHO: text } } }),
      );
    },
  ],
  [
    "an event rule's target",
    'event bus',
    async (target, region, text) => {
      const client = new EventBridgeClient(sdkConfiguration(target, region));
      await client.send(new PutRuleCommand({ Name: 'planted', ScheduleExpression: 'rate(1 day)' }));
      const Arn = `arn:aws:sqs:${region}:${target.account}:planted`;
      return client.send(
        new PutTargetsCommand({ Rule: 'planted', Targets: [{ Id: 'a', Arn, Input: JSON.stringify({ who: text }) }] }),
      );
    },
  ],
  [
    'an entry of a data stream',
    'data stream',
    async (target, region, text) => {
      const { requestHandler } = new SQSClient({}).config;
      const client = new KinesisClient({ ...sdkConfiguration(target, region), requestHandler });
      await client.send(new CreateStreamCommand({ StreamName: 'planted', ShardCount: 1 }));
      return client.send(new PutRecordCommand({ StreamName: 'planted', PartitionKey: 'a', Data: Buffer.from(text) }));
    },
  ],
  [
    "an execution's input",
    'state machine',
    async (target, region, text) => {
      const client = new SFNClient(sdkConfiguration(target, region));
      const definition = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Pass', End: true } } });
      const roleArn = `arn:aws:iam::${target.account}:role/Eu-status`;
      const { stateMachineArn } = await client.send(
        new CreateStateMachineCommand({ name: 'planted', definition, roleArn }),
      );
      return client.send(new StartExecutionCommand({ stateMachineArn, input: JSON.stringify({ who: text }) }));
    },
  ],
  [
    "a key's tags",
    'key',
    (target, region, text) => {
      const client = new KMSClient(sdkConfiguration(target, region));
      return client.send(new CreateKeyCommand({ Tags: [{ TagKey: 'who', TagValue: text }] }));
    },
  ],
  [
    "a metric's dimension",
    'metric',
    (target, region, text) => {
      const client = new CloudWatchClient(sdkConfiguration(target, region));
      const MetricData = [{ MetricName: 'a', Value: 1, Dimensions: [{ Name: 'who', Value: text }] }];
      return client.send(new PutMetricDataCommand({ Namespace: 'planted', MetricData }));
    },
  ],
  [
    'a dashboard',
    'dashboard',
    (target, region, text) => {
      const client = new CloudWatchClient(sdkConfiguration(target, region));
      const DashboardBody = JSON.stringify({ widgets: [{ type: 'text', properties: { markdown: text } }] });
      return client.send(new PutDashboardCommand({ DashboardName: 'planted', DashboardBody }));
    },
  ],
  [
    'a mail identity',
    'mail identity',
    (target, region, text) => {
      const client = new SESv2Client(sdkConfiguration(target, region));
      return client.send(new CreateEmailIdentityCommand({ EmailIdentity: text }));
    },
  ],
  [
    "a stack's parameters",
    'stack',
    (target, region, text) => {
      const client = new CloudFormationClient(sdkConfiguration(target, region));
      const TemplateBody = JSON.stringify({
        Parameters: { Who: { Type: 'String' } },
        Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: {} } },
      });
      const Parameters = [{ ParameterKey: 'Who', ParameterValue: text }];
      return client.send(new CreateStackCommand({ StackName: 'planted', TemplateBody, Parameters }));
    },
  ],
];
