import { type DestinationSelector, defineChannel, notCovered } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

type Slot = Pick<DestinationSelector, 'types' | 'path'>;

const INVOKE = ['AWS::Lambda::EventInvokeConfig'] as const;
const MAPPING = ['AWS::Lambda::EventSourceMapping'] as const;
const SAM = ['AWS::Serverless::Function'] as const;

/** What a function's events come from, and what becomes of those that it does not handle. A bucket's ARN has no region. */
const ARNS: readonly [Slot, ...Slot[]] = [
  { types: INVOKE, path: 'DestinationConfig.OnFailure.Destination' },
  { types: INVOKE, path: 'DestinationConfig.OnSuccess.Destination' },
  { types: ['AWS::Lambda::Function'], path: 'DeadLetterConfig.TargetArn' },
  { types: MAPPING, path: 'EventSourceArn' },
  { types: MAPPING, path: 'DestinationConfig.OnFailure.Destination' },
  { types: SAM, path: 'EventInvokeConfig.DestinationConfig.OnFailure.Destination' },
  { types: SAM, path: 'EventInvokeConfig.DestinationConfig.OnSuccess.Destination' },
  { types: SAM, path: 'DeadLetterQueue.TargetArn' },
  { types: SAM, path: 'Events{}.Properties.DestinationConfig.OnFailure.Destination' },
  { types: SAM, path: 'Events{}.Properties.Stream' },
  { types: SAM, path: 'Events{}.Properties.Queue' },
];

export const lambdaEventAndDestinationArns = defineChannel({
  id: 'lambda-event-and-destination-arns',
  title: 'Lambda functions get events from, and hand them on to, their home region only',
  risk: 'Events, with all that they hold, are handed to the queue, bus, function or bucket in the other region, or fetched from there.',
  level: 'content',
  legitimate: 'For events about resources, such as a finished build, that are handled in one region for all.',
  remediation: 'Name queues, buses, functions, buckets and sources of the home region.',
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html',
  ],

  proactive: {
    rules: [
      // Lambda takes things of its own region only, so that what a parameter or an import names is one.
      ...mapped(ARNS, (slot) => ({ ...slot, kind: 'arn', passesUnnamed: true }) as const),
      {
        types: MAPPING,
        path: 'SelfManagedEventSource.Endpoints.KafkaBootstrapServers[]',
        kind: 'endpoint',
        onlyAbroad: true,
      },
    ],
    violating: [
      ...mapped(ARNS, ({ types, path }) =>
        exampleOf(types[0], propertiesAt(path, 'arn:aws:sqs:us-east-1:111122223333:failed')),
      ),
      exampleOf(INVOKE[0], propertiesAt(ARNS[0].path, 'arn:aws:s3:::failed-of-somebody-else')),
      exampleOf(
        MAPPING[0],
        propertiesAt('SelfManagedEventSource.Endpoints.KafkaBootstrapServers', [
          'b-1.orders.abcdef.c2.kafka.us-east-1.amazonaws.com:9092',
        ]),
      ),
    ],
    compliant: [
      ...mapped(ARNS, ({ types, path }) =>
        exampleOf(
          types[0],
          propertiesAt(path, { 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:failed-us-east-1' }),
        ),
      ),
      exampleOf(INVOKE[0], propertiesAt(ARNS[0].path, { 'Fn::GetAtt': ['Store', 'Arn'] }), BUCKET_AT_HOME),
      exampleOf(MAPPING[0], { EventSourceArn: { 'Fn::ImportValue': 'orders-us-east-1' } }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the source or the destination. The function hands events on with its own role, whose rights can be bound to the home region.',
    denies: [
      {
        actions: [
          'lambda:CreateEventSourceMapping',
          'lambda:PutFunctionEventInvokeConfig',
          'lambda:UpdateFunctionEventInvokeConfig',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'lambda.amazonaws.com',
        eventName: 'PutFunctionEventInvokeConfig',
        recordedIn: 'source',
        opens: [
          { path: 'destinationConfig.onFailure.destination', kind: 'arn' },
          { path: 'destinationConfig.onSuccess.destination', kind: 'arn' },
        ],
      },
      {
        eventSource: 'lambda.amazonaws.com',
        eventName: 'CreateEventSourceMapping',
        recordedIn: 'source',
        opens: [
          { path: 'eventSourceArn', kind: 'arn' },
          { path: 'destinationConfig.onFailure.destination', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-lambda',
        command: 'ListFunctionEventInvokeConfigsCommand',
        field: 'FunctionEventInvokeConfigs[].DestinationConfig.OnFailure.Destination',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-lambda',
        command: 'ListEventSourceMappingsCommand',
        field: 'EventSourceMappings[].EventSourceArn',
        kind: 'arn',
      },
    ],
  },
});

const ENDPOINT = 'AWS::Lambda::WebFunctionEndpoint';

export const lambdaWebFunctionMultiRegion = defineChannel({
  id: 'lambda-web-function-multi-region',
  title: 'Lambda web functions are served in their home region only',
  risk: 'Code and settings are copied to each region that is listed, and requests are served there.',
  level: 'content',
  legitimate:
    'For pages that are the same to everybody and take no input. One that signs people in is served in its own jurisdiction.',
  remediation: 'List the home region only.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/web-functions-endpoint-replication.html'],

  proactive: {
    rules: [{ types: [ENDPOINT], path: 'Regions[]', kind: 'region' }],
    violating: [exampleOf(ENDPOINT, { EndpointType: 'MultiRegion', Regions: ['eu-central-1', 'us-east-1'] })],
    compliant: [
      exampleOf(ENDPOINT, {
        EndpointName: 'us-east-1',
        EndpointType: 'MultiRegion',
        Regions: [{ Ref: 'AWS::Region' }],
      }),
    ],
  },
  preventive: notCovered("AWS's list of actions and keys does not name those of web functions yet"),
  detective: notCovered(
    "AWS's own models of its APIs, by which events are verified here, do not know web functions yet",
  ),
  audit: notCovered("AWS's own models of its APIs, by which calls are verified here, do not know web functions yet"),
  loneControl:
    'The resource is published, while the lists of actions, events and calls against which controls are verified here do not have it yet. Until they do, the template is the one place to look.',
});
