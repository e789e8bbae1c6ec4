import { type DestinationSelector, defineChannel } from '../channel';
import { exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

/** Where inbound messages and events of delivery go. */
const SLOTS: readonly [Slot, ...Slot[]] = [
  { types: ['AWS::SMSVOICE::PhoneNumber', 'AWS::SMSVOICE::Pool'], path: 'TwoWay.ChannelArn' },
  {
    types: ['AWS::SMSVOICE::ConfigurationSet'],
    path: 'EventDestinations[].KinesisFirehoseDestination.DeliveryStreamArn',
  },
  { types: ['AWS::SMSVOICE::ConfigurationSet'], path: 'EventDestinations[].SnsDestination.TopicArn' },
  { types: ['AWS::SMSVOICE::ConfigurationSet'], path: 'EventDestinations[].CloudWatchLogsDestination.LogGroupArn' },
];

export const smsVoiceEventDestination = defineChannel({
  id: 'sms-voice-event-destination',
  title: 'End User Messaging hands replies and events to its home region only',
  risk: 'Telephone numbers and what people write back go to the topic, stream or log group in the other region.',
  level: 'content',
  legitimate:
    "For receipts of delivery without the number, counted for a provider's invoice. Replies are messages of people and are read at home.",
  remediation: 'Name topics, streams and log groups of the home region.',
  references: ['https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-destinations.html'],

  proactive: {
    rules: mapped(SLOTS, (slot) => ({ ...slot, kind: 'arn', passesUnnamed: true }) as const),
    violating: mapped(SLOTS, ({ types, path }) =>
      exampleOf(types[0], propertiesAt(path, 'arn:aws:sns:us-east-1:111122223333:replies')),
    ),
    compliant: [
      exampleOf(
        'AWS::SMSVOICE::PhoneNumber',
        { IsoCountryCode: 'US', TwoWay: { Enabled: true, ChannelArn: { Ref: 'Replies' } } },
        { Replies: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'replies-us-east-1' } } },
      ),
      exampleOf(
        'AWS::SMSVOICE::ConfigurationSet',
        propertiesAt('EventDestinations[].CloudWatchLogsDestination.LogGroupArn', {
          'Fn::Sub': 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:us-east-1',
        }),
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the destination.',
    denies: [
      {
        actions: [
          'sms-voice:CreateConfigurationSetEventDestination',
          'sms-voice:CreateEventDestination',
          'sms-voice:UpdateConfigurationSetEventDestination',
          'sms-voice:UpdateEventDestination',
          'sms-voice:UpdatePhoneNumber',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'sms-voice.amazonaws.com',
        eventName: 'CreateEventDestination',
        recordedIn: 'source',
        opens: [
          { path: 'kinesisFirehoseDestination.deliveryStreamArn', kind: 'arn' },
          { path: 'snsDestination.topicArn', kind: 'arn' },
          { path: 'cloudWatchLogsDestination.logGroupArn', kind: 'arn' },
        ],
      },
      {
        eventSource: 'sms-voice.amazonaws.com',
        eventName: 'UpdatePhoneNumber',
        recordedIn: 'source',
        opens: [{ path: 'twoWayChannelArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-pinpoint-sms-voice-v2',
        command: 'DescribePhoneNumbersCommand',
        field: 'PhoneNumbers[].TwoWayChannelArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-pinpoint-sms-voice-v2',
        command: 'DescribeConfigurationSetsCommand',
        field: 'ConfigurationSets[].EventDestinations[].KinesisFirehoseDestination.DeliveryStreamArn',
        kind: 'arn',
      },
    ],
  },
});
