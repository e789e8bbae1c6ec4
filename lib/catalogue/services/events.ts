import type { Violation } from '../../domain/finding';
import { defineChannel, type JudgedResource } from '../channel';
import { exampleOf, propertiesAt } from '../examples';

const FAR_BUS = 'arn:aws:events:us-east-1:111122223333:event-bus/orders';
const FAR_QUEUE = 'arn:aws:sqs:us-east-1:111122223333:orders-failed';

export const eventbridgeCrossRegionTarget = defineChannel({
  id: 'eventbridge-cross-region-target',
  title: 'EventBridge rules send events to targets of their home region only',
  risk: 'Every event that matches is sent, with all that it holds, to the bus, queue or function in the other region.',
  level: 'content',
  legitimate:
    'For events about the platform, a finished deployment or an alarm, that one team gathers. An event about a person is left at home, even if it holds no more than their id.',
  remediation: 'Send the events to a target of the home region, and none to the bus of the other one.',
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
  ],

  proactive: {
    rules: [
      {
        kind: 'function',
        types: ['AWS::Events::Rule'],
        paths: ['Targets[].Arn'],
        destinations: 'arn',
        violations: targetsAbroad,
      },
      { types: ['AWS::Events::Rule'], path: 'Targets[].DeadLetterConfig.Arn', kind: 'arn', passesUnnamed: true },
      { types: ['AWS::Events::EventBus'], path: 'DeadLetterConfig.Arn', kind: 'arn', passesUnnamed: true },
    ],
    violating: [
      exampleOf('AWS::Events::Rule', propertiesAt('Targets[]', { Id: 'far', Arn: FAR_BUS })),
      {
        Parameters: { Where: { Type: 'String' } },
        ...exampleOf(
          'AWS::Events::Rule',
          propertiesAt('Targets[].Arn', { 'Fn::Sub': 'arn:aws:events:${Where}:${AWS::AccountId}:event-bus/orders' }),
        ),
      },
      {
        Parameters: { CentralBus: { Type: 'String' } },
        ...exampleOf('AWS::Events::Rule', propertiesAt('Targets[].Arn', { Ref: 'CentralBus' })),
      },
      exampleOf('AWS::Events::Rule', {
        Targets: [{ Arn: { 'Fn::GetAtt': ['Function', 'Arn'] }, DeadLetterConfig: { Arn: FAR_QUEUE } }],
      }),
      exampleOf('AWS::Events::EventBus', { Name: 'orders', DeadLetterConfig: { Arn: FAR_QUEUE } }),
    ],
    compliant: [
      exampleOf('AWS::Events::Rule', propertiesAt('Targets[]', { Id: 'near', Arn: { 'Fn::GetAtt': ['Bus', 'Arn'] } }), {
        Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders-us-east-1' } },
      }),
      exampleOf(
        'AWS::Events::Rule',
        propertiesAt('Targets[].Arn', {
          'Fn::Sub': 'arn:${AWS::Partition}:events:${AWS::Region}:444455556666:event-bus/orders-us-east-1',
        }),
      ),
      {
        Parameters: { Function: { Type: 'String' } },
        ...exampleOf('AWS::Events::Rule', propertiesAt('Targets[].Arn', { Ref: 'Function' })),
      },
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'events:TargetArn holds the ARNs of the targets, and so their regions, though not those of queues for failed events. The role of the rule needs events:PutEvents on the other bus, so a limit on its region is a second lock.',
    denies: [
      {
        actions: ['events:PutTargets'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'events:TargetArn', names: 'arn', holdsSeveral: true },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'events.amazonaws.com',
        eventName: 'PutTargets',
        recordedIn: 'source',
        opens: [
          { path: 'targets[].arn', kind: 'arn' },
          { path: 'targets[].deadLetterConfig.arn', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-eventbridge',
        command: 'ListTargetsByRuleCommand',
        field: 'Targets[].Arn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-eventbridge',
        command: 'ListTargetsByRuleCommand',
        field: 'Targets[].DeadLetterConfig.Arn',
        kind: 'arn',
      },
    ],
  },
});

export const eventbridgeGlobalEndpoint = defineChannel({
  id: 'eventbridge-global-endpoint',
  title: 'EventBridge endpoints have no secondary region',
  risk: 'Events sent to the endpoint are replicated to the bus in the secondary region unless that is disabled, and go there alone while the primary fails.',
  level: 'content',
  legitimate:
    'For events without personal data, or with both regions in the same jurisdiction, so that a failure of one costs nothing but the way.',
  remediation: 'Send events to the bus of the home region, without an endpoint that spans two.',
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-endpoint.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::Events::Endpoint'], path: 'RoutingConfig.FailoverConfig.Secondary.Route', kind: 'region' },
      { types: ['AWS::Events::Endpoint'], path: 'EventBuses[].EventBusArn', kind: 'arn' },
    ],
    violating: [
      exampleOf('AWS::Events::Endpoint', {
        RoutingConfig: { FailoverConfig: { Secondary: { Route: 'us-east-1' } } },
        ReplicationConfig: { State: 'DISABLED' },
      }),
      exampleOf('AWS::Events::Endpoint', { EventBuses: [{ EventBusArn: FAR_BUS }] }),
    ],
    compliant: [
      exampleOf('AWS::Events::EventBus', { Name: 'orders-us-east-1' }),
      // Both buses in one region are of no use to AWS, and of no harm.
      exampleOf('AWS::Events::Endpoint', {
        RoutingConfig: { FailoverConfig: { Secondary: { Route: { Ref: 'AWS::Region' } } } },
        EventBuses: [
          { EventBusArn: { 'Fn::Sub': 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/orders-us-east-1' } },
        ],
      }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'events:EventBusArn holds the buses of the endpoint, one of which is always in the secondary region.',
    denies: [
      {
        actions: ['events:CreateEndpoint', 'events:UpdateEndpoint'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'events:EventBusArn', names: 'arn', holdsSeveral: true },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'events.amazonaws.com',
        eventName: 'CreateEndpoint',
        recordedIn: 'source',
        opens: [{ path: 'routingConfig.failoverConfig.secondary.route', kind: 'region' }],
      },
      {
        eventSource: 'events.amazonaws.com',
        eventName: 'UpdateEndpoint',
        recordedIn: 'source',
        opens: [{ path: 'routingConfig.failoverConfig.secondary.route', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-eventbridge',
        command: 'ListEndpointsCommand',
        field: 'Endpoints[].RoutingConfig.FailoverConfig.Secondary.Route',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-eventbridge',
        command: 'ListEndpointsCommand',
        field: 'Endpoints[].ReplicationConfig.State',
        kind: 'flag',
      },
    ],
  },
});

/**
 * Of other regions AWS takes event buses only. What a parameter or an import names is mostly a function or a queue, and at
 * home, unless its name speaks of a bus.
 */
function targetsAbroad({ places }: JudgedResource): Violation[] {
  return places('Targets[].Arn').flatMap(({ path, value: destination, destination: leads }): Violation[] => {
    const { reach, isUnnamed = false, ...found } = leads('arn');
    if (reach === 'home' || (isUnnamed && !/bus/iu.test(found.value))) return [];
    return [{ path, destination, reach, ...found }];
  });
}
