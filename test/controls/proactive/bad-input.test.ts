import { check } from '../../../lib/controls/proactive/check';
import { type Files, inFolder, manifestOf } from '../../support/folder';

const HOME = { home: 'eu-central-1' };
const table = (Region: unknown, more: object = {}) => ({
  Type: 'AWS::DynamoDB::GlobalTable',
  Properties: { Replicas: [{ Region }] },
  ...more,
});
const names = (count: number) => Array.from({ length: count }, (_, index) => `N${index}`);
const each = (count: number, value: (name: string) => unknown) =>
  Object.fromEntries(names(count).map((name) => [name, value(name)]));

/** What is found, as `reach logicalId`, and the codes of what could not be judged. */
function judged(files: Files) {
  const { findings, problems } = inFolder(files, (folder) => check([folder], HOME));
  return [
    ...findings.filter(({ severity }) => severity !== 'info').map(({ reach, logicalId }) => `${reach} ${logicalId}`),
    ...problems.map(({ code }) => code),
  ];
}

const cases: readonly (readonly [string, object, readonly string[]])[] = [
  [
    'conditions that lead in a circle',
    {
      Conditions: { A: { Condition: 'B' }, B: { 'Fn::Not': [{ Condition: 'A' }] } },
      Resources: { T: table('us-east-1', { Condition: 'A' }) },
    },
    ['abroad T'],
  ],
  [
    'maps that lead in a circle',
    {
      Mappings: { M: { a: { b: { 'Fn::FindInMap': ['M', 'a', 'b'] } } } },
      Resources: { T: table({ 'Fn::FindInMap': ['M', 'a', 'b'] }) },
    },
    ['unknown T'],
  ],
  [
    'parameters that lead in a circle',
    {
      Parameters: { P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/p' } },
      Resources: {
        S: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/p', Value: { Ref: 'P' } } },
        T: table({ Ref: 'P' }),
      },
    },
    ['unknown T'],
  ],
  [
    'names that every object has',
    {
      Parameters: { constructor: { Type: 'String', Default: 'us-east-1' } },
      Resources: { T: table({ Ref: 'constructor' }), toString: table({ Ref: 'valueOf' }) },
    },
    ['abroad T', 'unknown toString'],
  ],
  ['a function that nobody knows', { Resources: { T: table({ 'Fn::Magic': ['x'] }) } }, ['unknown T']],
  [
    'resources in odd forms',
    {
      Resources: {
        A: null,
        B: 5,
        C: [],
        D: 'x',
        E: { Type: 5 },
        F: { Type: 'AWS::S3::Bucket', Properties: 'x' },
        T: table('us-east-1'),
      },
    },
    ['abroad T'],
  ],
  [
    'sixty conditions that nothing decides',
    {
      Parameters: each(60, () => ({ Type: 'String' })),
      Conditions: {
        ...each(60, (name) => ({ 'Fn::Equals': [{ Ref: name }, 'x'] })),
        Any: { 'Fn::Or': names(60).map((Condition) => ({ Condition })) },
      },
      Resources: { T: table('us-east-1', { Condition: 'Any' }) },
    },
    ['abroad T'],
  ],
  [
    'a text of more possibilities than there are atoms',
    {
      Parameters: each(50, () => ({ Type: 'String', AllowedValues: names(50) })),
      Resources: { T: table({ 'Fn::Join': ['-', names(50).map((Ref) => ({ Ref }))] }) },
    },
    ['abroad T'],
  ],
  [
    'imports of each other in every way',
    {
      Outputs: each(8, (name) => ({
        Value: names(8).map((other) => ({ 'Fn::ImportValue': other })),
        Export: { Name: name },
      })),
      Resources: { C: { Type: 'Custom::X', Properties: { A: { 'Fn::ImportValue': 'N0' } } }, T: table('us-east-1') },
    },
    ['abroad T'],
  ],
];

describe('judging what is broken', () => {
  it.each(cases)('ends with %s', (_, template, expected) => {
    expect(judged({ 't.json': template })).toEqual(expected);
  });

  it('judges what it can beside a nested template that is missing', () => {
    const nested = { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'gone.json' } };
    const files = {
      'manifest.json': manifestOf({ A: { region: 'eu-central-1' } }),
      'A.template.json': { Resources: { N: nested, T: table('us-east-1') } },
    };
    expect(judged(files)).toEqual(['abroad T', 'MissingFile']);
  });
});

/** Texts that a pattern could take for ever to read. */
const LONG = 200_000;
const texts: readonly (readonly [string, string])[] = [
  ['beginnings of ARNs', 'arn:aws:sqs:us-'.repeat(LONG / 15)],
  ['options of a command', `aws ${'--a=b '.repeat(LONG / 6)}! us-east-1`],
  ['labels of a host', `${'us-east-1.'.repeat(LONG / 10)}amazonaws.co`],
  ['blanks behind a region', `region:${' '.repeat(LONG)}x us-east-9`],
  ['almost base64', `${'QUFB'.repeat(LONG / 4)} us-east-1 ${' '.repeat(1000)}(`],
  ['quotes', `${"'".repeat(LONG)}us-east-1`],
  ['backquotes', `${'`'.repeat(LONG + 1)}-east`],
  ['comparisons', "'us-east-1'==".repeat(LONG / 13)],
  ['calls', `${'client('.repeat(LONG / 7)}'us-east-1'`],
  ['variables', `${'${'.repeat(LONG / 2)}us-east-1`],
  ['references', `${'{{resolve:ssm:'.repeat(LONG / 14)}us-east-1`],
  ['comments', '# us-east-1\n'.repeat(LONG / 12)],
  ['maps in JSON', `${'{"a":'.repeat(LONG / 5)}"us-east-1"`],
  ['lists in JSON', `${'['.repeat(2000)}"us-east-1"${']'.repeat(2000)}`],
  ['aliases in YAML', `a: &a [us-east-1]\n${'b: *a\n'.repeat(LONG / 6)}`],
  ['stars', `arn:aws:sqs:${'*'.repeat(5000)}-us:1:q`],
];

describe('a text of many', () => {
  it.each(texts)('%s is read in no time', (_, text) => {
    const statement = {
      Effect: 'Allow',
      Action: [text, '*'],
      Resource: text,
      Condition: { StringLike: { 'aws:RequestedRegion': text } },
    };
    const template = {
      Resources: {
        F: {
          Type: 'AWS::Lambda::Function',
          Properties: { Environment: { Variables: { A: text } }, Code: { ZipFile: text } },
        },
        I: { Type: 'AWS::EC2::Instance', Properties: { UserData: text } },
        P: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Statement: [statement] } } },
        M: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: text } },
        C: { Type: 'Custom::X', Properties: { A: text, B: { 'Fn::Sub': text } } },
      },
    };
    const start = process.cpuUsage();
    judged({ 't.json': template });
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3);
  });
});
