import { describeResolver, parameters, text } from '../support/describe-resolver';

describeResolver('literals', [
  { name: 'takes a text as it is', value: 'us-east-1', is: ['us-east-1'] },
  { name: 'takes true for the text that CloudFormation takes it for', value: true, is: ['true'] },
  { name: 'takes a number for its text', value: 5, is: ['5'] },
  { name: 'keeps the empty text apart from nothing', value: '', is: [''] },
  { name: 'takes null for nothing', value: null, is: ['absent'] },
  { name: 'takes AWS::NoValue for nothing', value: { Ref: 'AWS::NoValue' }, is: ['absent'] },
  { name: 'resolves the items of a list', value: ['a', { Ref: 'AWS::Region' }], is: ['[a, eu-central-1]'] },
  { name: 'resolves the values of a map', value: { a: { Ref: 'AWS::Region' } }, is: ['{a: eu-central-1}'] },
]);

describeResolver('pseudo parameters', [
  { name: 'knows the region', value: { Ref: 'AWS::Region' }, is: ['eu-central-1'] },
  {
    name: 'derives the partition',
    value: { Ref: 'AWS::Partition' },
    main: { stack: { region: 'us-gov-west-1' } },
    is: ['aws-us-gov'],
  },
  { name: 'derives the suffix', value: { Ref: 'AWS::URLSuffix' }, is: ['amazonaws.com'] },
  { name: 'knows the account', value: { Ref: 'AWS::AccountId' }, is: ['111122223333'] },
  {
    name: 'leaves a hole for an unknown account',
    value: { 'Fn::Sub': 'a-${AWS::AccountId}' },
    main: { stack: { account: undefined } },
    is: ['a-${AWS::AccountId}'],
  },
  { name: 'knows the stack name', value: { Ref: 'AWS::StackName' }, is: ['Main'] },
  {
    name: 'knows all of the stack id but its end',
    value: { Ref: 'AWS::StackId' },
    is: ['arn:aws:cloudformation:eu-central-1:111122223333:stack/Main/${AWS::StackId}'],
  },
  {
    name: 'takes the region from the stack id',
    value: { 'Fn::Select': [3, { 'Fn::Split': [':', { Ref: 'AWS::StackId' }] }] },
    is: ['eu-central-1'],
  },
]);

describeResolver('parameters', [
  {
    name: 'takes the default',
    value: { Ref: 'P' },
    main: parameters({ P: text({ Default: 'us-east-1', AllowedValues: ['us-east-1', 'eu-central-1'] }) }),
    is: ['us-east-1'],
  },
  {
    name: 'takes a default that is a number',
    value: { Ref: 'P' },
    main: parameters({ P: { Type: 'Number', Default: 3 } }),
    is: ['3'],
  },
  { name: 'takes an empty default', value: { Ref: 'P' }, main: parameters({ P: text({ Default: '' }) }), is: [''] },
  {
    name: 'takes each allowed value without a default',
    value: { Ref: 'P' },
    main: parameters({ P: text({ AllowedValues: ['eu-central-1', 'us-east-1'] }) }),
    is: ['eu-central-1', 'us-east-1'],
  },
  {
    name: 'takes each value that its pattern lists',
    value: { Ref: 'P' },
    main: parameters({ P: text({ AllowedPattern: '^(eu-central-1|eu-west-1)$' }) }),
    is: ['eu-central-1', 'eu-west-1'],
  },
  {
    name: 'leaves a hole for one whose pattern is no list',
    value: { Ref: 'P' },
    main: parameters({ P: text({ AllowedPattern: '^[a-z-]+-\\d$' }) }),
    is: ['${P}'],
  },
  {
    name: 'leaves a hole for one that is bound to nothing',
    value: { Ref: 'P' },
    main: parameters({ P: text() }),
    is: ['${P}'],
  },
  {
    name: 'takes what the assembly gives',
    value: { Ref: 'P' },
    main: { ...parameters({ P: text({ Default: 'a' }) }), stack: { parameters: { P: 'b' } } },
    is: ['b'],
  },
  {
    name: 'cuts a list at its commas',
    value: { Ref: 'P' },
    main: parameters({ P: { Type: 'CommaDelimitedList', Default: 'a, b' } }),
    is: ['[a, b]'],
  },
  {
    name: 'does not take the name of an SSM parameter for its value',
    value: { Ref: 'P' },
    main: parameters({ P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/region' } }),
    is: ['{{resolve:ssm:/region}}'],
  },
  {
    name: 'takes the value of an SSM parameter that the assembly makes',
    value: { Ref: 'P' },
    main: parameters({ P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/region' } }),
    others: {
      Settings: {
        Resources: {
          S: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/region', Type: 'String', Value: 'us-west-2' } },
        },
      },
    },
    is: ['us-west-2'],
  },
  {
    name: 'does not take the value of an SSM parameter of another region',
    value: '{{resolve:ssm:/region:3}}',
    others: {
      Settings: {
        stack: { region: 'us-east-1' },
        Resources: { S: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/region', Value: 'us-west-2' } } },
      },
    },
    is: ['{{resolve:ssm:/region}}'],
  },
  {
    name: 'resolves a dynamic reference within a text',
    value: { 'Fn::Sub': 'x-{{resolve:ssm:/${P}}}-y' },
    main: {
      ...parameters({ P: text({ Default: 'region' }) }),
      Resources: { S: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/region', Value: 'us-west-2' } } },
    },
    is: ['x-us-west-2-y'],
  },
  {
    name: 'leaves a hole for a secret',
    value: '{{resolve:secretsmanager:db:SecretString:host}}',
    is: ['{{resolve:secretsmanager:db:SecretString:host}}'],
  },
  { name: 'says that nothing has a name that nothing has', value: { Ref: 'Nobody' }, is: ['${Nobody}'] },
]);
