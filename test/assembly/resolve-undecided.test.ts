import { AssemblyResolver } from '../../lib/assembly/resolve';
import { describeResolver, parameters, text } from '../support/describe-resolver';
import { stackOf, type TestStack } from '../support/in-memory';

const FREE = parameters({ P: text(), Q: text() });
const MANY = Array.from({ length: 40 }, (_, index) => `v${index}`);

describeResolver('what is not decided', [
  {
    name: 'takes a comparison of two unknown texts for the same wherever it stands, in whichever order',
    value: { 'Fn::If': ['C', { 'Fn::If': ['D', 'a', 'b'] }, { 'Fn::If': ['D', 'c', 'd'] }] },
    main: {
      ...FREE,
      Conditions: {
        C: { 'Fn::Equals': [{ 'Fn::Sub': '${P}-x' }, { Ref: 'Q' }] },
        D: { 'Fn::Equals': [{ Ref: 'Q' }, { 'Fn::Sub': '${P}-x' }] },
      },
    },
    is: ['a', 'd'],
  },
  {
    name: 'takes comparisons of different texts for independent',
    value: { 'Fn::If': ['C', { 'Fn::If': ['D', 'a', 'b'] }, { 'Fn::If': ['D', 'c', 'd'] }] },
    main: {
      ...FREE,
      Conditions: {
        C: { 'Fn::Equals': [{ 'Fn::Sub': '${P}-x' }, { Ref: 'Q' }] },
        D: { 'Fn::Equals': [{ 'Fn::Sub': '${P}-y' }, { Ref: 'Q' }] },
      },
    },
    is: ['a', 'b', 'c', 'd'],
  },
  {
    name: 'takes conditions that nothing declares for independent of each other',
    value: { 'Fn::If': ['C', { 'Fn::If': ['D', 'a', 'b'] }, { 'Fn::If': ['D', 'c', 'd'] }] },
    is: ['a', 'b', 'c', 'd'],
  },
  {
    name: 'takes a condition that nothing declares for the same wherever it stands',
    value: { 'Fn::If': ['C', { 'Fn::If': ['C', 'a', 'b'] }, { 'Fn::If': ['C', 'c', 'd'] }] },
    is: ['a', 'd'],
  },
  {
    name: 'tells of a comparison with very many outcomes only that it can hold and fail',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: {
      ...parameters({ P: text({ AllowedValues: MANY }), Q: text({ AllowedValues: MANY }) }),
      Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, { Ref: 'Q' }] } },
    },
    is: ['a', 'b'],
  },
  {
    name: 'finds nothing that meets two conditions of which each excludes the other',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: {
      ...FREE,
      Conditions: {
        C: { 'Fn::And': [{ 'Fn::Equals': [{ Ref: 'P' }, '1'] }, { 'Fn::Equals': [{ Ref: 'P' }, '2'] }] },
      },
    },
    is: ['b'],
  },
  {
    name: 'decides by an operand that is a plain truth value',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: { Conditions: { C: { 'Fn::And': [true, { 'Fn::Not': [false] }] } } },
    is: ['a'],
  },
  {
    name: 'does not decide by an expression of two operators',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: { Conditions: { C: { 'Fn::Equals': ['1', '1'], 'Fn::Not': [true] } } },
    is: ['a', 'b'],
  },
]);

/** How a value came about, or why nothing is known of it. */
const TOLD: readonly {
  readonly name: string;
  readonly value: unknown;
  readonly main?: TestStack;
  readonly is: string;
}[] = [
  {
    name: 'the condition that leaves it open',
    value: { 'Fn::If': ['C', 'a', 'a'] },
    is: "condition 'C' is not decided here",
  },
  {
    name: 'nothing of a condition that is decided',
    value: { 'Fn::If': ['C', 'a', 'b'] },
    main: { Conditions: { C: { 'Fn::Equals': ['1', '1'] } } },
    is: '',
  },
  {
    name: 'the map and the key that it stands under',
    value: { 'Fn::FindInMap': ['M', 'one', 'x'] },
    main: { Mappings: { M: { one: { x: 'a' } } } },
    is: "map 'M' has it under 'one'",
  },
  {
    name: 'that a map has nothing under the keys',
    value: { 'Fn::FindInMap': ['M', 'two', 'x'] },
    main: { Mappings: { M: { one: { x: 'a' } } } },
    is: "the map has nothing under these keys in 'eu-central-1'",
  },
  {
    name: 'that a look-up cannot be read',
    value: { 'Fn::FindInMap': ['M', ['one'], 'x'] },
    main: { Mappings: { M: { one: { x: 'a' } } } },
    is: "'Fn::FindInMap' is not used in a way that can be read here",
  },
  {
    name: 'that a choice cannot be read',
    value: { 'Fn::If': [{ Ref: 'C' }, 'a', 'b'] },
    is: "'Fn::If' is not used in a way that can be read here",
  },
];

describe('a value', () => {
  it.each(TOLD)('tells $name', ({ value, main, is }) => {
    const stack = stackOf(main);
    const [first] = new AssemblyResolver({ stacks: [stack] }).resolve(value, stack);
    const hole = first?.kind === 'text' ? first.text.find((part) => typeof part === 'object') : undefined;
    expect(hole?.because ?? first?.via.join('; ')).toBe(is);
  });
});
