import { stacksetsMultiRegion } from '../../../lib/catalogue/services/cloudformation';
import { lambdaEventAndDestinationArns } from '../../../lib/catalogue/services/lambda-events';
import { schedulerTarget } from '../../../lib/catalogue/services/scheduler';
import { stepfunctionsHttpAndCrossAccount } from '../../../lib/catalogue/services/states';
import { describeChannel } from '../../support/describe-channel';

const onFailure = (Destination: unknown) => ({ DestinationConfig: { OnFailure: { Destination } } });
const FAILED = 'DestinationConfig.OnFailure.Destination';

describeChannel(lambdaEventAndDestinationArns, [
  {
    name: 'passes what another stack exports, for Lambda takes things of its own region',
    properties: onFailure({ 'Fn::ImportValue': 'failed' }),
    violations: [],
  },
  {
    name: 'reports a bucket that nothing here makes',
    properties: onFailure('arn:aws:s3:::failed'),
    violations: [{ path: FAILED, value: 'arn:aws:s3:::failed', reach: 'unknown' }],
  },
  {
    name: 'reports records that are fetched from abroad',
    type: 'AWS::Lambda::EventSourceMapping',
    properties: { EventSourceArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/clicks' },
    violations: [
      { path: 'EventSourceArn', value: 'arn:aws:kinesis:us-east-1:111122223333:stream/clicks', reach: 'abroad' },
    ],
  },
  {
    name: 'reads events of SAM',
    type: 'AWS::Serverless::Function',
    properties: {
      Events: {
        Orders: { Type: 'SQS', Properties: { Queue: { 'Fn::Sub': 'arn:aws:sqs:us-east-1:${AWS::AccountId}:o' } } },
      },
    },
    violations: [
      { path: 'Events.Orders.Properties.Queue', value: 'arn:aws:sqs:us-east-1:111122223333:o', reach: 'abroad' },
    ],
  },
]);

const state = (task: string) => `{"StartAt":"S","States":{"S":{"Type":"Task",${task},"End":true}}}`;
const SEND = '"Resource":"arn:aws:states:::sqs:sendMessage"';

describeChannel(stepfunctionsHttpAndCrossAccount, [
  {
    name: 'passes a queue of the template, and a comment about another region',
    properties: {
      DefinitionString: {
        'Fn::Sub': state(`"Comment":"was us-east-1",${SEND},"Parameters":{"QueueUrl":"\${Orders}"}`),
      },
    },
    template: { Resources: { Orders: { Type: 'AWS::SQS::Queue' } } },
    violations: [],
  },
  {
    name: 'reports a queue abroad',
    properties: {
      DefinitionString: state(`${SEND},"Parameters":{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/1/orders"}`),
    },
    violations: [
      {
        path: 'DefinitionString',
        value: 'https://sqs.us-east-1.amazonaws.com/1/orders',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'reports what a substitution puts in',
    properties: {
      Definition: { StartAt: 'S', States: { S: { Type: 'Task', Resource: '${Work}', End: true } } },
      DefinitionSubstitutions: { Work: 'arn:aws:lambda:us-east-1:1:function:f' },
    },
    violations: [
      { path: 'DefinitionSubstitutions.Work', value: 'arn:aws:lambda:us-east-1:1:function:f', reach: 'abroad' },
    ],
  },
  {
    name: 'reports posts to a host that nothing places',
    properties: {
      DefinitionString: state(
        '"Resource":"arn:aws:states:::http:invoke","Parameters":{"ApiEndpoint":"https://hooks.example.com"}',
      ),
    },
    violations: [
      {
        path: 'DefinitionString.States.S.Parameters.ApiEndpoint',
        value: 'https://hooks.example.com',
        reach: 'unknown',
      },
    ],
  },
]);

describeChannel(schedulerTarget, [
  {
    name: 'passes the calls of the SDK that schedules make, whose names look like ARNs without a region',
    properties: { Target: { Arn: 'arn:aws:scheduler:::aws-sdk:ec2:stopInstances', Input: '{"InstanceIds":["i-1"]}' } },
    violations: [],
  },
  {
    name: 'reports what such a call is told of abroad',
    properties: {
      Target: {
        Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage',
        Input: { 'Fn::Sub': '{"QueueUrl":"https://sqs.us-east-1.amazonaws.com/${AWS::AccountId}/orders"}' },
      },
    },
    violations: [
      {
        path: 'Target.Input',
        value: 'https://sqs.us-east-1.amazonaws.com/111122223333/orders',
        reach: 'abroad',
      },
    ],
  },
]);

describeChannel(stacksetsMultiRegion, [
  {
    name: 'reports regions that nothing binds',
    properties: { StackInstancesGroup: [{ Regions: { Ref: 'Regions' } }] },
    template: { Parameters: { Regions: { Type: 'CommaDelimitedList' } }, Resources: {} },
    violations: [{ path: 'StackInstancesGroup[0].Regions', value: '${Regions}', reach: 'unknown' }],
  },
  {
    name: 'passes regions that are allowed',
    properties: { StackInstancesGroup: [{ Regions: ['eu-central-1', 'eu-north-1'] }] },
    allowed: ['eu-north-1'],
    violations: [],
  },
]);
