import { defineChannel } from '../channel';
import { exampleOf } from '../examples';
import { outsidersIn } from '../outsiders';

export const sqsQueuePolicyRemoteConsumer = defineChannel({
  id: 'sqs-queue-policy-remote-consumer',
  title: 'SQS queues admit consumers of their own account only',
  risk: 'A consumer in another account polls the queue from any region, and takes every message there.',
  level: 'content',
  legitimate:
    'For a queue of jobs that machines do, or for a consumer of the same jurisdiction with an account of its own, named by role.',
  remediation:
    'Admit roles of the same account, or accounts of the same jurisdiction under a condition on the organization.',
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  ],

  proactive: {
    rules: outsidersIn(['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'], 'PolicyDocument'),
    violating: [
      queuePolicy({ Principal: { AWS: ['arn:aws:iam::444455556666:root'] } }),
      queuePolicy({ Principal: '*' }),
    ],
    compliant: [
      queuePolicy({ Principal: { AWS: [{ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' }] } }),
      queuePolicy({ Principal: { Service: 'sns.amazonaws.com' } }),
      queuePolicy({ Effect: 'Deny', Principal: { AWS: ['arn:aws:iam::444455556666:root'] } }),
      queuePolicy({
        Principal: '*',
        Condition: {
          ArnEquals: { 'aws:SourceArn': { 'Fn::Sub': 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:orders' } },
        },
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'no condition key tells whom a policy admits: writing policies is refused as a whole. Reading by others can be refused at the queue instead, by a resource control policy on the principal’s organization, which SQS has.',
    denies: [
      { actions: ['sqs:AddPermission', 'sqs:SetQueueAttributes'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'sqs.amazonaws.com',
        eventName: 'AddPermission',
        recordedIn: 'source',
        opens: [{ path: 'actions[]', kind: 'flag', opens: ['*', 'receivemessage'] }],
      },
      {
        eventSource: 'sqs.amazonaws.com',
        eventName: 'SetQueueAttributes',
        recordedIn: 'source',
        opens: [{ path: 'attributes.Policy', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-sqs',
        command: 'GetQueueAttributesCommand',
        field: 'Attributes{}',
        kind: 'account',
      },
    ],
  },
});

function queuePolicy(statement: Readonly<Record<string, unknown>>) {
  return exampleOf(
    'AWS::SQS::QueuePolicy',
    {
      Queues: [{ Ref: 'Queue' }],
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: '*', ...statement }] },
    },
    { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders-us-east-1' } } },
  );
}
