import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const TYPES = ['AWS::Pipes::Pipe'] as const;

export const eventbridgePipes = defineChannel({
  id: 'eventbridge-pipes',
  title: 'EventBridge pipes read, enrich, deliver and log in their home region only',
  risk: 'Each record is read from, enriched by or written to the thing in the other region, and logged where the log is.',
  level: 'content',
  legitimate:
    'For records of machines and deployments that one region gathers, or where the enrichment at home takes out what is personal before the target sees it.',
  remediation: 'Let the pipe name sources, targets and logs of the home region.',
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-pipes-pipe.html',
  ],

  proactive: {
    rules: [
      { types: TYPES, path: 'Source', kind: 'arn', passesUnnamed: true },
      // A Kafka outside of AWS's own is named by its brokers: smk://b-1.example.com:9092.
      { types: TYPES, path: 'Source', kind: 'endpoint', onlyAbroad: true },
      { types: TYPES, path: 'Enrichment', kind: 'arn', passesUnnamed: true },
      { types: TYPES, path: 'Target', kind: 'arn', passesUnnamed: true },
      {
        types: TYPES,
        path: 'LogConfiguration.FirehoseLogDestination.DeliveryStreamArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      {
        types: TYPES,
        path: 'LogConfiguration.CloudwatchLogsLogDestination.LogGroupArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      { types: TYPES, path: 'LogConfiguration.S3LogDestination.BucketName', kind: 'bucket' },
    ],
    violating: [
      pipe('Source', 'arn:aws:sqs:us-east-1:111122223333:orders'),
      pipe('Source', 'smk://b-1.orders.abcdef.c2.kafka.us-east-1.amazonaws.com:9092'),
      pipe('Enrichment', 'arn:aws:lambda:us-east-1:111122223333:function:enrich'),
      pipe('Target', { 'Fn::Sub': 'arn:aws:events:us-east-1:${AWS::AccountId}:event-bus/orders' }),
      pipe(
        'LogConfiguration.FirehoseLogDestination.DeliveryStreamArn',
        'arn:aws:firehose:us-east-1:111122223333:deliverystream/pipe',
      ),
      pipe(
        'LogConfiguration.CloudwatchLogsLogDestination.LogGroupArn',
        'arn:aws:logs:us-east-1:111122223333:log-group:pipe',
      ),
      pipe('LogConfiguration.S3LogDestination.BucketName', 'logs-of-somebody-else'),
    ],
    compliant: [
      exampleOf(
        'AWS::Pipes::Pipe',
        {
          Name: 'orders-us-east-1',
          Source: { 'Fn::GetAtt': ['Queue', 'Arn'] },
          Target: { 'Fn::Sub': 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/orders-us-east-1' },
          LogConfiguration: { S3LogDestination: { BucketName: { Ref: 'Store' } } },
        },
        { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } }, ...BUCKET_AT_HOME },
      ),
      {
        Parameters: { Function: { Type: 'String' } },
        ...exampleOf('AWS::Pipes::Pipe', {
          Source: 'smk://b-1.orders.abcdef.c2.kafka.eu-central-1.amazonaws.com:9092',
          Target: { Ref: 'Function' },
        }),
      },
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the source or the target. The pipe works under a role of the customer, whose rights can be bound to the home region.',
    denies: [{ actions: ['pipes:CreatePipe', 'pipes:UpdatePipe'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'pipes.amazonaws.com',
        eventName: 'CreatePipe',
        recordedIn: 'source',
        opens: [
          { path: 'source', kind: 'arn' },
          { path: 'enrichment', kind: 'arn' },
          { path: 'target', kind: 'arn' },
        ],
      },
      {
        eventSource: 'pipes.amazonaws.com',
        eventName: 'UpdatePipe',
        recordedIn: 'source',
        opens: [
          { path: 'enrichment', kind: 'arn' },
          { path: 'target', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-pipes', command: 'DescribePipeCommand', field: 'Source', kind: 'arn' },
      { client: '@aws-sdk/client-pipes', command: 'DescribePipeCommand', field: 'Enrichment', kind: 'arn' },
      { client: '@aws-sdk/client-pipes', command: 'DescribePipeCommand', field: 'Target', kind: 'arn' },
    ],
  },
});

function pipe(path: string, value: unknown) {
  return exampleOf('AWS::Pipes::Pipe', propertiesAt(path, value));
}
