import { describeResolver, parameters, text } from '../support/describe-resolver';

describeResolver('texts', [
  {
    name: 'puts values into a text',
    value: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::b-${AWS::Region}' },
    is: ['arn:aws:s3:::b-eu-central-1'],
  },
  {
    name: 'prefers the variables of the text',
    value: { 'Fn::Sub': ['${A}-${AWS::Region}', { A: { Ref: 'AWS::AccountId' } }] },
    is: ['111122223333-eu-central-1'],
  },
  { name: 'keeps an escaped variable', value: { 'Fn::Sub': '${!A}${AWS::Region}' }, is: ['${A}eu-central-1'] },
  {
    name: 'reads an attribute in a text',
    value: { 'Fn::Sub': '${B.Arn}/*' },
    main: { Resources: { B: { Type: 'AWS::S3::Bucket' } } },
    is: ['${B.Arn}/*'],
  },
  {
    name: 'keeps what it knows around a hole',
    value: { 'Fn::Sub': 'arn:aws:sns:us-east-1:${P}:t' },
    main: parameters({ P: text() }),
    is: ['arn:aws:sns:us-east-1:${P}:t'],
  },
  {
    name: 'combines alternatives',
    value: { 'Fn::Sub': '${P}-${Q}' },
    main: parameters({ P: text({ AllowedValues: ['a', 'b'] }), Q: text({ AllowedValues: ['c', 'd'] }) }),
    is: ['a-c', 'a-d', 'b-c', 'b-d'],
  },
  {
    name: 'never takes one parameter for two things',
    value: { 'Fn::Sub': '${P}-${P}' },
    main: parameters({ P: text({ AllowedValues: ['a', 'b'] }) }),
    is: ['a-a', 'b-b'],
  },
  { name: 'joins', value: { 'Fn::Join': ['-', ['us', 'east', 1]] }, is: ['us-east-1'] },
  {
    name: 'leaves out of a join what is absent',
    value: { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] },
    is: ['a-b'],
  },
  {
    name: 'joins a list parameter',
    value: { 'Fn::Join': ['+', { Ref: 'P' }] },
    main: parameters({ P: { Type: 'CommaDelimitedList', Default: 'a,b' } }),
    is: ['a+b'],
  },
  { name: 'selects', value: { 'Fn::Select': [1, ['a', 'b']] }, is: ['b'] },
  {
    name: 'selects by a text',
    value: { 'Fn::Select': ['0', { Ref: 'P' }] },
    main: parameters({ P: { Type: 'CommaDelimitedList', Default: 'a,b' } }),
    is: ['a'],
  },
  {
    name: 'takes every item where the index is not known',
    value: { 'Fn::Select': [{ Ref: 'P' }, ['a', 'b']] },
    main: parameters({ P: text() }),
    is: ['a', 'b'],
  },
  {
    name: 'splits',
    value: { 'Fn::Select': [3, { 'Fn::Split': [':', 'arn:aws:sns:us-east-1:1:t'] }] },
    is: ['us-east-1'],
  },
  {
    name: 'knows the region in the ARN of a resource',
    value: { 'Fn::Select': [3, { 'Fn::Split': [':', { 'Fn::GetAtt': ['T', 'Arn'] }] }] },
    main: { Resources: { T: { Type: 'AWS::DynamoDB::Table' } } },
    is: ['eu-central-1'],
  },
  {
    name: 'knows the region in the name of a topic, which is its ARN',
    value: { 'Fn::Select': [3, { 'Fn::Split': [':', { Ref: 'T' }] }] },
    main: { Resources: { T: { Type: 'AWS::SNS::Topic' } } },
    is: ['eu-central-1'],
  },
  {
    name: 'knows that the ARN of a role has no region',
    value: { 'Fn::Join': ['|', { 'Fn::Split': [':', { 'Fn::GetAtt': ['R', 'Arn'] }] }] },
    main: { Resources: { R: { Type: 'AWS::IAM::Role' } } },
    is: ['arn|aws|iam||111122223333|${R.Arn}'],
  },
  {
    name: 'leaves a hole for a part of what is not known',
    value: { 'Fn::Select': [0, { 'Fn::Split': ['-', { Ref: 'P' }] }] },
    main: parameters({ P: text() }),
    is: ['${P}'],
  },
  {
    name: 'reads through base64',
    value: { 'Fn::Base64': { 'Fn::Sub': 'aws --region ${AWS::Region}' } },
    is: ['aws --region eu-central-1'],
  },
  { name: 'knows the region of zones', value: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }, is: ['eu-central-1a'] },
  {
    name: 'knows zones of another region',
    value: { 'Fn::Select': [1, { 'Fn::GetAZs': 'us-east-1' }] },
    is: ['us-east-1b'],
  },
  { name: 'counts a list', value: { 'Fn::Length': ['a', 'b'] }, is: ['2'] },
  {
    name: 'writes JSON',
    value: { 'Fn::ToJsonString': { a: [{ Ref: 'AWS::Region' }, 1, true, 'q"'], b: { Ref: 'AWS::NoValue' } } },
    is: ['{"a":["eu-central-1",1,true,"q\\""]}'],
  },
  {
    name: 'leaves a hole for subnets',
    value: { 'Fn::Select': [0, { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }] },
    is: ['${Fn::Cidr}'],
  },
  {
    name: 'leaves a hole for what a macro makes',
    value: { 'Fn::Transform': { Name: 'M' } },
    is: ['${Fn::Transform}'],
  },
]);
