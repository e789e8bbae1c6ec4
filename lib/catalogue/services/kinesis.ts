import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';
import { ADMITTING_NOBODY_ELSE, ADMITTING_OUTSIDERS, outsidersIn } from '../outsiders';

export const kinesisCrossRegionConsumer = defineChannel({
  id: 'kinesis-cross-region-consumer',
  title: 'Streams are read in their home region, by their own account',
  risk: 'A consumer elsewhere, or of another account, reads every record of the stream and keeps it where it is.',
  level: 'content',
  legitimate:
    'For streams of telemetry without people, read by one team for all regions. A stream of what people do is read at home, and only counts go on.',
  remediation: 'Let consumers run in the region of the stream, and admit roles of the same account only.',
  references: ['https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html'],

  proactive: {
    rules: [
      ...outsidersIn(['AWS::Kinesis::ResourcePolicy'], 'ResourcePolicy'),
      // What a Flink application is told: regions, ARNs and hosts of where it reads and writes.
      {
        types: ['AWS::KinesisAnalyticsV2::Application'],
        path: 'ApplicationConfiguration.EnvironmentProperties.PropertyGroups[].PropertyMap{}',
        kind: 'text',
      },
      {
        types: ['AWS::KinesisAnalyticsV2::ApplicationOutput'],
        path: 'Output.KinesisStreamsOutput.ResourceARN',
        kind: 'arn',
        passesUnnamed: true,
      },
      {
        types: ['AWS::KinesisAnalyticsV2::ApplicationOutput'],
        path: 'Output.KinesisFirehoseOutput.ResourceARN',
        kind: 'arn',
        passesUnnamed: true,
      },
    ],
    violating: [
      exampleOf('AWS::Kinesis::ResourcePolicy', {
        ResourceArn: 'arn:aws:kinesis:eu-central-1:111122223333:stream/people',
        ResourcePolicy: { Statement: ADMITTING_OUTSIDERS },
      }),
      flinkWith({ 'output.region': 'us-east-1' }),
      exampleOf('AWS::KinesisAnalyticsV2::ApplicationOutput', {
        ApplicationName: 'people',
        Output: { KinesisStreamsOutput: { ResourceARN: 'arn:aws:kinesis:us-east-1:111122223333:stream/people' } },
      }),
      exampleOf('AWS::KinesisAnalyticsV2::ApplicationOutput', {
        ApplicationName: 'people',
        Output: {
          KinesisFirehoseOutput: { ResourceARN: 'arn:aws:firehose:us-east-1:111122223333:deliverystream/people' },
        },
      }),
    ],
    compliant: [
      exampleOf('AWS::Kinesis::ResourcePolicy', {
        ResourceArn: 'arn:aws:kinesis:eu-central-1:111122223333:stream/people',
        ResourcePolicy: { Statement: ADMITTING_NOBODY_ELSE },
      }),
      flinkWith({ 'output.region': { Ref: 'AWS::Region' }, 'output.stream': { Ref: 'Stream' } }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'reading is a call in the region of the stream wherever the reader is: only the endpoint of a VPC at home tells the reader’s place. Policies that admit others are refused as a whole.',
    denies: [{ actions: ['kinesis:PutResourcePolicy'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'kinesis.amazonaws.com',
        eventName: 'PutResourcePolicy',
        recordedIn: 'source',
        opens: [{ path: 'policy', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-kinesis',
        command: 'GetResourcePolicyCommand',
        field: 'Policy',
        kind: 'account',
      },
    ],
  },
});

export const kinesisvideoImageDestination = defineChannel({
  id: 'kinesisvideo-image-destination',
  title: 'Images of video streams are written to buckets of their home region only',
  risk: 'Pictures taken from the video are written into the bucket, and can be seen where it is.',
  level: 'content',
  legitimate:
    'For cameras that watch a process or the sky. A picture in which somebody can be recognised is personal data, blurred faces or not.',
  remediation: 'Name a bucket and the region of home.',
  references: ['https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/images.html'],

  proactive: notCovered('AWS::KinesisVideo::Stream has no property for it; it is set by an API call only'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket or its region. Nothing else uses the action, so that its deny costs no video.',
    denies: [
      {
        actions: ['kinesisvideo:UpdateImageGenerationConfiguration'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'kinesisvideo.amazonaws.com',
        eventName: 'UpdateImageGenerationConfiguration',
        recordedIn: 'source',
        opens: [
          { path: 'imageGenerationConfiguration.destinationConfig.destinationRegion', kind: 'region' },
          { path: 'imageGenerationConfiguration.destinationConfig.uri', kind: 'bucket' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-kinesis-video',
        command: 'DescribeImageGenerationConfigurationCommand',
        field: 'ImageGenerationConfiguration.DestinationConfig.DestinationRegion',
        kind: 'region',
      },
    ],
  },
});

function flinkWith(properties: Readonly<Record<string, unknown>>) {
  return exampleOf(
    'AWS::KinesisAnalyticsV2::Application',
    {
      ApplicationName: 'people-us-east-1',
      ApplicationConfiguration: {
        EnvironmentProperties: {
          PropertyGroups: [{ PropertyGroupId: 'output', PropertyMap: properties }],
        },
      },
    },
    { Stream: { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'people-us-east-1' } } },
  );
}
