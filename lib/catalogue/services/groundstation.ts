import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const TYPES = ['AWS::GroundStation::Config'] as const;
const REGION = 'ConfigData.DataflowEndpointConfig.DataflowEndpointRegion';
const BUCKET = 'ConfigData.S3RecordingConfig.BucketArn';

export const groundstationDelivery = defineChannel({
  id: 'groundstation-cross-region-delivery',
  title: 'Ground Station hands over what satellites send in the home region only',
  risk: 'What the satellite sends, pictures that can show people and places among it, is streamed to the endpoint in the region that is named, or recorded into the bucket.',
  level: 'content',
  legitimate:
    'For weather and measurements of the earth at a resolution that shows nobody, received wherever the antenna is and computed in one region.',
  remediation: 'Name the home region for the endpoint, and a bucket that a stack of it makes.',
  references: [
    'https://docs.aws.amazon.com/ground-station/latest/ug/dataflows.cross-region-data-delivery.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-groundstation-config.html',
  ],

  proactive: {
    rules: [
      // Without one it is the region of the contact.
      { types: TYPES, path: REGION, kind: 'region' },
      { types: TYPES, path: BUCKET, kind: 'bucket' },
    ],
    violating: [
      exampleOf(TYPES[0], propertiesAt(REGION, 'us-east-2')),
      exampleOf(TYPES[0], propertiesAt(BUCKET, 'arn:aws:s3:::aws-groundstation-of-somebody-else')),
    ],
    compliant: [
      exampleOf(TYPES[0], propertiesAt(REGION, { Ref: 'AWS::Region' })),
      exampleOf(TYPES[0], propertiesAt(BUCKET, { 'Fn::GetAtt': ['Store', 'Arn'] }), BUCKET_AT_HOME),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region of the endpoint or the bucket.',
    denies: [
      {
        actions: ['groundstation:CreateConfig', 'groundstation:UpdateConfig'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'groundstation.amazonaws.com',
        eventName: 'CreateConfig',
        recordedIn: 'source',
        opens: [
          { path: 'configData.dataflowEndpointConfig.dataflowEndpointRegion', kind: 'region' },
          { path: 'configData.s3RecordingConfig.bucketArn', kind: 'bucket' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-groundstation',
        command: 'GetConfigCommand',
        field: 'configData.dataflowEndpointConfig.dataflowEndpointRegion',
        kind: 'region',
      },
    ],
  },
});
