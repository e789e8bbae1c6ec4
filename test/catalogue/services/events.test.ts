import { eventbridgeCrossRegionTarget, eventbridgeGlobalEndpoint } from '../../../lib/catalogue/services/events';
import { eventbridgeApiDestination } from '../../../lib/catalogue/services/events-partners';
import { describeChannel } from '../../support/describe-channel';

const to = (...arns: unknown[]) => ({ Targets: arns.map((Arn, index) => ({ Id: String(index), Arn })) });
const FAR = 'arn:aws:events:us-east-1:111122223333:event-bus/hub';

describeChannel(eventbridgeCrossRegionTarget, [
  {
    name: 'passes a target of the template',
    properties: to({ 'Fn::GetAtt': ['Queue', 'Arn'] }),
    template: { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } },
    violations: [],
  },
  {
    name: "passes another account's bus in the home region",
    properties: to({ 'Fn::Sub': 'arn:aws:events:${AWS::Region}:444455556666:event-bus/hub-us-east-1' }),
    violations: [],
  },
  {
    name: 'reports each target abroad',
    properties: to(FAR, { 'Fn::Sub': 'arn:aws:events:eu-central-1:${AWS::AccountId}:event-bus/hub' }, FAR),
    violations: [
      { path: 'Targets[0].Arn', value: FAR, reach: 'abroad' },
      { path: 'Targets[2].Arn', value: FAR, reach: 'abroad' },
    ],
  },
  {
    name: 'reports a bus whose region nothing binds',
    properties: to({ 'Fn::Sub': 'arn:aws:events:${Where}:111122223333:event-bus/hub' }),
    template: { Parameters: { Where: { Type: 'String' } }, Resources: {} },
    violations: [
      { path: 'Targets[0].Arn', value: 'arn:aws:events:${Where}:111122223333:event-bus/hub', reach: 'unknown' },
    ],
  },
  {
    name: 'reports a parameter that is called a bus',
    properties: to({ Ref: 'CentralEventBusArn' }),
    template: { Parameters: { CentralEventBusArn: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'Targets[0].Arn', value: '${CentralEventBusArn}', reach: 'unknown' }],
  },
  {
    name: 'passes any other parameter, for AWS takes only buses of other regions',
    properties: to({ Ref: 'FunctionArn' }),
    template: { Parameters: { FunctionArn: { Type: 'String' } }, Resources: {} },
    violations: [],
  },
  {
    name: 'reports what such a parameter is by default',
    properties: to({ Ref: 'FunctionArn' }),
    template: {
      Parameters: { FunctionArn: { Type: 'String', Default: 'arn:aws:lambda:us-east-1:111122223333:function:f' } },
      Resources: {},
    },
    violations: [
      { path: 'Targets[0].Arn', value: 'arn:aws:lambda:us-east-1:111122223333:function:f', reach: 'abroad' },
    ],
  },
  {
    name: 'reports where failed events go',
    properties: { Targets: [{ Arn: 'local', DeadLetterConfig: { Arn: 'arn:aws:sqs:us-east-1:111122223333:failed' } }] },
    violations: [
      { path: 'Targets[0].DeadLetterConfig.Arn', value: 'arn:aws:sqs:us-east-1:111122223333:failed', reach: 'abroad' },
    ],
  },
]);

const endpoint = (secondary: unknown, replication: object = {}) => ({
  RoutingConfig: { FailoverConfig: { Primary: { HealthCheck: 'h' }, Secondary: { Route: secondary } } },
  ...replication,
});
const ROUTE = 'RoutingConfig.FailoverConfig.Secondary.Route';

describeChannel(eventbridgeGlobalEndpoint, [
  {
    name: 'reports the secondary region, to which events are replicated by default',
    properties: endpoint('us-east-1'),
    violations: [{ path: ROUTE, value: 'us-east-1', reach: 'abroad' }],
  },
  {
    name: 'reports it without replication, for events still fail over',
    properties: endpoint('us-east-1', { ReplicationConfig: { State: 'DISABLED' } }),
    violations: [{ path: ROUTE, value: 'us-east-1', reach: 'abroad' }],
  },
  {
    name: 'passes a secondary region that is allowed',
    properties: endpoint('eu-north-1'),
    allowed: ['eu-north-1'],
    violations: [],
  },
]);

describeChannel(eventbridgeApiDestination, [
  {
    name: 'passes an API of the template',
    properties: { InvocationEndpoint: { 'Fn::Sub': 'https://${Api}.execute-api.${AWS::Region}.amazonaws.com/live' } },
    template: { Resources: { Api: { Type: 'AWS::ApiGatewayV2::Api' } } },
    violations: [],
  },
  {
    name: 'reports a host that nothing binds',
    properties: { InvocationEndpoint: { 'Fn::Sub': 'https://${Host}/events' } },
    template: { Parameters: { Host: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'InvocationEndpoint', value: 'https://${Host}/events', reach: 'unknown' }],
  },
]);
