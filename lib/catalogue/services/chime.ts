import type { Violation } from '../../domain/finding';
import { defineChannel, type JudgedResource } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const PIPELINE = ['AWS::Chime::MediaInsightsPipelineConfiguration'] as const;

export const chimeSdkMediaRegion = defineChannel({
  id: 'chime-sdk-media-region',
  title: 'Chime SDK carries calls and meetings in its home region only',
  risk: 'Voices and pictures are carried, recorded and analysed in the region that is named.',
  level: 'content',
  legitimate:
    'For a meeting that its members hold across jurisdictions by their own choice and are told where it is carried. Recordings still stay at home.',
  remediation: 'Name the home region, and choose it as MediaRegion of each meeting.',
  references: [
    'https://docs.aws.amazon.com/chime-sdk/latest/dg/chime-sdk-meetings-regions.html',
    'https://docs.aws.amazon.com/chime-sdk/latest/APIReference/API_voice-chime_CreateVoiceConnector.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::Chime::VoiceConnector', 'AWS::Chime::SipMediaApplication'],
        path: 'AwsRegion',
        kind: 'region',
      },
      { kind: 'function', types: ['AWS::Chime::VoiceConnector'], paths: ['AwsRegion'], violations: defaultRegion },
      {
        types: ['AWS::Chime::SipMediaApplication'],
        path: 'Endpoints[].LambdaArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      {
        types: ['AWS::Chime::MediaPipelineKinesisVideoStreamPool'],
        path: 'StreamConfiguration.Region',
        kind: 'region',
      },
      {
        types: PIPELINE,
        path: 'Elements[].KinesisDataStreamSinkConfiguration.InsightsTarget',
        kind: 'arn',
        passesUnnamed: true,
      },
      { types: PIPELINE, path: 'Elements[].S3RecordingSinkConfiguration.Destination', kind: 'bucket' },
    ],
    violating: [
      exampleOf('AWS::Chime::VoiceConnector', { Name: 'calls', AwsRegion: 'us-east-1' }),
      exampleOf('AWS::Chime::VoiceConnector', { Name: 'calls' }),
      exampleOf('AWS::Chime::SipMediaApplication', {
        AwsRegion: 'eu-central-1',
        Endpoints: [{ LambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:calls' }],
      }),
      exampleOf(
        'AWS::Chime::MediaPipelineKinesisVideoStreamPool',
        propertiesAt('StreamConfiguration.Region', 'us-east-1'),
      ),
      exampleOf(
        PIPELINE[0],
        propertiesAt(
          'Elements[].KinesisDataStreamSinkConfiguration.InsightsTarget',
          'arn:aws:kinesis:us-east-1:111122223333:stream/calls',
        ),
      ),
      exampleOf(
        PIPELINE[0],
        propertiesAt('Elements[].S3RecordingSinkConfiguration.Destination', 'arn:aws:s3:::calls-of-somebody-else'),
      ),
    ],
    compliant: [
      exampleOf('AWS::Chime::VoiceConnector', { Name: 'us-east-1', AwsRegion: { Ref: 'AWS::Region' } }),
      exampleOf(
        PIPELINE[0],
        propertiesAt('Elements[].S3RecordingSinkConfiguration.Destination', { 'Fn::GetAtt': ['Store', 'Arn'] }),
        BUCKET_AT_HOME,
      ),
      exampleOf(
        'AWS::Chime::MediaPipelineKinesisVideoStreamPool',
        propertiesAt('StreamConfiguration.Region', 'eu-central-1'),
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the media region, and Control Tower exempts chime:* from its region deny.',
    denies: [
      {
        actions: [
          'chime:CreateMediaCapturePipeline',
          'chime:CreateMeeting',
          'chime:CreateMeetingWithAttendees',
          'chime:CreateVoiceConnector',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'chime.amazonaws.com',
        eventName: 'CreateMeeting',
        recordedIn: 'source',
        opens: [{ path: 'mediaRegion', kind: 'region' }],
      },
      {
        eventSource: 'chime.amazonaws.com',
        eventName: 'CreateVoiceConnector',
        recordedIn: 'source',
        opens: [{ path: 'awsRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-chime-sdk-voice',
        command: 'ListVoiceConnectorsCommand',
        field: 'VoiceConnectors[].AwsRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-chime-sdk-meetings',
        command: 'GetMeetingCommand',
        field: 'Meeting.MediaRegion',
        kind: 'region',
      },
    ],
  },
});

/** Without a region the API makes a voice connector in us-east-1. */
function defaultRegion({ canBeMissing, allowed }: JudgedResource): Violation[] {
  if (!canBeMissing('AwsRegion') || allowed.includes('us-east-1')) return [];
  const because = 'which is the default of the API';
  return [{ path: 'AwsRegion', destination: undefined, reach: 'unknown', value: 'us-east-1', because }];
}
