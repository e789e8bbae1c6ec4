import type { Rule } from '../../../lib/catalogue/channel';
import { describeRules, TYPES } from '../../support/describe-rules';

const endpoint: Rule = { types: TYPES, path: 'V', kind: 'endpoint' };
const arn: Rule = { types: TYPES, path: 'V', kind: 'arn' };
const bucket: Rule = { types: TYPES, path: 'V', kind: 'bucket' };
const P = { Parameters: { P: { Type: 'String' } } };

describeRules('a destination', [
  {
    name: 'passes a host of the home region',
    rule: endpoint,
    value: 'https://sqs.eu-central-1.amazonaws.com/1/q',
    says: [],
  },
  {
    name: 'reports a host of another region',
    rule: endpoint,
    value: 'https://sqs.us-east-1.amazonaws.com/1/q',
    says: ["'V' of 'Subject' is 'https://sqs.us-east-1.amazonaws.com/1/q', outside of 'eu-central-1'"],
  },
  {
    name: 'reports an old host of S3',
    rule: endpoint,
    value: 'b.s3-us-west-2.amazonaws.com',
    says: ["'V' of 'Subject' is 'b.s3-us-west-2.amazonaws.com', outside of 'eu-central-1'"],
  },
  {
    name: 'reports a host of the other partition',
    rule: endpoint,
    value: 'https://sns.cn-north-1.amazonaws.com.cn',
    allowed: ['cn-north-1'],
    says: [
      "'V' of 'Subject' is 'https://sns.cn-north-1.amazonaws.com.cn', in the partition 'aws-cn', outside of 'eu-central-1'",
    ],
  },
  {
    name: 'reports a host of no region',
    rule: endpoint,
    value: 'https://sns.amazonaws.com',
    says: [
      "'V' of 'Subject' is 'https://sns.amazonaws.com', a global endpoint of AWS; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'reports a host outside of AWS',
    rule: endpoint,
    value: 'https://hooks.example.com/x',
    says: [
      "'V' of 'Subject' is 'https://hooks.example.com/x', a host outside of AWS; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'reports a host that only the deployment knows',
    rule: endpoint,
    value: { 'Fn::Sub': 'https://sqs.${P}.amazonaws.com' },
    stacks: { Main: P },
    says: [
      "'V' of 'Subject' is 'https://sqs.${P}.amazonaws.com', parameter 'P' has no default; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'knows the host of a function of the template',
    rule: endpoint,
    value: { 'Fn::GetAtt': ['F', 'Url'] },
    stacks: { Main: { Resources: { F: { Type: 'AWS::Lambda::Url' } } } },
    says: [],
  },
  { name: 'passes a local name for an ARN', rule: arn, value: 'alias/key', says: [] },
  { name: 'passes the ARN of a global service', rule: arn, value: 'arn:aws:iam::111122223333:role/r', says: [] },
  {
    name: 'reports an ARN without its region',
    rule: arn,
    value: 'arn:aws:sqs::1:q',
    says: [
      "'V' of 'Subject' is 'arn:aws:sqs::1:q', an ARN without a region; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'reports half an ARN',
    rule: arn,
    value: 'arn:aws',
    says: ["'V' of 'Subject' is 'arn:aws'; whether it stays in 'eu-central-1' cannot be told"],
  },
  {
    name: 'looks up the bucket of an ARN',
    rule: arn,
    value: 'arn:aws:s3:::b/key',
    stacks: {
      Far: {
        stack: { region: 'us-east-1' },
        Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'b' } } },
      },
    },
    says: [
      "'V' of 'Subject' is 'arn:aws:s3:::b/key', which stack 'Far' makes in 'us-east-1', outside of 'eu-central-1'",
    ],
  },
  {
    name: 'knows an ARN that a sibling in the same region exports',
    rule: arn,
    value: { 'Fn::ImportValue': 'topic' },
    stacks: {
      Near: {
        Resources: { T: { Type: 'AWS::SNS::Topic' } },
        Outputs: { T: { Value: { Ref: 'T' }, Export: { Name: 'topic' } } },
      },
    },
    says: [],
  },
  {
    name: 'knows an ARN that a stack abroad puts out',
    rule: arn,
    value: { 'Fn::GetStackOutput': { StackName: 'Far', OutputName: 'T', Region: 'us-east-1' } },
    stacks: {
      Far: {
        stack: { region: 'us-east-1' },
        Resources: { T: { Type: 'AWS::SNS::Topic' } },
        Outputs: { T: { Value: { Ref: 'T' } } },
      },
    },
    says: ["'V' of 'Subject' is '${T}', which stack 'Far' makes in 'us-east-1', outside of 'eu-central-1'"],
  },
  {
    name: 'passes a directory bucket of a zone of home',
    rule: bucket,
    value: 's3://exports--euc1-az2--x-s3/out',
    says: [],
  },
  {
    name: 'reports a directory bucket of a zone abroad',
    rule: bucket,
    value: 'exports--use1-az4--x-s3',
    says: ["'V' of 'Subject' is 'exports--use1-az4--x-s3', outside of 'eu-central-1'"],
  },
  {
    name: 'reports the answer of a custom resource',
    rule: arn,
    value: { 'Fn::GetAtt': ['C', 'Arn'] },
    stacks: { Main: { Resources: { C: { Type: 'Custom::Maker' } } } },
    says: [
      "'V' of 'Subject' is '${C.Arn}', what is behind 'C' decides it, and is not here; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'reports the name that a custom resource gives itself',
    rule: bucket,
    value: { Ref: 'C' },
    stacks: { Main: { Resources: { C: { Type: 'Custom::ReplicaBucket' } } } },
    says: [
      "'V' of 'Subject' is '${C}', what is behind 'C' decides it, and is not here; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'reports what a wait condition is told',
    rule: arn,
    value: { 'Fn::GetAtt': ['W', 'Data'] },
    stacks: { Main: { Resources: { W: { Type: 'AWS::CloudFormation::WaitCondition' } } } },
    says: [
      "'V' of 'Subject' is '${W.Data}', what is behind 'W' decides it, and is not here; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'reports an ARN in which one region is put in the place of another',
    rule: arn,
    value: { 'Fn::Join': ['us-east-1', { 'Fn::Split': ['eu-central-1', { 'Fn::GetAtt': ['K', 'Arn'] }] }] },
    stacks: { Main: { Resources: { K: { Type: 'AWS::KMS::Key' } } } },
    says: [
      "'V' of 'Subject' is '${K.Arn}', only AWS knows 'K.Arn' once it is made; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'looks up a bucket by its address',
    rule: bucket,
    value: 's3://b/prefix',
    stacks: { Near: { Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'b' } } } } },
    says: [],
  },
  {
    name: 'knows the bucket that a path begins with',
    rule: bucket,
    value: { 'Fn::Sub': 's3://${B}/prefix' },
    stacks: { Main: { Resources: { B: { Type: 'AWS::S3::Bucket' } } } },
    says: [],
  },
  {
    name: 'reads the region of an access point',
    rule: bucket,
    value: 'arn:aws:s3:us-east-1:1:accesspoint/p',
    says: ["'V' of 'Subject' is 'arn:aws:s3:us-east-1:1:accesspoint/p', outside of 'eu-central-1'"],
  },
  {
    name: 'reports what a name gives away',
    rule: bucket,
    value: 'archive-us-east-1',
    says: [
      "'V' of 'Subject' is 'archive-us-east-1', a bucket that nothing here makes, named after 'us-east-1'; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
  {
    name: 'reports the host of an API of which only the id is made here',
    rule: endpoint,
    value: { 'Fn::Sub': 'https://${A}.execute-api.us-east-1.amazonaws.com/live' },
    stacks: { Main: { Resources: { A: { Type: 'AWS::ApiGateway::RestApi' } } } },
    says: ["'V' of 'Subject' is 'https://${A}.execute-api.us-east-1.amazonaws.com/live', outside of 'eu-central-1'"],
  },
  {
    name: 'takes what a nested stack makes for something at home, though its template is not here',
    rule: bucket,
    value: { 'Fn::GetAtt': ['N', 'Outputs.Bucket'] },
    stacks: { Main: { Resources: { N: { Type: 'AWS::CloudFormation::Stack', Properties: {} } } } },
    says: [],
  },
  { name: 'passes an address that names no bucket', rule: bucket, value: '', says: [] },
  {
    name: 'reports a bucket that is only named after something made here',
    rule: bucket,
    value: { 'Fn::Sub': 's3://${P}/prefix' },
    stacks: { Main: { Resources: { P: { Type: 'AWS::Cognito::UserPool' } } } },
    says: [
      "'V' of 'Subject' is 's3://${P}/prefix', only AWS knows 'P' once it is made; whether it stays in 'eu-central-1' cannot be told",
    ],
  },
]);
