import { array, assert, constantFrom, dictionary, letrec, oneof, property } from 'fast-check';
import { judge } from '../../../lib/controls/proactive/judge';
import { assemblyOf, type TestStack } from '../../support/in-memory';

/** A value in some spelling, and the sections that the spelling needs. */
interface Spelling {
  readonly value: unknown;
  readonly main: Sections;
  readonly sibling: Sections;
}

type Sections = Readonly<
  Partial<Record<'Parameters' | 'Mappings' | 'Conditions' | 'Outputs' | 'Resources', Readonly<Record<string, unknown>>>>
>;

type Wrap = (text: string, inner: Spelling, name: string) => Spelling;

const literal = (value: unknown): Spelling => ({ value, main: {}, sibling: {} });

/** Ways to write a text, each around another way to write it. */
const WRAPS: Readonly<Record<string, Wrap>> = {
  sub: (_, inner, name) => ({ ...inner, value: { 'Fn::Sub': [`\${${name}}`, { [name]: inner.value }] } }),
  join: (_, inner) => ({ ...inner, value: { 'Fn::Join': ['', [inner.value, { Ref: 'AWS::NoValue' }, '']] } }),
  halves: (text, inner) => ({ ...inner, value: { 'Fn::Join': ['-', text.split('-')] } }),
  select: (_, inner) => ({ ...inner, value: { 'Fn::Select': ['1', ['x', inner.value]] } }),
  split: (_, inner) => ({
    ...inner,
    value: { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::Join': ['/', ['x', inner.value]] }] }] },
  }),
  parameter: (text, inner, name) => ({
    ...added(inner, 'Parameters', { [name]: { Type: 'String', Default: text } }),
    value: { Ref: name },
  }),
  allowed: (text, inner, name) => ({
    ...added(inner, 'Parameters', { [name]: { Type: 'String', AllowedValues: [text] } }),
    value: { Ref: name },
  }),
  map: (text, inner, name) => ({
    ...added(inner, 'Mappings', { [name]: { 'eu-central-1': { to: text }, 'us-east-1': { to: 'eu-central-1' } } }),
    value: { 'Fn::FindInMap': [name, { Ref: 'AWS::Region' }, 'to'] },
  }),
  branch: (_, inner, name) => ({
    ...added(inner, 'Conditions', { [name]: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-central-1'] } }),
    value: { 'Fn::If': [name, inner.value, 'sa-east-1'] },
  }),
  loops: (_, inner) => ({ ...inner, value: { 'Fn::If': ['Undeclared', inner.value, inner.value] } }),
  imported: (text, inner, name) => ({
    ...inner,
    sibling: {
      ...inner.sibling,
      Outputs: { ...inner.sibling.Outputs, [name]: { Value: text, Export: { Name: name } } },
    },
    value: { 'Fn::ImportValue': name },
  }),
  stored: (text, inner, name) => ({
    ...inner,
    sibling: {
      ...inner.sibling,
      Resources: {
        ...inner.sibling.Resources,
        [name]: { Type: 'AWS::SSM::Parameter', Properties: { Name: `/${name}`, Value: text } },
      },
    },
    value: `{{resolve:ssm:/${name}}}`,
  }),
};

function added(spelling: Spelling, section: keyof Sections, entries: Readonly<Record<string, unknown>>): Spelling {
  return { ...spelling, main: { ...spelling.main, [section]: { ...spelling.main[section], ...entries } } };
}

function spelled(text: string, wraps: readonly string[]): Spelling {
  return wraps.reduce((inner, wrap, index) => WRAPS[wrap]?.(text, inner, `N${index}`) ?? inner, literal(text));
}

function verdictOf({ value, main, sibling }: Spelling): string[] {
  const table = { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: [{ Region: value }] } };
  const stacks: Record<string, TestStack> = {
    Main: { ...main, Resources: { ...main.Resources, T: table } },
    Sibling: { ...sibling, Resources: { ...sibling.Resources } },
  };
  return judge(assemblyOf(stacks)).map(({ reach, path, value: shown }) => `${reach} ${path} ${shown}`);
}

const wraps = array(constantFrom(...Object.keys(WRAPS)), { maxLength: 6 });

describe('a destination, however it is written', () => {
  it.each(Object.keys(WRAPS))('is found by %s', (wrap) => {
    expect(verdictOf(spelled('us-east-1', [wrap]))).toEqual(['abroad Replicas[0].Region us-east-1']);
    expect(verdictOf(spelled('eu-central-1', [wrap]))).toEqual([]);
  });

  it('gets the verdict of the plain text', () => {
    assert(
      property(constantFrom('us-east-1', 'ap-southeast-1', 'eu-central-1'), wraps, (text, spelling) => {
        expect(verdictOf(spelled(text, spelling))).toEqual(verdictOf(literal(text)));
      }),
      { numRuns: 50 },
    );
  });
});

/** Pieces of which none names a place, and of which all together do. */
const PIECES: readonly { readonly name: string; readonly value: unknown; readonly parameters?: object }[] = [
  { name: 'values of a Sub', value: { 'Fn::Sub': ['${Head}${Tail}', { Head: 'us-e', Tail: 'ast-1' }] } },
  {
    name: 'parameters of a Sub',
    value: { 'Fn::Sub': '${Head}-${Tail}' },
    parameters: { Head: { Type: 'String', Default: 'us' }, Tail: { Type: 'String', Default: 'east-1' } },
  },
  {
    name: 'a parameter that can be several, in a Sub',
    value: { 'Fn::Sub': '${Area}ast-1' },
    parameters: { Area: { Type: 'String', AllowedValues: ['us-e', 'ap-southe'] } },
  },
  {
    name: 'a parameter of a Join',
    value: { 'Fn::Join': ['', [{ Ref: 'Area' }, 'ast-1']] },
    parameters: { Area: { Type: 'String', Default: 'us-e' } },
  },
];

describe('a hint that is cut into pieces', () => {
  it.each(PIECES)('is found as $name', ({ value, parameters }) => {
    const main = {
      Parameters: { ...parameters },
      Resources: {
        Worker: {
          Type: 'AWS::Lambda::Function',
          Properties: { VpcConfig: { SubnetIds: ['subnet-1'] }, Environment: { Variables: { MAIL_REGION: value } } },
        },
      },
    };
    expect(judge(assemblyOf({ Main: main })).map(({ path, value: shown }) => `${path} ${shown}`)).toEqual([
      'Environment.Variables.MAIL_REGION us-east-1',
    ]);
  });
});

const anything = letrec((tie) => ({
  node: oneof(
    { depthSize: 'small' },
    constantFrom<unknown>('us-east-1', 'eu-central-1', '', 0, true, null),
    array(tie('node'), { maxLength: 3 }),
    dictionary(
      constantFrom(
        'Ref',
        'Region',
        'Replicas',
        'Fn::Sub',
        'Fn::If',
        'Fn::Join',
        'Fn::Select',
        'Fn::Split',
        'Fn::GetAtt',
        'Fn::FindInMap',
        'Fn::ImportValue',
        'Fn::GetStackOutput',
        'Fn::ForEach::X',
        'Fn::Transform',
        'Fn::ToJsonString',
        'Fn::Length',
        'Fn::GetAZs',
        'Fn::Equals',
        'Fn::And',
        'Fn::Or',
        'Fn::Not',
        'Condition',
      ),
      tie('node'),
      { maxKeys: 2 },
    ),
  ),
})).node;

describe('a template that makes no sense', () => {
  it('is judged without an accident, and the same each time', () => {
    assert(
      property(anything, anything, anything, (properties, conditions, parameters) => {
        const template = {
          Parameters: { P: parameters, Region: parameters },
          Conditions: { C: conditions, Region: conditions },
          Mappings: { 'us-east-1': { 'us-east-1': conditions } },
          Outputs: { O: { Value: properties, Export: { Name: parameters } } },
          Resources: {
            T: { Type: 'AWS::DynamoDB::GlobalTable', Condition: 'C', Properties: properties },
            K: { Type: 'AWS::KMS::Key', Properties: properties },
          },
        } as TestStack;
        const assembly = assemblyOf({ Main: template, Other: template });
        expect(judge(assembly)).toEqual(judge(assembly));
      }),
      { numRuns: 150 },
    );
  });
});
