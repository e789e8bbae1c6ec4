import { App, Stack, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Acknowledgement, acknowledge } from '../../lib/constructs/acknowledge';
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

describe('an acknowledgement', () => {
  const answer: Acknowledgement = {
    id: 'AwsSolutions::AwsSolutions-VPC7',
    reason: 'the flow log is elsewhere',
    owner: 'platform',
  };
  const today = new Date('2026-11-24T12:00:00Z');
  const construct = () => new Construct(new Stack(new App({ analyticsReporting: false }), 'One'), 'It');

  it.each([
    { name: 'has its owner in the report', more: {}, reason: 'the flow log is elsewhere; owner: platform' },
    {
      name: 'has what does the work instead, and the test that shows it',
      more: { substitute: { control: 'a firewall', test: 'test/stacks/oversight.test.ts' } },
      reason: 'the flow log is elsewhere; substitute: a firewall (test/stacks/oversight.test.ts); owner: platform',
    },
    {
      name: 'has the last day of a debt, and counts on that day',
      more: { until: '2026-11-24' },
      reason: 'the flow log is elsewhere; owner: platform; until: 2026-11-24',
    },
  ])('$name', ({ more, reason }) => {
    const on = construct();
    const recorded = jest.spyOn(Validations.prototype, 'acknowledge').mockImplementation(() => undefined);
    acknowledge(on, { ...answer, ...more }, today);
    expect(recorded.mock.calls).toEqual([[{ id: 'AwsSolutions::AwsSolutions-VPC7', reason }]]);
    recorded.mockRestore();
  });

  it.each([
    {
      name: 'that has expired',
      until: '2026-11-23',
      code: 'AcknowledgementExpired',
      message:
        "the acknowledgement of 'AwsSolutions::AwsSolutions-VPC7' on 'One/It' ended on 2026-11-23; 'platform' must mend the finding or decide again",
    },
    {
      name: 'whose last day is none',
      until: '2026-13-40',
      code: 'AcknowledgementMalformed',
      message:
        "the acknowledgement of 'AwsSolutions::AwsSolutions-VPC7' on 'One/It' ends on '2026-13-40'; write a day such as '2027-03-31'",
    },
  ])('$name stops the synthesis', ({ until, code, message }) => {
    expect(() => acknowledge(construct(), { ...answer, until }, today)).toThrow(
      expect.objectContaining({ code, message }),
    );
  });
});
