import { snsCrossRegionSubscription, snsEgressProtocols, snsTopicPolicy } from '../../../lib/catalogue/services/sns';
import { describeChannel } from '../../support/describe-channel';

const topic = { Type: 'AWS::SNS::Topic' };
const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders-us-east-1' } };
const to = (Endpoint: unknown, Protocol: unknown = 'sqs') => ({ Protocol, TopicArn: { Ref: 'Topic' }, Endpoint });
const beside = { Resources: { Topic: topic, Queue: queue } };
const FAR = 'arn:aws:sqs:us-east-1:111122223333:orders';

describeChannel(snsCrossRegionSubscription, [
  {
    name: 'passes a queue of the template',
    properties: to({ 'Fn::GetAtt': ['Queue', 'Arn'] }),
    template: beside,
    violations: [],
  },
  {
    name: 'reports a queue abroad',
    properties: to(FAR),
    template: beside,
    violations: [{ path: 'Endpoint', value: FAR, reach: 'abroad' }],
  },
  {
    name: 'passes a queue in a region that is allowed',
    properties: to('arn:aws:sqs:eu-north-1:111122223333:orders'),
    template: beside,
    allowed: ['eu-north-1'],
    violations: [],
  },
  {
    name: 'reports a region that a parameter gives by default',
    properties: to({ 'Fn::Sub': 'arn:aws:sqs:${Where}:${AWS::AccountId}:orders' }),
    template: { ...beside, Parameters: { Where: { Type: 'String', Default: 'us-east-1' } } },
    violations: [{ path: 'Endpoint', value: FAR, reach: 'abroad' }],
  },
  {
    name: 'reports a region that a map gives',
    properties: to({
      'Fn::Join': [':', ['arn:aws:sqs', { 'Fn::FindInMap': ['Hubs', 'live', 'region'] }, '111122223333:orders']],
    }),
    template: { ...beside, Mappings: { Hubs: { live: { region: 'us-east-1' }, test: { region: 'eu-central-1' } } } },
    violations: [{ path: 'Endpoint', value: FAR, reach: 'abroad' }],
  },
  {
    name: 'passes a row of a map that is not used',
    properties: to({
      'Fn::Sub': [
        'arn:aws:sqs:${R}:111122223333:orders',
        { R: { 'Fn::FindInMap': ['Hubs', { Ref: 'AWS::Region' }, 'r'] } },
      ],
    }),
    template: {
      ...beside,
      Mappings: { Hubs: { 'us-east-1': { r: 'us-east-1' }, 'eu-central-1': { r: 'eu-central-1' } } },
    },
    violations: [],
  },
  {
    name: 'reports the branch of a condition that leads abroad',
    properties: to({ 'Fn::If': ['Central', FAR, { 'Fn::GetAtt': 'Queue.Arn' }] }),
    template: {
      ...beside,
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Central: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
    },
    violations: [{ path: 'Endpoint', value: FAR, reach: 'abroad' }],
  },
  {
    name: 'reports a queue that nothing binds',
    properties: to({ Ref: 'Subscriber' }),
    template: { ...beside, Parameters: { Subscriber: { Type: 'String' } } },
    violations: [{ path: 'Endpoint', value: '${Subscriber}', reach: 'unknown' }],
  },
  {
    name: 'leaves mail addresses alone, whatever they are',
    properties: to({ Ref: 'Address' }, 'email'),
    template: { ...beside, Parameters: { Address: { Type: 'String' } } },
    violations: [],
  },
  {
    name: 'leaves an endpoint alone whose protocol is a parameter for mail',
    properties: to({ Ref: 'Address' }, { Ref: 'Protocol' }),
    template: {
      ...beside,
      Parameters: { Address: { Type: 'String' }, Protocol: { Type: 'String', Default: 'email' } },
    },
    violations: [],
  },
  {
    name: 'reports messages of a topic abroad that come here',
    properties: { ...to({ 'Fn::GetAtt': 'Queue.Arn' }), TopicArn: 'arn:aws:sns:us-east-1:111122223333:orders' },
    template: beside,
    violations: [{ path: 'TopicArn', value: 'arn:aws:sns:us-east-1:111122223333:orders', reach: 'abroad' }],
  },
  {
    name: 'passes the topic on which AWS announces its addresses, though that is abroad',
    properties: {
      ...to({ 'Fn::GetAtt': 'Queue.Arn' }),
      TopicArn: 'arn:aws:sns:us-east-1:806199016981:AmazonIpSpaceChanged',
      Region: 'us-east-1',
    },
    template: beside,
    violations: [],
  },
  {
    name: 'passes a topic that another stack exports, for an export is of the same region',
    properties: { ...to({ 'Fn::GetAtt': 'Queue.Arn' }), TopicArn: { 'Fn::ImportValue': 'orders' } },
    template: beside,
    violations: [],
  },
  {
    name: 'reports the topic of an event in SAM',
    type: 'AWS::Serverless::Function',
    properties: {
      Events: {
        Near: { Type: 'SNS', Properties: { Topic: { Ref: 'Topic' } } },
        Far: { Type: 'SNS', Properties: { Topic: FAR } },
      },
    },
    template: beside,
    violations: [{ path: 'Events.Far.Properties.Topic', value: FAR, reach: 'abroad' }],
  },
]);

describeChannel(snsEgressProtocols, [
  {
    name: 'points out mail, and no more',
    properties: to('team@example.com', 'email'),
    template: beside,
    violations: [{ path: 'Protocol', value: 'email', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'reports a web hook that is an API abroad',
    properties: to('https://abcdef.execute-api.us-east-1.amazonaws.com/hook', 'https'),
    template: beside,
    violations: [
      { path: 'Protocol', value: 'https', reach: 'unknown', severity: 'info' },
      { path: 'Endpoint', value: 'https://abcdef.execute-api.us-east-1.amazonaws.com/hook', reach: 'abroad' },
    ],
  },
  {
    name: 'says no more of a web hook whose place nobody knows',
    properties: to('https://hooks.example.com', 'https'),
    template: beside,
    violations: [{ path: 'Protocol', value: 'https', reach: 'unknown', severity: 'info' }],
  },
]);

const admitting = (statement: object) => ({ PolicyDocument: { Statement: [{ Effect: 'Allow', ...statement }] } });
const PRINCIPAL = 'PolicyDocument.Statement[0].Principal';

describeChannel(snsTopicPolicy, [
  {
    name: "passes CDK's and CloudFormation's own statement, which is limited by a condition",
    properties: admitting({
      Principal: '*',
      Condition: { StringEquals: { 'AWS:SourceOwner': { Ref: 'AWS::AccountId' } } },
    }),
    violations: [],
  },
  {
    name: 'points out everybody',
    properties: admitting({ Principal: '*' }),
    violations: [{ path: PRINCIPAL, value: '*', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'points out another account among several',
    properties: admitting({ Principal: { AWS: [{ Ref: 'AWS::AccountId' }, '444455556666'] } }),
    violations: [{ path: `${PRINCIPAL}.AWS[1]`, value: '444455556666', reach: 'unknown', severity: 'info' }],
  },
]);
