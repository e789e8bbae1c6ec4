import { defineChannel, type Rule } from '../channel';
import { exampleOf, mapped } from '../examples';

const FAR = 'us-east-1';
const BOT = 'AWS::Lex::Bot';
const ALIAS = 'AWS::Lex::BotAlias';

export const lexGlobalResiliency = defineChannel({
  id: 'lex-global-resiliency',
  title: 'Lex bots have no replica in another region',
  risk: 'The bot, with its versions and aliases, is copied to the paired region, and holds conversations with people there.',
  level: 'content',
  legitimate:
    'For a bot that tells opening hours and keeps no conversation, or where both regions of the pair are of the jurisdiction of those who talk to it.',
  remediation: 'Remove the replica, and deploy the bot in the other region as a bot of its own.',
  references: [
    'https://docs.aws.amazon.com/lexv2/latest/dg/global-resiliency.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lex-bot.html',
  ],

  proactive: {
    rules: [{ types: [BOT], path: 'Replication.ReplicaRegions[]', kind: 'region' }],
    violating: [exampleOf(BOT, { Name: 'help', Replication: { ReplicaRegions: ['eu-west-2'] } })],
    compliant: [
      exampleOf(BOT, { Name: 'help-us-east-1' }),
      exampleOf(BOT, { Name: 'help', Replication: { Ref: 'AWS::NoValue' } }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region. The action has no other use.',
    denies: [{ actions: ['lex:CreateBotReplica'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'lex.amazonaws.com',
        eventName: 'CreateBotReplica',
        recordedIn: 'source',
        opens: [{ path: 'replicaRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-lex-models-v2',
        command: 'ListBotReplicasCommand',
        field: 'botReplicaSummaries[].replicaRegion',
        kind: 'region',
      },
    ],
  },
});

/** The same settings stand in an alias, and in a bot for its test alias. */
const SETTINGS = [
  [ALIAS, ''],
  [BOT, 'TestBotAliasSettings.'],
] as const;

const TEXT_LOGS = 'ConversationLogSettings.TextLogSettings[].Destination.CloudWatch.CloudWatchLogGroupArn';
const AUDIO_LOGS = 'ConversationLogSettings.AudioLogSettings[].Destination.S3Bucket.S3BucketArn';
const CODE = 'BotAliasLocaleSettings[].BotAliasLocaleSetting.CodeHookSpecification.LambdaCodeHook.LambdaArn';
const DEEPGRAM = 'BotLocales[].SpeechRecognitionSettings.SpeechModelConfig.DeepgramConfig';

export const lexConversations = defineChannel({
  id: 'lex-conversations',
  title: 'Lex bots keep conversations, and have them worked with, in their home region only',
  risk: "What people say and write to the bot is logged to the group and the bucket, handed to the function, and where the bot listens by another provider's model, sent to that provider.",
  level: 'content',
  legitimate:
    'For a bot in trials with its own developers. Where people were asked and agreed, a provider of speech models can be one more processor, with a contract.',
  remediation: 'Name a bucket, a log group and a function of the home region, and use a speech model of Lex.',
  references: [
    'https://docs.aws.amazon.com/lexv2/latest/dg/conversation-logs.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lex-botalias.html',
  ],

  proactive: {
    rules: [
      ...mapped(SETTINGS, ([type, under]): Rule => ({ types: [type], path: `${under}${AUDIO_LOGS}`, kind: 'bucket' })),
      // Log groups and functions that are not bound are those of the bot's own region, from which Lex calls them.
      ...SETTINGS.flatMap(([type, under]) =>
        [TEXT_LOGS, CODE].map(
          (path): Rule => ({ types: [type], path: `${under}${path}`, kind: 'arn', onlyAbroad: true }),
        ),
      ),
      {
        types: [BOT],
        path: DEEPGRAM,
        kind: 'presence',
        reach: 'unknown',
        because: 'a provider outside of AWS, whose region nothing here tells',
      },
    ],
    violating: [
      exampleOf(ALIAS, settings('arn:aws:s3:::voices', FAR)),
      exampleOf(BOT, { Name: 'help', TestBotAliasSettings: settings('arn:aws:s3:::voices', FAR) }),
      exampleOf(BOT, {
        Name: 'help',
        BotLocales: [
          {
            LocaleId: 'de_DE',
            SpeechRecognitionSettings: {
              SpeechModelPreference: 'Deepgram',
              SpeechModelConfig: {
                DeepgramConfig: { ApiTokenSecretArn: 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:speech' },
              },
            },
          },
        ],
      }),
    ],
    compliant: [
      exampleOf(ALIAS, settings({ 'Fn::GetAtt': ['Voices', 'Arn'] }, 'eu-central-1'), {
        Voices: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'voices-us-east-1' } },
      }),
      exampleOf(BOT, {
        Name: 'help',
        BotLocales: [{ LocaleId: 'de_DE', SpeechRecognitionSettings: { SpeechModelPreference: 'Neural' } }],
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names a destination. The logs are written by the role of the bot, which its boundary limits.',
    denies: [
      { actions: ['lex:CreateBotAlias', 'lex:UpdateBotAlias'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'lex.amazonaws.com',
        eventName: 'CreateBotAlias',
        recordedIn: 'source',
        opens: [
          { path: 'conversationLogSettings.audioLogSettings[].destination.s3Bucket.s3BucketArn', kind: 'bucket' },
          {
            path: 'conversationLogSettings.textLogSettings[].destination.cloudWatch.cloudWatchLogGroupArn',
            kind: 'arn',
          },
        ],
      },
      {
        eventSource: 'lex.amazonaws.com',
        eventName: 'UpdateBotAlias',
        recordedIn: 'source',
        opens: [
          { path: 'conversationLogSettings.audioLogSettings[].destination.s3Bucket.s3BucketArn', kind: 'bucket' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-lex-models-v2',
        command: 'DescribeBotAliasCommand',
        field: 'conversationLogSettings.audioLogSettings[].destination.s3Bucket.s3BucketArn',
        kind: 'bucket',
      },
      {
        client: '@aws-sdk/client-lex-models-v2',
        command: 'DescribeBotAliasCommand',
        field: 'botAliasLocaleSettings{}.codeHookSpecification.lambdaCodeHook.lambdaARN',
        kind: 'arn',
      },
    ],
  },
});

function settings(bucket: unknown, region: string) {
  return {
    ConversationLogSettings: {
      AudioLogSettings: [{ Enabled: true, Destination: { S3Bucket: { S3BucketArn: bucket, LogPrefix: 'de' } } }],
      TextLogSettings: [
        {
          Enabled: true,
          Destination: { CloudWatch: { CloudWatchLogGroupArn: `arn:aws:logs:${region}:111122223333:log-group:said` } },
        },
      ],
    },
    BotAliasLocaleSettings: [
      {
        LocaleId: 'de_DE',
        BotAliasLocaleSetting: {
          Enabled: true,
          CodeHookSpecification: {
            LambdaCodeHook: {
              LambdaArn: `arn:aws:lambda:${region}:111122223333:function:answer`,
              CodeHookInterfaceVersion: '1.0',
            },
          },
        },
      },
    ],
  };
}
