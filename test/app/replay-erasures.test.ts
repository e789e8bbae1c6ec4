import { replayErasures } from '../../lib/app/use-cases/replay-erasures';

async function* each(...ids: readonly string[]) {
  yield* ids;
}

describe('replaying erasures after a restore', () => {
  const replay = async (ids: readonly string[], accounts: readonly string[], act = true) => {
    const erased: string[] = [];
    const result = await replayErasures({
      people: each(...ids),
      hasAccount: async (personId) => accounts.includes(personId),
      erase: async (personId) => erased.push(personId),
      act,
    });
    return { ...result, did: erased };
  };

  it.each<[string, string[], string[], object]>([
    ['nobody where there is nobody', [], [], { found: 0, erased: 0, did: [] }],
    ['nobody who has an account', ['a', 'b'], ['a', 'b'], { found: 2, erased: 0, did: [] }],
    ['who has data and no account, once', ['a', 'b', 'b', 'c'], ['a'], { found: 3, erased: 2, did: ['b', 'c'] }],
  ])('erases %s', async (_name, ids, accounts, expected) => {
    expect(await replay(ids, accounts)).toEqual(expected);
  });

  it('only counts when it is not to act', async () => {
    expect(await replay(['a', 'b'], ['a'], false)).toEqual({ found: 2, erased: 1, did: [] });
  });

  it('ends at the first failure, and goes on from the beginning when it is run again', async () => {
    const broken = { people: each('a'), hasAccount: async () => Promise.reject(new Error('throttled')) };
    await expect(replayErasures({ ...broken, erase: async () => undefined, act: true })).rejects.toThrow('throttled');
  });
});
