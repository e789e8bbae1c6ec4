import { type DestinationSelector, defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const CAMPAIGN = ['AWS::IoTFleetWise::Campaign'] as const;

const BUCKETS: readonly [Slot, ...Slot[]] = [
  { types: CAMPAIGN, path: 'DataDestinationConfigs[].S3Config.BucketArn' },
  {
    types: ['AWS::IoTAnalytics::Dataset'],
    path: 'ContentDeliveryRules[].Destination.S3DestinationConfiguration.Bucket',
  },
];

const ARNS: readonly [Slot, ...Slot[]] = [
  { types: CAMPAIGN, path: 'DataDestinationConfigs[].TimestreamConfig.TimestreamTableArn' },
  { types: CAMPAIGN, path: 'DataDestinationConfigs[].MqttTopicConfig.MqttTopicArn' },
];

export const iotDataDelivery = defineChannel({
  id: 'iot-data-delivery',
  title: 'What vehicles and devices measure is delivered within its home region only',
  risk: 'Where a vehicle was and how it was driven, or what a device measured, is written to the bucket, table or topic that is named.',
  level: 'content',
  legitimate:
    'For vehicles on a test track and machines in a plant. A car tells where its driver lives and works, and its data stays.',
  remediation: 'Name a bucket, table or topic that a stack of the home region makes.',
  references: [
    'https://docs.aws.amazon.com/iot-fleetwise/latest/developerguide/campaigns.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iotfleetwise-campaign.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iotanalytics-dataset.html',
  ],

  proactive: {
    rules: [
      ...mapped(BUCKETS, (slot) => ({ ...slot, kind: 'bucket' }) as const),
      ...mapped(ARNS, (slot) => ({ ...slot, kind: 'arn', passesUnnamed: true }) as const),
    ],
    violating: [
      ...mapped(BUCKETS, ({ types, path }) => exampleOf(types[0], propertiesAt(path, 'measured-by-somebody-else'))),
      ...mapped(ARNS, ({ types, path }) =>
        exampleOf(
          types[0],
          propertiesAt(path, 'arn:aws:timestream:us-east-1:111122223333:database/cars/table/measured'),
        ),
      ),
    ],
    compliant: [
      ...mapped(BUCKETS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, { Ref: 'Store' }), BUCKET_AT_HOME),
      ),
      ...mapped(ARNS, ({ types, path }) =>
        exampleOf(
          types[0],
          propertiesAt(path, { 'Fn::Sub': 'arn:aws:iot:${AWS::Region}:${AWS::AccountId}:topic/us-east-1' }),
        ),
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'iotfleetwise:DestinationArn names where a campaign sends data, but a bucket has no region in its ARN; datasets have no such key.',
    denies: [
      {
        actions: [
          'iotanalytics:CreateDataset',
          'iotanalytics:UpdateDataset',
          'iotfleetwise:CreateCampaign',
          'iotfleetwise:UpdateCampaign',
          'iotmanagedintegrations:CreateDestination',
          'iotmanagedintegrations:UpdateDestination',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'iotfleetwise.amazonaws.com',
        eventName: 'CreateCampaign',
        recordedIn: 'source',
        opens: [
          { path: 'dataDestinationConfigs[].s3Config.bucketArn', kind: 'bucket' },
          { path: 'dataDestinationConfigs[].timestreamConfig.timestreamTableArn', kind: 'arn' },
          { path: 'dataDestinationConfigs[].mqttTopicConfig.mqttTopicArn', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-iotfleetwise',
        command: 'GetCampaignCommand',
        field: 'dataDestinationConfigs[].s3Config.bucketArn',
        kind: 'bucket',
      },
    ],
  },
});
