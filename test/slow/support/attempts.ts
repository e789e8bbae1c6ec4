import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, PutSubscriptionFilterCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateTableCommand,
  DynamoDBClient,
  ExportTableToPointInTimeCommand,
  GetItemCommand,
} from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateRoleCommand,
  CreateUserCommand,
  DeleteRolePermissionsBoundaryCommand,
  IAMClient,
  ListRolesCommand,
  PutRolePermissionsBoundaryCommand,
} from '@aws-sdk/client-iam';
import { CreateKeyCommand, KMSClient, ReplicateKeyCommand } from '@aws-sdk/client-kms';
import { CreateFunctionUrlConfigCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { sdkConfiguration } from '../../../lib/local/target';
import type { Attempt } from './attempt';
import { BUCKET_ATTEMPTS } from './bucket-attempts';

const TABLE = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
} as const;
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const KMS_KEYS = 'it knows no condition keys of KMS';

const sns = (protocol: string, endpoint: string): Pick<Attempt, 'action' | 'resource' | 'context' | 'make'> => ({
  action: 'sns:Subscribe',
  resource: 'arn:aws:sns:{home}:{account}:orders',
  context: { 'sns:Protocol': protocol, 'sns:Endpoint': endpoint },
  make: ({ as, region }) =>
    new SNSClient(sdkConfiguration(as, region)).send(
      new SubscribeCommand({
        TopicArn: `arn:aws:sns:${region}:${as.account}:orders`,
        Protocol: protocol,
        Endpoint: endpoint.replace('{home}', region).replace('{account}', as.account),
      }),
    ),
});
/** Calls whose refusal, or not, the emulator can show for itself. */
export const ATTEMPTS: readonly Attempt[] = [
  ...BUCKET_ATTEMPTS,
  ...['{home}', '{abroad}'].map(
    (where): Attempt => ({
      name: `makes a table in ${where}`,
      action: 'dynamodb:CreateTable',
      resource: `arn:aws:dynamodb:${where}:{account}:table/tried`,
      region: where,
      make: ({ as, region, id }) =>
        new DynamoDBClient(sdkConfiguration(as, region)).send(
          new CreateTableCommand({
            ...TABLE,
            AttributeDefinitions: [...TABLE.AttributeDefinitions],
            KeySchema: [...TABLE.KeySchema],
            TableName: id,
          }),
        ),
    }),
  ),
  {
    name: 'reads an item',
    action: 'dynamodb:GetItem',
    resource: 'arn:aws:dynamodb:{home}:{account}:table/tried',
    make: ({ as, region, id }) =>
      new DynamoDBClient(sdkConfiguration(as, region)).send(
        new GetItemCommand({ TableName: id, Key: { id: { S: '1' } } }),
      ),
  },
  {
    name: 'exports a table',
    action: 'dynamodb:ExportTableToPointInTime',
    resource: 'arn:aws:dynamodb:{home}:{account}:table/tried',
    make: ({ as, region, id }) =>
      new DynamoDBClient(sdkConfiguration(as, region)).send(
        new ExportTableToPointInTimeCommand({
          TableArn: `arn:aws:dynamodb:${region}:${as.account}:table/${id}`,
          S3Bucket: 'far',
        }),
      ),
  },
  ...['{home}', '{abroad}'].map(
    (where): Attempt => ({
      name: `makes a key in ${where}`,
      action: 'kms:CreateKey',
      resource: '*',
      region: where,
      make: ({ as, region }) => new KMSClient(sdkConfiguration(as, region)).send(new CreateKeyCommand({})),
    }),
  ),
  {
    name: 'makes a key for several regions',
    action: 'kms:CreateKey',
    resource: '*',
    context: { 'kms:MultiRegion': 'true' },
    make: ({ as, region }) =>
      new KMSClient(sdkConfiguration(as, region)).send(new CreateKeyCommand({ MultiRegion: true })),
    notShown: KMS_KEYS,
  },
  {
    name: 'replicates a key',
    action: 'kms:ReplicateKey',
    resource: 'arn:aws:kms:{home}:{account}:key/mrk-1',
    context: { 'kms:ReplicaRegion': 'us-east-1' },
    make: ({ as, region }) =>
      new KMSClient(sdkConfiguration(as, region)).send(
        new ReplicateKeyCommand({ KeyId: 'mrk-1', ReplicaRegion: 'us-east-1' }),
      ),
    // The emulator does not fill the key; a destination that is not named is refused as well.
  },
  {
    name: 'makes a user without a boundary',
    action: 'iam:CreateUser',
    resource: 'arn:aws:iam::{account}:user/tried',
    region: 'us-east-1',
    make: ({ as, region, id }) =>
      new IAMClient(sdkConfiguration(as, region)).send(new CreateUserCommand({ UserName: `tried-${id}` })),
  },
  {
    name: 'makes a secret with a replica',
    action: 'secretsmanager:CreateSecret',
    resource: 'arn:aws:secretsmanager:{home}:{account}:secret:tried-abcdef',
    context: { 'secretsmanager:AddReplicaRegions': ['us-east-1'] },
    make: ({ as, region, id }) =>
      new SecretsManagerClient(sdkConfiguration(as, region)).send(
        new CreateSecretCommand({ Name: `${id}-2`, SecretString: 's', AddReplicaRegions: [{ Region: 'us-east-1' }] }),
      ),
    notShown: 'it knows no condition keys of Secrets Manager',
  },
  {
    name: 'makes a secret',
    action: 'secretsmanager:CreateSecret',
    resource: 'arn:aws:secretsmanager:{home}:{account}:secret:tried-abcdef',
    make: ({ as, region, id }) =>
      new SecretsManagerClient(sdkConfiguration(as, region)).send(
        new CreateSecretCommand({ Name: id, SecretString: 's' }),
      ),
  },
  ...['{home}', '{abroad}'].map(
    (where): Attempt => ({
      name: `writes a parameter in ${where}`,
      action: 'ssm:PutParameter',
      resource: `arn:aws:ssm:${where}:{account}:parameter/tried`,
      region: where,
      make: ({ as, region, id }) =>
        new SSMClient(sdkConfiguration(as, region)).send(
          new PutParameterCommand({ Name: id, Value: 'v', Type: 'String' }),
        ),
    }),
  ),
  ...['{home}', 'us-east-1'].map(
    (where): Attempt => ({
      name: `makes a queue in ${where}`,
      action: 'sqs:CreateQueue',
      resource: `arn:aws:sqs:${where}:{account}:tried`,
      region: where,
      make: ({ as, region, id }) =>
        new SQSClient(sdkConfiguration(as, region)).send(new CreateQueueCommand({ QueueName: id })),
    }),
  ),
  {
    name: 'sends to a queue in us-east-1',
    action: 'sqs:SendMessage',
    resource: 'arn:aws:sqs:us-east-1:{account}:tried',
    region: 'us-east-1',
    make: ({ as, region, id }) =>
      new SQSClient(sdkConfiguration(as, region)).send(
        new SendMessageCommand({ QueueUrl: `${as.endpoint}/${as.account}/${id}`, MessageBody: 'm' }),
      ),
  },
  { name: 'subscribes a queue at home', ...sns('sqs', 'arn:aws:sqs:{home}:{account}:tried') },
  {
    name: 'subscribes a queue in us-east-1',
    ...sns('sqs', 'arn:aws:sqs:us-east-1:{account}:tried'),
    notShown: 'it knows no condition keys of SNS',
  },
  {
    name: 'streams logs',
    action: 'logs:PutSubscriptionFilter',
    resource: 'arn:aws:logs:{home}:{account}:log-group:tried',
    make: ({ as, region }) =>
      new CloudWatchLogsClient(sdkConfiguration(as, region)).send(
        new PutSubscriptionFilterCommand({
          logGroupName: 'tried',
          filterName: 'f',
          filterPattern: '',
          destinationArn: `arn:aws:lambda:${region}:${as.account}:function:f`,
        }),
      ),
  },
  {
    name: 'sends events to us-east-1',
    action: 'events:PutTargets',
    resource: 'arn:aws:events:{home}:{account}:rule/tried',
    context: { 'events:TargetArn': ['arn:aws:events:us-east-1:{account}:event-bus/default'] },
    make: ({ as, region }) =>
      new EventBridgeClient(sdkConfiguration(as, region)).send(
        new PutTargetsCommand({
          Rule: 'tried',
          Targets: [{ Id: '1', Arn: `arn:aws:events:us-east-1:${as.account}:event-bus/default` }],
        }),
      ),
    notShown: 'it knows no condition keys of EventBridge',
  },
  {
    name: 'makes an open address of a function',
    action: 'lambda:CreateFunctionUrlConfig',
    resource: 'arn:aws:lambda:{home}:{account}:function:tried',
    context: { 'lambda:FunctionUrlAuthType': 'NONE' },
    make: ({ as, region }) =>
      new LambdaClient(sdkConfiguration(as, region)).send(
        new CreateFunctionUrlConfigCommand({ FunctionName: 'tried', AuthType: 'NONE' }),
      ),
    notShown: 'it knows no condition keys of Lambda',
  },
  ...['{home}', '{abroad}'].map(
    (where): Attempt => ({
      name: `reads the outputs of stacks in ${where}`,
      action: 'cloudformation:DescribeStacks',
      resource: `arn:aws:cloudformation:${where}:{account}:stack/Eu-Data/1`,
      region: where,
      make: ({ as, region }) =>
        new CloudFormationClient(sdkConfiguration(as, region)).send(
          new DescribeStacksCommand({ StackName: 'Eu-Data' }),
        ),
    }),
  ),
  {
    name: 'lists roles',
    action: 'iam:ListRoles',
    resource: '*',
    region: 'us-east-1',
    make: ({ as, region }) => new IAMClient(sdkConfiguration(as, region)).send(new ListRolesCommand({})),
  },
  {
    name: 'makes a role without a boundary',
    action: 'iam:CreateRole',
    resource: 'arn:aws:iam::{account}:role/tried',
    region: 'us-east-1',
    make: ({ as, region, id }) =>
      new IAMClient(sdkConfiguration(as, region)).send(
        new CreateRoleCommand({ RoleName: id, AssumeRolePolicyDocument: TRUST }),
      ),
  },
  {
    name: 'takes a boundary away',
    action: 'iam:DeleteRolePermissionsBoundary',
    resource: 'arn:aws:iam::{account}:role/tried',
    region: 'us-east-1',
    make: ({ as, region, id }) =>
      new IAMClient(sdkConfiguration(as, region)).send(new DeleteRolePermissionsBoundaryCommand({ RoleName: id })),
  },
  {
    name: 'gives a role a boundary that bounds nothing',
    action: 'iam:PutRolePermissionsBoundary',
    resource: 'arn:aws:iam::{account}:role/tried',
    region: 'us-east-1',
    context: { 'iam:PermissionsBoundary': 'arn:aws:iam::aws:policy/AdministratorAccess' },
    make: ({ as, region, id }) =>
      new IAMClient(sdkConfiguration(as, region)).send(
        new PutRolePermissionsBoundaryCommand({
          RoleName: id,
          PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
        }),
      ),
  },
];
