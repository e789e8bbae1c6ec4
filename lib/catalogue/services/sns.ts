import { defineChannel } from '../channel';
import { exampleOf, propertiesAt } from '../examples';
import { outsidersIn } from '../outsiders';

const TOPIC = { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'orders-us-east-1' } } };
const QUEUE = { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders-us-east-1' } } };
const FAR_QUEUE = 'arn:aws:sqs:us-east-1:111122223333:orders';
/** Protocols whose endpoint is an ARN. */
const IN_AWS = ['sqs', 'lambda', 'firehose'] as const;

/** Protocols that leave AWS. */
const EGRESS = ['email', 'email-json', 'sms', 'http', 'https', 'application'] as const;

const FAR_HOOK = 'https://abcdef.execute-api.us-east-1.amazonaws.com/hook';
const FAR_TOPIC = 'arn:aws:sns:us-east-1:111122223333:orders';

/** Published by AWS for everybody: the address ranges of its regions. */
const AWS_ITSELF = {
  path: 'TopicArn',
  is: ['arn:aws:sns:us-east-1:806199016981:AmazonIpSpaceChanged'],
} as const;

export const snsCrossRegionSubscription = defineChannel({
  id: 'sns-cross-region-subscription',
  title: 'SNS topics deliver to queues, functions and streams of their home region only',
  risk: 'Every message of the topic is delivered to a queue, function or stream in the other region, and rests there.',
  level: 'content',
  legitimate: 'For topics of deployments and alarms that one region gathers for all.',
  remediation: 'Subscribe a queue or function of the home region, or give the other region a topic of its own.',
  references: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::SNS::Subscription'], path: 'Endpoint', kind: 'arn', when: { path: 'Protocol', is: IN_AWS } },
      // A subscription to a topic abroad carries the messages of that region here.
      {
        types: ['AWS::SNS::Subscription'],
        path: 'TopicArn',
        kind: 'arn',
        passesUnnamed: true,
        unless: AWS_ITSELF,
      },
      { types: ['AWS::SNS::Subscription'], path: 'Region', kind: 'region', unless: AWS_ITSELF },
      {
        types: ['AWS::SNS::Topic'],
        path: 'Subscription[].Endpoint',
        kind: 'arn',
        when: { path: 'Subscription[].Protocol', is: IN_AWS },
      },
      { types: ['AWS::Serverless::Function'], path: 'Events{}.Properties.Topic', kind: 'arn', passesUnnamed: true },
    ],
    violating: [
      exampleOf('AWS::SNS::Subscription', { Protocol: 'sqs', TopicArn: { Ref: 'Topic' }, Endpoint: FAR_QUEUE }, TOPIC),
      exampleOf(
        'AWS::SNS::Subscription',
        { Protocol: 'sqs', TopicArn: FAR_TOPIC, Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] } },
        QUEUE,
      ),
      exampleOf(
        'AWS::SNS::Subscription',
        { Protocol: 'sqs', TopicArn: { Ref: 'Given' }, Region: 'us-east-1', Endpoint: { 'Fn::GetAtt': 'Queue.Arn' } },
        QUEUE,
      ),
      exampleOf('AWS::SNS::Topic', propertiesAt('Subscription[]', { Protocol: 'sqs', Endpoint: FAR_QUEUE })),
      exampleOf('AWS::Serverless::Function', {
        Events: { Orders: { Type: 'SNS', Properties: { Topic: FAR_TOPIC } } },
      }),
    ],
    compliant: [
      exampleOf(
        'AWS::SNS::Subscription',
        { Protocol: 'sqs', TopicArn: { Ref: 'Topic' }, Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] } },
        { ...TOPIC, ...QUEUE },
      ),
      {
        Parameters: { Subscriber: { Type: 'String' } },
        ...exampleOf(
          'AWS::SNS::Subscription',
          { Protocol: 'email', TopicArn: { Ref: 'Topic' }, Endpoint: { Ref: 'Subscriber' } },
          TOPIC,
        ),
      },
      exampleOf(
        'AWS::SNS::Subscription',
        { Protocol: 'email', TopicArn: { Ref: 'Topic' }, Endpoint: 'us-east-1@example.com' },
        TOPIC,
      ),
      exampleOf('AWS::SNS::Subscription', {
        Protocol: 'lambda',
        TopicArn: 'arn:aws:sns:us-east-1:806199016981:AmazonIpSpaceChanged',
        Region: 'us-east-1',
        Endpoint: { 'Fn::Sub': 'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:ranges' },
      }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'sns:Endpoint holds the ARN that is subscribed, and so its region. Mail addresses, numbers and web hooks are no ARNs, so the statement is limited to protocols whose endpoints are.',
    denies: [
      {
        actions: ['sns:Subscribe'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'sns:Endpoint', names: 'arn', only: { key: 'sns:Protocol', is: IN_AWS } },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'sns.amazonaws.com',
        eventName: 'Subscribe',
        recordedIn: 'source',
        opens: [
          { path: 'endpoint', kind: 'arn' },
          { path: 'topicArn', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-sns',
        command: 'ListSubscriptionsCommand',
        field: 'Subscriptions[].Endpoint',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-sns',
        command: 'ListSubscriptionsCommand',
        field: 'Subscriptions[].TopicArn',
        kind: 'arn',
      },
    ],
  },
});

export const snsEgressProtocols = defineChannel({
  id: 'sns-egress-protocols',
  title: 'SNS topics deliver personal data to no mailbox, telephone, web hook or push service',
  risk: 'Each message is handed to mail servers, carriers, push services or a web hook, wherever those are.',
  level: 'content',
  legitimate:
    'For alarms to those on duty, and for a code or a notice that a person has asked to be sent to their own telephone or mailbox, with nothing else about them in it.',
  remediation: 'Send a notice without personal data, or let a function at home decide what leaves.',
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-event-destinations.html'],

  proactive: {
    rules: [
      // Where the receiver is, no template tells: most of these carry alarms, so they are pointed out and no more.
      {
        types: ['AWS::SNS::Subscription'],
        path: 'Protocol',
        kind: 'flag',
        opens: EGRESS,
        reach: 'unknown',
        because: 'which delivers to wherever the receiver is',
        severity: 'info',
      },
      {
        types: ['AWS::SNS::Topic'],
        path: 'Subscription[].Protocol',
        kind: 'flag',
        opens: EGRESS,
        reach: 'unknown',
        because: 'which delivers to wherever the receiver is',
        severity: 'info',
      },
      {
        types: ['AWS::SNS::Subscription'],
        path: 'Endpoint',
        kind: 'endpoint',
        onlyAbroad: true,
        when: { path: 'Protocol', is: ['http', 'https'] },
      },
      {
        types: ['AWS::SNS::Topic'],
        path: 'Subscription[].Endpoint',
        kind: 'endpoint',
        onlyAbroad: true,
        when: { path: 'Subscription[].Protocol', is: ['http', 'https'] },
      },
    ],
    violating: [
      exampleOf(
        'AWS::SNS::Subscription',
        { Protocol: 'email', TopicArn: { Ref: 'Topic' }, Endpoint: 'team@example.com' },
        TOPIC,
      ),
      exampleOf('AWS::SNS::Topic', propertiesAt('Subscription[]', { Protocol: 'sms', Endpoint: '+491555123456' })),
      exampleOf('AWS::SNS::Subscription', { Protocol: 'https', TopicArn: { Ref: 'Topic' }, Endpoint: FAR_HOOK }, TOPIC),
      exampleOf('AWS::SNS::Topic', propertiesAt('Subscription[]', { Protocol: 'https', Endpoint: FAR_HOOK })),
    ],
    compliant: [
      exampleOf(
        'AWS::SNS::Subscription',
        { Protocol: 'lambda', TopicArn: { Ref: 'Topic' }, Endpoint: { 'Fn::GetAtt': ['Https', 'Arn'] } },
        { ...TOPIC, Https: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'https-us-east-1' } } },
      ),
      exampleOf('AWS::SNS::Topic', { DisplayName: 'email' }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'sns:Protocol names the way of delivery, though not where the receiver is. Text messages to single numbers need no subscription, only sns:Publish.',
    denies: [
      {
        actions: ['sns:Subscribe'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'sns:Protocol', is: EGRESS },
      },
      { actions: ['sns:CreatePlatformApplication'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'sns.amazonaws.com',
        eventName: 'Subscribe',
        recordedIn: 'source',
        opens: [{ path: 'protocol', kind: 'flag', opens: EGRESS }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-sns',
        command: 'ListSubscriptionsCommand',
        field: 'Subscriptions[].Protocol',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-sns',
        command: 'ListPlatformApplicationsCommand',
        field: 'PlatformApplications[].PlatformApplicationArn',
        kind: 'arn',
      },
    ],
  },
});

export const snsTopicPolicy = defineChannel({
  id: 'sns-topic-policy',
  title: 'SNS topics admit subscribers of their own account only',
  risk: 'Another account may subscribe from any region, and receives every message from then on.',
  level: 'content',
  legitimate:
    'For topics that are meant to be followed, such as "a new version is out", and for an account of the organization that subscribes from an allowed region.',
  remediation: 'Name the accounts of the same jurisdiction, or a condition on the organization and the region.',
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html'],

  proactive: {
    rules: outsidersIn(['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'], 'PolicyDocument'),
    violating: [topicPolicy({ Principal: { AWS: ['444455556666'] } }), topicPolicy({ Principal: '*' })],
    compliant: [
      topicPolicy({ Principal: { AWS: { Ref: 'AWS::AccountId' } } }),
      topicPolicy({ Principal: { Service: 'events.amazonaws.com' } }),
      topicPolicy({ Effect: 'Deny', Principal: { AWS: ['444455556666'] } }),
      topicPolicy({
        Principal: '*',
        Condition: { StringEquals: { 'aws:PrincipalAccount': { Ref: 'AWS::AccountId' } } },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells whom a policy admits, so the calls that write it are refused, and with them every other attribute of a topic.',
    denies: [
      { actions: ['sns:AddPermission', 'sns:SetTopicAttributes'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'sns.amazonaws.com',
        eventName: 'AddPermission',
        recordedIn: 'source',
        opens: [{ path: 'actionName[]', kind: 'flag', opens: ['subscribe'] }],
      },
      {
        eventSource: 'sns.amazonaws.com',
        eventName: 'SetTopicAttributes',
        recordedIn: 'source',
        opens: [{ path: 'attributeName', kind: 'flag', opens: ['policy'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-sns',
        command: 'GetTopicAttributesCommand',
        field: 'Attributes{}',
        kind: 'account',
      },
    ],
  },
});

function topicPolicy(statement: Readonly<Record<string, unknown>>) {
  return exampleOf(
    'AWS::SNS::TopicPolicy',
    {
      Topics: [{ Ref: 'Topic' }],
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sns:Subscribe', Resource: '*', ...statement }] },
    },
    TOPIC,
  );
}
