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
  remediation: 'Send the events to a target of the home region, and none to the bus of the other one.',
  references: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
  ],

  proactive: {
    rules: [
      { kind: 'function', types: ['AWS::Events::Rule'], paths: ['Targets[].Arn'], violations: targetsAbroad },
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

export const eventbridgeBusPolicy = defineChannel({
  id: 'eventbridge-bus-policy',
  title: 'EventBridge buses admit rules of their own account only',
  risk: 'Another account may put a rule on the bus, and receives every event that matches it, in a region of its choice.',
  level: 'content',
  remediation: 'Admit accounts of the same jurisdiction only, or senders rather than receivers.',
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html'],

  proactive: {
    rules: [
      // Another account is not another region: each is pointed out.
      {
        types: ['AWS::Events::EventBusPolicy'],
        path: 'Principal',
        kind: 'account',
        severity: 'info',
        unless: { path: 'Condition', is: 'present' },
      },
      {
        types: ['AWS::Events::EventBusPolicy'],
        path: 'Statement.Principal.AWS',
        kind: 'account',
        severity: 'info',
        unless: { path: 'Statement.Effect', is: ['Deny'] },
      },
      {
        types: ['AWS::Events::EventBus'],
        path: 'Policy.Statement[].Principal.AWS',
        kind: 'account',
        severity: 'info',
        unless: { path: 'Policy.Statement[].Effect', is: ['Deny'] },
      },
    ],
    violating: [
      exampleOf('AWS::Events::EventBusPolicy', {
        StatementId: 'partner',
        Action: 'events:PutRule',
        Principal: '444455556666',
      }),
      busPolicy({ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }),
      exampleOf('AWS::Events::EventBus', {
        Name: 'orders',
        Policy: { Statement: [{ Effect: 'Allow', Action: 'events:PutRule', Principal: { AWS: '444455556666' } }] },
      }),
    ],
    compliant: [
      exampleOf('AWS::Events::EventBusPolicy', { StatementId: 'own', Principal: { Ref: 'AWS::AccountId' } }),
      exampleOf('AWS::Events::EventBusPolicy', {
        StatementId: 'organization',
        Principal: '*',
        Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-1234567890' },
      }),
      busPolicy({ Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } } }),
      busPolicy({ Effect: 'Deny', Principal: { AWS: 'arn:aws:iam::444455556666:root' } }),
      exampleOf('AWS::Events::EventBus', {
        Name: 'orders-us-east-1',
        Policy: { Statement: [{ Effect: 'Deny', Action: 'events:PutRule', Principal: { AWS: '444455556666' } }] },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells whom a policy admits, so the call that writes it is refused.',
    denies: [{ actions: ['events:PutPermission'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'events.amazonaws.com',
        eventName: 'PutPermission',
        recordedIn: 'source',
        opens: [
          { path: 'principal', kind: 'presence' },
          { path: 'policy', kind: 'presence' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-eventbridge', command: 'DescribeEventBusCommand', field: 'Policy', kind: 'account' },
    ],
  },
});

export const eventbridgeApiDestination = defineChannel({
  id: 'eventbridge-api-destination',
  title: 'EventBridge posts events to hosts of its home region only',
  risk: 'Every event that matches is posted to the host, wherever it is.',
  level: 'content',
  remediation: 'Post to an API of the home region, or let a function there take out what is personal first.',
  references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html'],

  proactive: {
    rules: [{ types: ['AWS::Events::ApiDestination'], path: 'InvocationEndpoint', kind: 'endpoint' }],
    violating: [
      destination('https://abcdef.execute-api.us-east-1.amazonaws.com/events'),
      destination('https://hooks.example.com/eu-central-1'),
    ],
    compliant: [
      destination({ 'Fn::Sub': 'https://abcdef.execute-api.${AWS::Region}.amazonaws.com/us-east-1' }),
      destination('https://sqs.eu-central-1.amazonaws.com/111122223333/us-east-1'),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the host. The actions serve nothing else, so the deny costs nothing at home that a function could not do.',
    denies: [
      {
        actions: ['events:CreateApiDestination', 'events:UpdateApiDestination'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'events.amazonaws.com',
        eventName: 'CreateApiDestination',
        recordedIn: 'source',
        opens: [{ path: 'invocationEndpoint', kind: 'endpoint' }],
      },
      {
        eventSource: 'events.amazonaws.com',
        eventName: 'UpdateApiDestination',
        recordedIn: 'source',
        opens: [{ path: 'invocationEndpoint', kind: 'endpoint' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-eventbridge',
        command: 'ListApiDestinationsCommand',
        field: 'ApiDestinations[].InvocationEndpoint',
        kind: 'endpoint',
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

function busPolicy(statement: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::Events::EventBusPolicy', {
    StatementId: 'partner',
    Statement: { Effect: 'Allow', Action: 'events:PutRule', Resource: '*', ...statement },
  });
}

function destination(endpoint: unknown) {
  return exampleOf('AWS::Events::ApiDestination', {
    ConnectionArn: { 'Fn::Sub': 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:connection/partner/1' },
    HttpMethod: 'POST',
    InvocationEndpoint: endpoint,
  });
}
