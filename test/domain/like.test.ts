import { isLike } from '../../lib/domain/like';

describe('a pattern of a policy', () => {
  it.each([
    ['*', '', true],
    ['*', 'anything', true],
    ['', '', true],
    ['', 'a', false],
    ['us-*', 'us-east-1', true],
    ['us-*', 'eu-west-1', false],
    ['?u-*-1', 'eu-west-1', true],
    ['*-1', 'eu-west-1', true],
    ['*-2', 'eu-west-1', false],
    ['*e*-1', 'eu-central-1', true],
    ['a?', 'a', false],
    ['a*b*c', 'aXbYbZc', true],
    ['a.c', 'abc', false],
    ['**', 'a', true],
  ])("'%s' admits '%s': %s", (pattern, text, expected) => {
    expect(isLike(text, pattern)).toBe(expected);
  });

  it('is compared in no time, whatever it is', () => {
    const start = Date.now();
    expect(isLike('a'.repeat(5000), `${'a*'.repeat(5000)}b`)).toBe(false);
    expect(Date.now() - start).toBeLessThan(2000);
  });
});
