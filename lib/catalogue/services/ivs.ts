import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

/** Where recordings and chats are kept. */
const BUCKETS = [
  { type: 'AWS::IVS::RecordingConfiguration', path: 'DestinationConfiguration.S3.BucketName' },
  { type: 'AWS::IVS::StorageConfiguration', path: 'S3.BucketName' },
  { type: 'AWS::IVSChat::LoggingConfiguration', path: 'DestinationConfiguration.S3.BucketName' },
] as const;

/** What a stage or a room hands its content to. */
const ARNS = [
  { type: 'AWS::IVS::Stage', path: 'AutoParticipantRecordingConfiguration.StorageConfigurationArn' },
  { type: 'AWS::IVSChat::Room', path: 'MessageReviewHandler.Uri' },
] as const;

export const ivsRealtimeGlobal = defineChannel({
  id: 'ivs-realtime-global',
  title: 'IVS records streams and chats in its home region only',
  risk: 'Pictures, voices and messages are kept in the bucket, wherever it is; participants can be replicated to other stages.',
  level: 'content',
  legitimate:
    'For a stream that is broadcast to the public by those who appear in it. Chats and recordings of other participants are kept where these live.',
  remediation: 'Record to a bucket that a stack of the home region makes.',
  references: [
    'https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/what-is.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ivs-recordingconfiguration.html',
  ],

  proactive: {
    rules: [
      ...mapped(BUCKETS, ({ type, path }) => ({ types: [type], path, kind: 'bucket' }) as const),
      ...mapped(ARNS, ({ type, path }) => ({ types: [type], path, kind: 'arn', passesUnnamed: true }) as const),
    ],
    violating: [
      ...mapped(BUCKETS, ({ type, path }) => exampleOf(type, propertiesAt(path, 'streams-of-somebody-else'))),
      ...mapped(ARNS, ({ type, path }) =>
        exampleOf(type, propertiesAt(path, 'arn:aws:lambda:us-east-1:111122223333:function:review')),
      ),
    ],
    compliant: [
      ...mapped(BUCKETS, ({ type, path }) => exampleOf(type, propertiesAt(path, { Ref: 'Store' }), BUCKET_AT_HOME)),
      exampleOf(
        'AWS::IVS::Stage',
        {
          Name: 'us-east-1',
          AutoParticipantRecordingConfiguration: { StorageConfigurationArn: { 'Fn::GetAtt': ['Recordings', 'Arn'] } },
        },
        { Recordings: { Type: 'AWS::IVS::StorageConfiguration', Properties: { Name: 'us-east-1' } } },
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the bucket or the stage. Whether a participant can be replicated to a stage of another region, AWS does not say.',
    denies: [
      {
        actions: [
          'ivs:CreateRecordingConfiguration',
          'ivs:CreateStorageConfiguration',
          'ivs:StartParticipantReplication',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ivs.amazonaws.com',
        eventName: 'CreateRecordingConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'destinationConfiguration.s3.bucketName', kind: 'bucket' }],
      },
      {
        eventSource: 'ivs.amazonaws.com',
        eventName: 'StartParticipantReplication',
        recordedIn: 'source',
        opens: [{ path: 'destinationStageArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ivs',
        command: 'GetRecordingConfigurationCommand',
        field: 'recordingConfiguration.destinationConfiguration.s3.bucketName',
        kind: 'bucket',
      },
    ],
  },
});
