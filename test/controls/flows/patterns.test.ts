import type { Text } from '../../../lib/assembly/text';
import {
  after,
  hasWildcard,
  type Match,
  matches,
  matchesText,
  startOf,
  upTo,
} from '../../../lib/controls/flows/patterns';

const hole = (name: string) => ({ key: name, label: `\${${name}}`, because: 'nobody knows' });
const A = hole('A');
const B = hole('B');

describe('a pattern of IAM', () => {
  it.each<[pattern: string, literal: string, expected: boolean]>([
    ['people', 'people', true],
    ['people', 'people-archive', false],
    ['people*', 'people', true],
    ['people*', 'people-archive', true],
    ['people*', 'archive-people', false],
    ['*', '', true],
    ['*people', 'all-people', true],
    ['*people', 'all-people-too', false],
    ['p*e*', 'people', true],
    ['p*x*', 'people', false],
    ['**e', 'people', true],
    ['pe?ple', 'people', true],
    ['pe?ple', 'peple', false],
    ['people?', 'people', false],
    ['people?', 'people1', true],
    ['*.people', 'all.people', true],
    ['*.people', 'all-people', false],
    ['a+(b)|[c]{d}^$\\*', 'a+(b)|[c]{d}^$\\e', true],
    ['a+b*c', 'aab-c', false],
    ['line*end', 'line\nend', true],
    ['pe?ple', 'pe😀ple', true],
  ])('%j matches %j: %s', (pattern, literal, expected) => {
    expect(matches(pattern, literal)).toBe(expected);
  });

  it.each<[pattern: Text, name: Text, expected: Match]>([
    [['people'], ['people'], 'yes'],
    [['people'], ['other'], 'no'],
    [['people*'], ['people-1'], 'yes'],
    [['people*'], ['other'], 'no'],
    [['*'], [A], 'yes'],
    [['x-', A], ['x-', A], 'yes'],
    [['x-', A, '-*'], ['x-', A, '-', B], 'maybe'],
    [['x-', A, '*'], ['x-', A, B], 'yes'],
    [[A, '-people'], [A, '-other'], 'no'],
    [[A, '-people*'], [A, '-people-1'], 'yes'],
    [[A], ['people'], 'maybe'],
    [['people'], [A], 'maybe'],
    [['x-', A], ['y-people'], 'no'],
    [['x-people', A], ['x-', B], 'maybe'],
    [[A, '-x'], ['people-y'], 'no'],
    [[A, '-x'], ['people-x'], 'maybe'],
    [[A, '-ab'], [B, 'b'], 'maybe'],
    [['x*-y'], ['x-', A, '-y'], 'maybe'],
    [['x*-y'], ['x-', A, '-z'], 'no'],
    [['x*-y'], ['z-', A, '-y'], 'no'],
    [['x?'], [A, 'xy'], 'maybe'],
  ])('%j matches the name %j: %s', (pattern, name, expected) => {
    expect(matchesText(pattern, name)).toBe(expected);
  });
});

describe('a text with wildcards', () => {
  it.each<[Text, boolean]>([
    [['people'], false],
    [['people*'], true],
    [['pe?ple'], true],
    [[A], false],
    [[A, '*'], true],
    [[], false],
  ])('%j has one: %s', (text, expected) => {
    expect(hasWildcard(text)).toBe(expected);
  });

  it.each<[Text, string]>([
    [['people-*', A], 'people-'],
    [['people?1'], 'people'],
    [['people', A], 'people'],
    [[A, 'people'], ''],
    [['*'], ''],
    [[], ''],
  ])('%j begins for sure with %j', (text, expected) => {
    expect(startOf(text)).toBe(expected);
  });

  it.each<[start: string, text: Text, expected: Text | undefined]>([
    ['arn:', ['arn:aws'], ['aws']],
    ['arn:', ['arn:', A], [A]],
    ['arn:', ['aws:arn:'], undefined],
    ['arn:', [A, 'arn:'], undefined],
    ['arn:', [], undefined],
    ['', [], []],
  ])('after %j comes of %j: %j', (start, text, expected) => {
    expect(after(start, text)).toEqual(expected);
  });

  it.each<[end: RegExp, text: Text, expected: Text]>([
    [/[/]/u, ['people/index/*'], ['people']],
    [/[/]/u, [A, '/index'], [A]],
    [/[/]/u, ['x-', A, '-y/index', B], ['x-', A, '-y']],
    [/[/]/u, ['/index'], []],
    [/[/]/u, ['people', A], ['people', A]],
  ])('up to %s is of %j: %j', (end, text, expected) => {
    expect(upTo(end, text)).toEqual(expected);
  });
});
