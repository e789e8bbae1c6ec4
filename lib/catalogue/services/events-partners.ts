import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const eventbridgeBusPolicy = defineChannel({
  id: 'eventbridge-bus-policy',
  title: 'EventBridge buses admit rules of their own account only',
  risk: 'Another account may put a rule on the bus, and receives every event that matches it, in a region of its choice.',
  level: 'content',
  legitimate:
    'For an account of the same organization and jurisdiction that consumes events as its job, limited by a condition to the kinds of events that it needs.',
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
  legitimate:
    'For a provider with whom a contract for these data exists and whose host is in the same jurisdiction, or for notices such as "build 214 is out".',
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
