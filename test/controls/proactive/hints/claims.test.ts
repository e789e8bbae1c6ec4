import { Claims } from '../../../../lib/controls/proactive/hints/claims';

describe('what a channel claims', () => {
  const CLAIMS = Claims.of(['A.B', 'L[].C', 'M.{}.D', 'W.**']);
  const isClaimed = (claims: Claims, path: readonly string[]) => {
    let at: Claims | 'claimed' = claims;
    for (const step of path) {
      if (at === 'claimed') return true;
      at = step === '[]' ? at.item() : at.member(step);
    }
    return at === 'claimed';
  };

  it.each<[path: readonly string[], expected: boolean]>([
    [['A', 'B'], true],
    [['A', 'B', 'Deeper'], true],
    [['A'], false],
    [['A', 'C'], false],
    [['B'], false],
    [['L', '[]', 'C'], true],
    [['L', 'C'], true],
    [['L', '[]', 'D'], false],
    [['M', 'anything', 'D'], true],
    [['M', 'anything', 'E'], false],
    [['W', 'anything'], true],
    [['N', 'E'], false],
  ])('%j is claimed: %s', (path, expected) => {
    expect(isClaimed(CLAIMS, path)).toBe(expected);
  });

  it('is more with more paths', () => {
    const more = CLAIMS.and(['N.E']);
    expect([isClaimed(more, ['N', 'E']), isClaimed(more, ['A', 'B']), isClaimed(more, ['N', 'F'])]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
