import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const TYPES = ['AWS::Scheduler::Schedule'] as const;

export const schedulerTarget = defineChannel({
  id: 'scheduler-target',
  title: 'EventBridge schedules call targets of their home region only',
  risk: 'The payload of each run is sent to the target in the other region, and failed ones to the queue there.',
  level: 'content',
  legitimate:
    'For a job that starts maintenance in another region, with a payload that names what is to be done and nobody.',
  remediation: 'Let the schedule name a target and a queue of the home region.',
  references: [
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets.html',
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html',
  ],

  proactive: {
    rules: [
      { types: TYPES, path: 'Target.Arn', kind: 'arn', passesUnnamed: true },
      { types: TYPES, path: 'Target.DeadLetterConfig.Arn', kind: 'arn', passesUnnamed: true },
      // What a universal target is called with: a bucket, a table, a region to copy to.
      { types: TYPES, path: 'Target.Input', kind: 'text' },
    ],
    violating: [
      schedule({ Arn: 'arn:aws:sqs:us-east-1:111122223333:reminders' }),
      schedule({
        Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
        DeadLetterConfig: { Arn: { 'Fn::Sub': 'arn:aws:sqs:us-east-1:${AWS::AccountId}:failed' } },
      }),
      schedule({
        Arn: 'arn:aws:scheduler:::aws-sdk:dynamodb:updateTable',
        Input: '{"TableName":"people","ReplicaUpdates":[{"Create":{"RegionName":"us-east-1"}}]}',
      }),
    ],
    compliant: [
      schedule({ Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, DeadLetterConfig: { Arn: { 'Fn::GetAtt': 'Queue.Arn' } } }),
      schedule({ Arn: 'arn:aws:scheduler:::aws-sdk:rds:stopDBInstance', Input: '{"DbInstanceIdentifier":"people"}' }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key holds the target. The schedule works under a role of the customer, whose rights can be bound to the home region.',
    denies: [
      {
        actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'scheduler.amazonaws.com',
        eventName: 'CreateSchedule',
        recordedIn: 'source',
        opens: [{ path: 'target.arn', kind: 'arn' }],
      },
      {
        eventSource: 'scheduler.amazonaws.com',
        eventName: 'UpdateSchedule',
        recordedIn: 'source',
        opens: [{ path: 'target.arn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-scheduler', command: 'GetScheduleCommand', field: 'Target.Arn', kind: 'arn' },
      {
        client: '@aws-sdk/client-scheduler',
        command: 'GetScheduleCommand',
        field: 'Target.DeadLetterConfig.Arn',
        kind: 'arn',
      },
    ],
  },
});

function schedule(target: Readonly<Record<string, unknown>>) {
  return exampleOf(
    'AWS::Scheduler::Schedule',
    { Name: 'us-east-1-reminders', ScheduleExpression: 'rate(1 day)', Target: target },
    { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'reminders' } } },
  );
}
