import { defineChannel, notCovered } from '../channel';

export const bedrockModelCopyAndBatch = defineChannel({
  id: 'bedrock-model-copy-and-batch',
  title: 'Bedrock models and the files of its jobs stay in their home region',
  risk: 'A model that was tuned with personal data is copied to another region; a job reads prompts from one bucket and writes answers into another, wherever they are.',
  level: 'content',
  legitimate:
    'For a model that was tuned on public or invented texts, since what a model learned by heart can be asked from it. For batches the same is true of each prompt.',
  remediation: 'Train the model anew where it is needed, and name buckets of the home region in jobs.',
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/copy-model.html',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html',
  ],

  proactive: notCovered(
    'copies of models and jobs are made by calls; CloudFormation has no resource for them, and a state machine or custom resource that makes them is judged as such',
  ),
  preventive: {
    strength: 'region-deny',
    why: 'a model is copied by a call in the region that it is copied to, which a region deny stops. No key names the buckets of a job: the role that the job is given limits those.',
    denies: [
      { actions: ['bedrock:CreateModelCopyJob'], authorisedIn: 'destination', strength: 'region-deny' },
      {
        actions: ['bedrock:CreateModelCustomizationJob', 'bedrock:CreateModelInvocationJob'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'CreateModelCopyJob',
        recordedIn: 'destination',
        opens: [{ path: 'sourceModelArn', kind: 'arn' }],
      },
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'CreateModelInvocationJob',
        recordedIn: 'source',
        opens: [{ path: 'outputDataConfig.s3OutputDataConfig.s3Uri', kind: 'bucket' }],
      },
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'CreateModelCustomizationJob',
        recordedIn: 'source',
        opens: [{ path: 'outputDataConfig.s3Uri', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-bedrock',
        command: 'ListModelCopyJobsCommand',
        field: 'modelCopyJobSummaries[].sourceModelArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-bedrock',
        command: 'ListModelInvocationJobsCommand',
        field: 'invocationJobSummaries[].outputDataConfig.s3OutputDataConfig.s3Uri',
        kind: 'bucket',
      },
    ],
  },
});

export const bedrockInvocationLogging = defineChannel({
  id: 'bedrock-invocation-logging',
  title: 'Bedrock logs prompts and answers to stores of the home region only',
  risk: 'Whole prompts and answers of every call in the account and region are written to a log group and into a bucket, which other accounts and regions may read from or copy.',
  level: 'content',
  legitimate:
    'For an account in which models are only tried, with invented prompts. In production it can serve the tracing of abuse, in a log group at home, with a short retention that people are told of.',
  remediation: 'Switch the logging off, or name a bucket that a stack of the home region makes.',
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html'],

  proactive: notCovered(
    'the logging is a setting of account and region that a call makes; CloudFormation has no resource for it',
  ),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket. The setting is made once for an account and region, so the deny costs little.',
    denies: [
      {
        actions: ['bedrock:PutModelInvocationLoggingConfiguration'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'PutModelInvocationLoggingConfiguration',
        recordedIn: 'source',
        opens: [
          { path: 'loggingConfig.s3Config.bucketName', kind: 'bucket' },
          { path: 'loggingConfig.cloudWatchConfig.largeDataDeliveryS3Config.bucketName', kind: 'bucket' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-bedrock',
        command: 'GetModelInvocationLoggingConfigurationCommand',
        field: 'loggingConfig.s3Config.bucketName',
        kind: 'bucket',
      },
    ],
  },
});

export const bedrockDataRetention = defineChannel({
  id: 'bedrock-data-retention',
  title: 'Bedrock keeps no prompts and hands none to the providers of models',
  risk: 'Prompts and answers are kept for review by AWS, or shared with the provider of the model. Where they are kept is not documented; data that detects abuse is kept where a call was answered.',
  level: 'content',
  legitimate:
    'For models that are used with nothing but public text, where the provider asks for retention as a condition of access.',
  remediation: 'Set the mode of retention to none.',
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/abuse-detection.html'],

  proactive: notCovered(
    'retention is a setting of the account that a call makes; CloudFormation has no resource for it',
  ),
  preventive: {
    strength: 'exact',
    why: 'bedrock:DataRetentionMode holds the mode that is asked for, so every mode but none is refused. The modes are those of the API, of which the documentation says no more.',
    denies: [
      {
        actions: ['bedrock:PutAccountDataRetention'],
        authorisedIn: 'source',
        strength: 'exact',
        when: {
          key: 'bedrock:DataRetentionMode',
          is: ['aws_review', 'default', 'inherit', 'provider_data_share'],
        },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'bedrock.amazonaws.com',
        eventName: 'PutAccountDataRetention',
        recordedIn: 'source',
        opens: [{ path: 'mode', kind: 'flag', opens: ['aws_review', 'default', 'inherit', 'provider_data_share'] }],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-bedrock', command: 'GetAccountDataRetentionCommand', field: 'mode', kind: 'flag' },
    ],
  },
});
