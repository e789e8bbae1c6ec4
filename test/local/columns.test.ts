import { columns, wrapped } from '../../lib/local/columns';

describe('columns', () => {
  it('are as wide as their widest cell, and end where their text ends', () => {
    expect(columns([['a', 'bbb', 'c'], ['aaaa', 'b'], []])).toEqual(['a      bbb   c', 'aaaa   b', '']);
  });

  it('of nothing are nothing', () => {
    expect(columns([])).toEqual([]);
  });
});

describe('a text that is too wide', () => {
  it.each([
    ['fits', 'one two', 20, ['one two']],
    ['is broken at spaces, and the rest indented', 'one two three four', 9, ['one two', ' three', ' four']],
    ['keeps a word that is wider than a line', 'abcdefghij kl', 5, ['abcdefghij', ' kl']],
    ['is empty', '', 5, ['']],
  ])('%s', (_what, text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });
});
