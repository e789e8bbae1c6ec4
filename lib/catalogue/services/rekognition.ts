import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

const TYPES = ['AWS::Rekognition::StreamProcessor'] as const;

export const rekognitionStreamProcessor = defineChannel({
  id: 'rekognition-stream-processor',
  title: 'What Rekognition sees in a stream is told in its home region only',
  risk: 'Who and what was seen, when and where in the picture, goes to the stream, topic or bucket that is named; what is shared with the service may be kept in other regions.',
  level: 'content',
  legitimate:
    'For cameras that count goods or read meters. Faces and people in a home are special data, and what is seen of them is told nowhere else.',
  remediation: 'Name a stream, topic and bucket of the home region, and share nothing with the service.',
  references: [
    'https://docs.aws.amazon.com/rekognition/latest/dg/streaming-video.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rekognition-streamprocessor.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out.html',
  ],

  proactive: {
    rules: [
      { types: TYPES, path: 'S3Destination.BucketName', kind: 'bucket' },
      { types: TYPES, path: 'KinesisDataStream.Arn', kind: 'arn', passesUnnamed: true },
      { types: TYPES, path: 'NotificationChannel.Arn', kind: 'arn', passesUnnamed: true },
      {
        types: TYPES,
        path: 'DataSharingPreference.OptIn',
        kind: 'flag',
        opens: ['true'],
        reach: 'unknown',
        because: 'which lets AWS keep pictures to improve the service, in whichever region',
      },
    ],
    violating: [
      exampleOf(TYPES[0], { S3Destination: { BucketName: 'seen-by-somebody-else' } }),
      exampleOf(TYPES[0], { KinesisDataStream: { Arn: 'arn:aws:kinesis:us-east-1:111122223333:stream/seen' } }),
      exampleOf(TYPES[0], { NotificationChannel: { Arn: 'arn:aws:sns:us-east-1:111122223333:seen' } }),
      exampleOf(TYPES[0], { DataSharingPreference: { OptIn: true } }),
    ],
    compliant: [
      exampleOf(
        TYPES[0],
        {
          Name: 'us-east-1',
          S3Destination: { BucketName: { Ref: 'Store' } },
          NotificationChannel: { Arn: { 'Fn::Sub': 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:us-east-1' } },
          DataSharingPreference: { OptIn: false },
        },
        BUCKET_AT_HOME,
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the stream, the topic or the bucket. An AI services opt-out policy of the organization refuses the sharing.',
    denies: [
      {
        actions: ['rekognition:CreateStreamProcessor', 'rekognition:UpdateStreamProcessor'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'rekognition.amazonaws.com',
        eventName: 'CreateStreamProcessor',
        recordedIn: 'source',
        opens: [
          { path: 'output.s3Destination.bucket', kind: 'bucket' },
          { path: 'output.kinesisDataStream.arn', kind: 'arn' },
          { path: 'notificationChannel.sNSTopicArn', kind: 'arn' },
          { path: 'dataSharingPreference.optIn', kind: 'flag', opens: ['true'] },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-rekognition',
        command: 'DescribeStreamProcessorCommand',
        field: 'Output.S3Destination.Bucket',
        kind: 'bucket',
      },
    ],
  },
});
