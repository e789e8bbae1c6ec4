import { canonical, concat, couldBe, couldBeEqual, known, show, split, type Text } from '../../lib/assembly/text';

const hole = (name: string) => ({ key: name, label: `\${${name}}`, because: 'nobody knows' });
const A = hole('A');
const B = hole('B');

describe('a text', () => {
  it.each<[Text, string, boolean]>([
    [['us-east-1'], 'us-east-1', true],
    [['us-east-1'], 'us-east-2', false],
    [[], '', true],
    [[A], 'anything', true],
    [['us-', A, '-1'], 'us-east-1', true],
    [['us-', A, '-1'], 'us-1', false],
    [['us-', A], 'eu-west-1', false],
    [[A, '-1'], 'us-east-2', false],
    [[A, 'b', B, 'b', A], 'abxb', true],
    [[A, 'b', B, 'b', A], 'abx', false],
    [['a', A, 'b', B, 'c'], 'abc', true],
    [['ab', A, 'bc'], 'abc', false],
    [['a.c', A], 'abc', false],
  ])('%j could be %j: %s', (text, literal, expected) => {
    expect(couldBe(text, literal)).toBe(expected);
  });

  it('is compared without regard to case where that is asked', () => {
    expect([
      couldBe(['EU-', A], 'eu-west-1', { ignoreCase: true }),
      couldBe(['TRUE'], 'true', { ignoreCase: true }),
    ]).toEqual([true, true]);
  });

  it('is compared quickly, however many holes it has', () => {
    const text: Text = Array.from({ length: 2000 }).flatMap(() => [A, 'x']);
    expect(couldBe([...text, 'y'], 'x'.repeat(100_000))).toBe(false);
  });

  it.each<[Text, Text, boolean]>([
    [['a-', A], ['a-b-', B], true],
    [['a-', A], ['b-', B], false],
    [[A, '-x'], [B, '-y'], false],
    [[A, '-x'], [B, '-z-x'], true],
    [['a'], ['a'], true],
    [['a', A], ['ab'], true],
  ])('%j could be equal to %j: %s', (one, other, expected) => {
    expect([couldBeEqual(one, other), couldBeEqual(other, one)]).toEqual([expected, expected]);
  });

  it('joins what is known, and keeps holes apart', () => {
    const text = concat([['a'], ['b', A], [], ['c']], '-') ?? [];
    expect({ text, known: known(text), shown: show(text) }).toEqual({
      text: ['a-b', A, '--c'],
      known: undefined,
      shown: 'a-b${A}--c',
    });
    expect(canonical([A])).not.toBe(canonical([B]));
  });

  it('is cut at what is known of it', () => {
    expect(split(['a:b', A, ':c'], ':')).toEqual([['a'], ['b', A], ['c']]);
  });

  it('ends where it becomes longer than any template', () => {
    expect(concat([['x'.repeat(600_000)], ['y'.repeat(600_000)]])).toBeUndefined();
  });
});
