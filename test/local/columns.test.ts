import { columns } from '../../lib/local/columns';

describe('columns', () => {
  it('are as wide as their widest cell, and end where their text ends', () => {
    expect(columns([['a', 'bbb', 'c'], ['aaaa', 'b'], []])).toEqual(['a      bbb   c', 'aaaa   b', '']);
  });

  it('of nothing are nothing', () => {
    expect(columns([])).toEqual([]);
  });
});
