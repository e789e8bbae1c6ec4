import { type DestinationSelector, defineChannel, type RecordedCall, type Rule } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

/** What an action of a rule can name, how it is read, and how it looks abroad. */
interface Slot {
  readonly at: string;
  readonly read: Pick<DestinationSelector, 'kind' | 'onlyAbroad' | 'passesUnnamed'>;
  readonly abroad: string;
}

const SLOTS: readonly [Slot, ...Slot[]] = [
  { at: 'S3.BucketName', read: { kind: 'bucket' }, abroad: 'telemetry-of-somebody-else' },
  { at: 'Http.Url', read: { kind: 'endpoint' }, abroad: 'https://intake.example.com/eu-central-1' },
  { at: 'Http.Auth.Sigv4.SigningRegion', read: { kind: 'region' }, abroad: 'us-east-1' },
  // The brokers are one of the properties; the others look like no host abroad.
  {
    at: 'Kafka.ClientProperties{}',
    read: { kind: 'endpoint', onlyAbroad: true },
    abroad: 'b-1.telemetry.abcdef.c2.kafka.us-east-1.amazonaws.com:9092',
  },
  {
    at: 'Lambda.FunctionArn',
    read: { kind: 'arn', passesUnnamed: true },
    abroad: 'arn:aws:lambda:us-east-1:1:function:a',
  },
  {
    at: 'Sns.TargetArn',
    read: { kind: 'arn', passesUnnamed: true },
    abroad: 'arn:aws:sns:us-east-1:111122223333:telemetry',
  },
  {
    at: 'Sqs.QueueUrl',
    read: { kind: 'endpoint', passesUnnamed: true },
    abroad: 'https://sqs.us-east-1.amazonaws.com/111122223333/telemetry',
  },
  {
    at: 'OpenSearch.Endpoint',
    read: { kind: 'endpoint', passesUnnamed: true },
    abroad: 'https://search-telemetry-abcdef.us-east-1.es.amazonaws.com',
  },
  {
    at: 'InfluxDB.DestinationArn',
    read: { kind: 'arn', passesUnnamed: true },
    abroad: 'arn:aws:iot:us-east-1:111122223333:ruledestination/vpc/1',
  },
  {
    at: 'Kafka.DestinationArn',
    read: { kind: 'arn', passesUnnamed: true },
    abroad: 'arn:aws:iot:us-east-1:111122223333:ruledestination/vpc/1',
  },
  {
    at: 'Elasticsearch.Endpoint',
    read: { kind: 'endpoint', passesUnnamed: true },
    abroad: 'https://search-telemetry-abcdef.us-east-1.es.amazonaws.com',
  },
];

/** Both what a rule does and what it does when that fails take the same actions. */
const PLACES = ['TopicRulePayload.Actions[]', 'TopicRulePayload.ErrorAction'] as const;

const IN_REQUEST: RecordedCall['opens'] = [
  { path: 'topicRulePayload.actions[].http.url', kind: 'endpoint' },
  { path: 'topicRulePayload.actions[].s3.bucketName', kind: 'bucket' },
  { path: 'topicRulePayload.actions[].sqs.queueUrl', kind: 'endpoint' },
  { path: 'topicRulePayload.actions[].lambda.functionArn', kind: 'arn' },
  { path: 'topicRulePayload.actions[].sns.targetArn', kind: 'arn' },
];

export const iotRuleActions = defineChannel({
  id: 'iot-rule-actions',
  title: 'IoT rules hand messages to things of their home region only',
  risk: 'Each message of a device that matches is posted, queued or written where the action says.',
  level: 'content',
  legitimate:
    'For readings of machines in public or industrial places. A device in a home tells of those who live there, and its messages stay.',
  remediation: 'Let the action name a bucket, queue, function or host of the home region.',
  references: [
    'https://docs.aws.amazon.com/iot/latest/developerguide/iot-rule-actions.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-topicrule.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::IoT::TopicRuleDestination'],
        path: 'HttpUrlProperties.ConfirmationUrl',
        kind: 'endpoint',
      },
      ...PLACES.flatMap((place) =>
        SLOTS.map(
          ({ at, read }): Rule => ({
            types: ['AWS::IoT::TopicRule'],
            path: `${place}.${at}`,
            ...read,
          }),
        ),
      ),
    ],
    violating: [
      exampleOf(
        'AWS::IoT::TopicRuleDestination',
        propertiesAt('HttpUrlProperties.ConfirmationUrl', 'https://intake.example.com/confirm'),
      ),
      ...PLACES.flatMap((place) => SLOTS.map(({ at, abroad }) => topicRule(`${place}.${at}`, abroad))),
    ],
    compliant: [
      ...mapped(PLACES, (place) => topicRule(`${place}.S3.BucketName`, { Ref: 'Store' })),
      topicRule('TopicRulePayload.Actions[].Sqs.QueueUrl', {
        'Fn::Sub': 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/telemetry-us-east-1',
      }),
      topicRule('TopicRulePayload.Actions[].Kafka.ClientProperties', {
        'bootstrap.servers': 'b-1.telemetry.abcdef.c2.kafka.eu-central-1.amazonaws.com:9092',
        'security.protocol': 'SASL_SSL',
      }),
      topicRule('TopicRulePayload.Actions[].Republish.Topic', 'telemetry/us-east-1'),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds what the actions name. Each action works under a role of the customer, whose rights can be bound to the home region, except posts to hosts, which ask for none.',
    denies: [
      { actions: ['iot:CreateTopicRule', 'iot:ReplaceTopicRule'], authorisedIn: 'source', strength: 'whole-action' },
      { actions: ['iot:CreateTopicRuleDestination'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'iot.amazonaws.com',
        eventName: 'CreateTopicRule',
        recordedIn: 'source',
        opens: IN_REQUEST,
      },
      {
        eventSource: 'iot.amazonaws.com',
        eventName: 'ReplaceTopicRule',
        recordedIn: 'source',
        opens: IN_REQUEST,
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-iot',
        command: 'GetTopicRuleCommand',
        field: 'rule.actions[].http.url',
        kind: 'endpoint',
      },
      {
        client: '@aws-sdk/client-iot',
        command: 'GetTopicRuleCommand',
        field: 'rule.actions[].s3.bucketName',
        kind: 'bucket',
      },
    ],
  },
});

function topicRule(path: string, value: unknown) {
  return exampleOf('AWS::IoT::TopicRule', propertiesAt(path, value), BUCKET_AT_HOME);
}
