import { describeFlows } from '../../support/describe-flows';
import {
  allow,
  arnOf,
  documentOf,
  fn,
  QUEUE,
  readerOf,
  ref,
  resource,
  role,
  TABLE,
} from '../../support/flow-templates';

const READ = allow('dynamodb:GetItem', arnOf('Table'));

describeFlows('what a role writes goes on from where it is written: it', [
  {
    name: 'follows data into another store, and out of that',
    resources: {
      ...readerOf([READ, allow('sqs:SendMessage', arnOf('Queue'))]),
      Queue: QUEUE,
      OtherRole: role([allow('sqs:ReceiveMessage', arnOf('Queue'))]),
      Other: fn('OtherRole'),
    },
    says: {
      Table:
        '(grant: dynamodb:GetItem) Reader → (grant: sqs:SendMessage) Queue → (grant: sqs:ReceiveMessage) Other → (network: no VPC) the internet',
      Queue: '(grant: sqs:ReceiveMessage) Other → (network: no VPC) the internet',
    },
  },
  {
    name: 'follows what is written to anything',
    resources: {
      ...readerOf([READ, allow('sqs:*', '*')]),
      Queue: QUEUE,
      OtherRole: role([allow('sqs:ReceiveMessage', '*')]),
      Other: fn('OtherRole'),
    },
    says: {
      Table:
        '(grant: dynamodb:GetItem) Reader → (grant: sqs:SendMessage) Queue → (grant: sqs:ReceiveMessage) Other → (network: no VPC) the internet',
      Queue: '(grant: sqs:ReceiveMessage) Other → (network: no VPC) the internet',
    },
  },
  {
    name: 'does not take what one function has for what another of the same role has',
    resources: {
      ...readerOf([allow('sqs:SendMessage', arnOf('Queue'))]),
      Queue: QUEUE,
      Open: fn(),
      Mapping: resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        FunctionName: ref('Reader'),
      }),
    },
    says: { Table: [], Queue: [] },
  },
  {
    name: 'follows what goes to another region',
    resources: readerOf([READ, allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:orders')]),
    says: {
      Table: "(grant: dynamodb:GetItem) Reader → (grant: sqs:SendMessage) 'arn:aws:sqs:us-east-1:111122223333:orders'",
    },
  },
  {
    name: 'follows what goes to another account, where nobody knows where that is',
    resources: readerOf([READ, allow('sqs:SendMessage', 'arn:aws:sqs:eu-central-1:999999999999:orders')]),
    says: {
      Table:
        "(grant: dynamodb:GetItem) Reader → (grant: sqs:SendMessage, possibly) 'arn:aws:sqs:eu-central-1:999999999999:orders', account '999999999999', which is not known to be at home",
    },
  },
  {
    name: 'follows what goes to a bucket that is not here',
    resources: readerOf([READ, allow('s3:PutObject', 'arn:aws:s3:::exports/*')]),
    says: {
      Table:
        "(grant: dynamodb:GetItem) Reader → (grant: s3:PutObject, possibly) 'arn:aws:s3:::exports/*', a bucket that nothing here makes",
    },
  },
  {
    name: 'follows what goes to something that is not known',
    resources: readerOf([READ, allow('sns:Publish', { Ref: 'TopicArn' })]),
    says: {
      Table:
        "(grant: dynamodb:GetItem) Reader → (grant: sns:Publish, possibly) '${TopicArn}', nothing in the template is called 'TopicArn'",
    },
  },
  {
    name: 'trusts what is at home and not here',
    resources: readerOf([READ, allow('sqs:SendMessage', 'arn:aws:sqs:eu-central-1:111122223333:orders')]),
    says: { Table: ['elsewhere'] },
  },
  {
    name: 'trusts a wildcard to mean what is at home, where nothing leads away',
    resources: readerOf([READ, allow('sqs:SendMessage', '*'), allow('s3:PutObject', '*')]),
    says: { Table: ['elsewhere'] },
  },
  {
    name: 'trusts what else matches a pattern that something here matches',
    resources: {
      ...readerOf([READ, allow('sqs:SendMessage', 'arn:aws:sqs:*:*:orders-*')]),
      Queue: resource('AWS::SQS::Queue', { QueueName: 'orders-new' }),
    },
    says: { Table: ['elsewhere'], Queue: [] },
  },
  {
    name: 'trusts what is everything but something',
    resources: readerOf([READ, { Effect: 'Allow', Action: 'sqs:SendMessage', NotResource: 'arn:aws:sqs:*:*:x' }]),
    says: { Table: ['elsewhere'] },
  },
  {
    name: 'asks nothing of a role that cannot write',
    resources: readerOf([allow(['dynamodb:GetItem', 'sqs:GetQueueUrl'], '*')]),
    says: { Table: [] },
  },
  {
    name: 'trusts mail to go to whom it is about',
    resources: readerOf([READ, allow('ses:SendEmail', '*')]),
    says: { Table: ['mail'] },
  },
  {
    name: 'follows calls of a state machine to addresses outside',
    resources: {
      Table: TABLE,
      Role: role([READ, allow('states:InvokeHTTPEndpoint', '*')], {
        AssumeRolePolicyDocument: documentOf(),
      }),
      Machine: resource('AWS::StepFunctions::StateMachine', { RoleArn: arnOf('Role') }),
    },
    says: {
      Table: '(grant: dynamodb:GetItem) Machine → (grant: states:InvokeHTTPEndpoint) an address outside of AWS',
    },
  },
  {
    name: 'follows what a function answers to another that calls it',
    resources: {
      ...readerOf([READ]),
      CallerRole: role([allow('lambda:InvokeFunction', { 'Fn::Sub': '${Reader.Arn}:*' })]),
      Caller: fn('CallerRole'),
    },
    says: {
      Table:
        '(grant: dynamodb:GetItem) Reader → (grant: lambda:InvokeFunction) Caller → (network: no VPC) the internet',
    },
  },
]);
