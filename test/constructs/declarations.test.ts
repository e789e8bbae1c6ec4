import { App, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { declareStore, storesBelow } from '../../lib/constructs/store-declaration';
import type { DeclaredStore } from '../../lib/domain/personal-stores';

const profiles = {
  id: 'profiles',
  kind: 'table',
  holds: 'profiles',
  personal: true,
  retention: { until: 'erasure', thenRecoverableForDays: 35 },
  key: 'cell',
  legalBasis: 'contract',
  readers: ['you'],
} as const satisfies DeclaredStore;

describe('the stores below some constructs', () => {
  it('are each listed once, in the order of their ids', () => {
    const app = new App({ analyticsReporting: false });
    const [one, two] = [new Stack(app, 'One'), new Stack(app, 'Two')];
    declareStore(new Construct(one, 'B'), profiles);
    declareStore(new Construct(one, 'A'), { ...profiles, id: 'accounts' });
    declareStore(new Construct(two, 'C'), { ...profiles });
    expect(storesBelow(one, two)).toEqual([{ ...profiles, id: 'accounts' }, profiles]);
    expect(storesBelow(two)).toEqual([profiles]);
  });

  it('cannot share an id and differ', () => {
    const stack = new Stack(new App({ analyticsReporting: false }), 'One');
    declareStore(new Construct(stack, 'A'), profiles);
    declareStore(new Construct(stack, 'B'), { ...profiles, holds: 'something else' });
    expect(() => storesBelow(stack)).toThrow(
      expect.objectContaining({
        code: 'StoreDeclaredTwice',
        message: "'One/B' and 'One/A' both declare the store 'profiles' and say different things; give each its own id",
      }),
    );
  });
});

describe('a store of personal data that nothing exports, erases and moves', () => {
  const letters = { ...profiles, id: 'letters' } as const;

  it('does not compile', () => {
    // @ts-expect-error: it is not in the table of such stores
    const declared: DeclaredStore = letters;
    expect(declared.id).toBe('letters');
  });

  it('does not synthesize either', () => {
    const stack = new Stack(new App({ analyticsReporting: false }), 'One');
    expect(() => declareStore(new Construct(stack, 'Letters'), letters as unknown as DeclaredStore)).toThrow(
      expect.objectContaining({
        code: 'StoreNotHandled',
        message:
          "'One/Letters' declares the store 'letters' of personal data, and nothing says how that is exported, erased and moved; add it to PERSONAL_STORES in lib/domain/personal-stores.ts",
      }),
    );
  });

  it('is none of those whose content relates to nobody', () => {
    const stack = new Stack(new App({ analyticsReporting: false }), 'One');
    declareStore(new Construct(stack, 'Letters'), { ...letters, personal: { no: 'they are about operators' } });
    expect(storesBelow(stack)).toHaveLength(1);
  });
});
