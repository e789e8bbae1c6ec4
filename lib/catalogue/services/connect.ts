import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';
import { openToAnyRegion } from '../open-to-any-region';

export const connectGlobalResiliency = defineChannel({
  id: 'connect-global-resiliency',
  title: 'Connect instances have no replica in another region',
  risk: 'Contacts, agents and configuration are distributed between the instance and its replica; Frankfurt pairs with London only.',
  level: 'content',
  legitimate:
    'For a contact centre whose customers live in both regions of the pair, and were told so; for people of the European Union, London is another jurisdiction.',
  remediation: 'Remove the traffic distribution group and the replica.',
  references: ['https://docs.aws.amazon.com/connect/latest/adminguide/setup-connect-global-resiliency.html'],

  proactive: {
    rules: [
      openToAnyRegion(
        ['AWS::Connect::TrafficDistributionGroup'],
        '',
        'which distributes contacts to a replica of the instance in another region',
      ),
    ],
    violating: [
      exampleOf('AWS::Connect::TrafficDistributionGroup', { Name: 'calls', InstanceArn: { Ref: 'Instance' } }),
    ],
    compliant: [exampleOf('AWS::Connect::Instance', { InstanceAlias: 'us-east-1' })],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region of the replica; nothing else uses the actions, so the deny costs nothing.',
    denies: [
      {
        actions: [
          'connect:CreateTrafficDistributionGroup',
          'connect:ReplicateInstance',
          'connect:UpdateCrossRegionRouting',
          'connect:UpdateTrafficDistribution',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'connect.amazonaws.com',
        eventName: 'ReplicateInstance',
        recordedIn: 'source',
        opens: [{ path: 'replicaRegion', kind: 'region' }],
      },
      {
        eventSource: 'connect.amazonaws.com',
        eventName: 'UpdateTrafficDistribution',
        recordedIn: 'source',
        opens: [{ path: 'telephonyConfig.distributions[].region', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-connect',
        command: 'DescribeInstanceCommand',
        field: 'ReplicationConfiguration.ReplicationStatusSummaryList[].Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-connect',
        command: 'ListTrafficDistributionGroupsCommand',
        field: 'TrafficDistributionGroupSummaryList[].InstanceArn',
        kind: 'arn',
      },
    ],
  },
});

const STORAGE = ['AWS::Connect::InstanceStorageConfig'] as const;

export const connectStorageConfig = defineChannel({
  id: 'connect-storage-config',
  title: 'Connect keeps and streams contacts in its home region only',
  risk: 'Recordings, transcripts and records of contacts go to the bucket or stream, and what people say to the bot, wherever it is.',
  level: 'content',
  legitimate:
    'For reports on queues and waiting times. Recordings and transcripts go elsewhere only where agents and callers are of one jurisdiction that has both regions.',
  remediation: 'Name buckets, streams and bots of the home region.',
  references: [
    'https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-instances.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-connect-instancestorageconfig.html',
  ],

  proactive: {
    rules: [
      { types: STORAGE, path: 'S3Config.BucketName', kind: 'bucket' },
      { types: STORAGE, path: 'KinesisStreamConfig.StreamArn', kind: 'arn', passesUnnamed: true },
      { types: STORAGE, path: 'KinesisFirehoseConfig.FirehoseArn', kind: 'arn', passesUnnamed: true },
      { types: STORAGE, path: 'KinesisVideoStreamConfig.EncryptionConfig.KeyId', kind: 'arn', passesUnnamed: true },
      { types: ['AWS::Connect::IntegrationAssociation'], path: 'IntegrationArn', kind: 'arn', passesUnnamed: true },
    ],
    violating: [
      storage('S3Config.BucketName', 'calls-of-somebody-else'),
      storage('KinesisStreamConfig.StreamArn', 'arn:aws:kinesis:us-east-1:111122223333:stream/contacts'),
      storage('KinesisFirehoseConfig.FirehoseArn', 'arn:aws:firehose:us-east-1:111122223333:deliverystream/contacts'),
      storage('KinesisVideoStreamConfig.EncryptionConfig.KeyId', 'arn:aws:kms:us-east-1:111122223333:key/1234abcd'),
      exampleOf('AWS::Connect::IntegrationAssociation', {
        IntegrationType: 'LEX_BOT',
        IntegrationArn: 'arn:aws:lex:us-east-1:111122223333:bot-alias/HELP/LIVE',
      }),
    ],
    compliant: [
      storage('S3Config', { BucketName: { Ref: 'Store' }, BucketPrefix: 'us-east-1' }),
      storage('KinesisStreamConfig.StreamArn', {
        'Fn::Sub': 'arn:aws:kinesis:${AWS::Region}:${AWS::AccountId}:stream/us-east-1',
      }),
      exampleOf('AWS::Connect::IntegrationAssociation', {
        IntegrationType: 'LAMBDA_FUNCTION',
        IntegrationArn: { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:us-east-1' },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the destination; connect:StorageResourceType tells only what kind of data it is for.',
    denies: [
      {
        actions: ['connect:AssociateBot', 'connect:AssociateInstanceStorageConfig'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'connect.amazonaws.com',
        eventName: 'AssociateInstanceStorageConfig',
        recordedIn: 'source',
        opens: [
          { path: 'storageConfig.s3Config.bucketName', kind: 'bucket' },
          { path: 'storageConfig.kinesisStreamConfig.streamArn', kind: 'arn' },
          { path: 'storageConfig.kinesisFirehoseConfig.firehoseArn', kind: 'arn' },
        ],
      },
      {
        eventSource: 'connect.amazonaws.com',
        eventName: 'AssociateBot',
        recordedIn: 'source',
        opens: [
          { path: 'lexBot.lexRegion', kind: 'region' },
          { path: 'lexV2Bot.aliasArn', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-connect',
        command: 'ListInstanceStorageConfigsCommand',
        field: 'StorageConfigs[].S3Config.BucketName',
        kind: 'bucket',
      },
      {
        client: '@aws-sdk/client-connect',
        command: 'ListBotsCommand',
        field: 'LexBots[].LexBot.LexRegion',
        kind: 'region',
      },
    ],
  },
});

function storage(path: string, value: unknown) {
  return exampleOf('AWS::Connect::InstanceStorageConfig', propertiesAt(path, value), BUCKET_AT_HOME);
}
