import { App, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { declareStore, storesBelow } from '../../lib/constructs/store-declaration';
import type { StoreClass } from '../../lib/domain/store-class';

const profiles: StoreClass = {
  id: 'profiles',
  kind: 'table',
  holds: 'profiles',
  personal: true,
  retention: { until: 'erasure', thenRecoverableForDays: 35 },
  legalBasis: 'contract',
  readers: ['you'],
};

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
