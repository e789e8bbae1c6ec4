import { CHANNELS } from '../../../lib/catalogue/catalogue';
import { isCovered } from '../../../lib/catalogue/channel';
import { boundaryPolicy } from '../../../lib/controls/preventive/boundary';
import { ALL_CELL_ACTIONS } from '../../../lib/controls/preventive/cell-actions';
import { channelsClosedBy } from '../../../lib/controls/preventive/closed-channels';
import { deploymentBoundary, deploymentPolicy } from '../../../lib/controls/preventive/deployment-policy';
import { type Policy, policyOf } from '../../../lib/controls/preventive/policy';
import { openings } from '../../support/requests';
import { verdict } from '../../support/simulate';

const place = { account: '111111111111', region: 'eu-central-1' };
const SEVERAL_HUNDRED_MS = 60_000;

const filled = <Value extends string | readonly string[]>(value: Value): Value =>
  JSON.parse(
    JSON.stringify(value)
      .replaceAll('{home}', place.region)
      .replaceAll('{account}', place.account)
      .replaceAll('{neighbour}', 'eu-central-2'),
  ) as Value;

/** The calls that open what is said to be closed, and that pass all the same; those that the evaluator does not know are left out. */
async function passedBy(policy: Policy): Promise<string[]> {
  const closed = new Set<string>(channelsClosedBy(policy));
  const denies = CHANNELS.flatMap(({ id, preventive }) =>
    closed.has(id) && isCovered(preventive) ? preventive.denies : [],
  );
  const calls = (await Promise.all(denies.map(openings))).flat(2);
  const answers = await Promise.all(
    calls.map(async ({ action, resource, region = place.region, context = {} }) => {
      const keys = Object.entries({ 'aws:RequestedRegion': region, ...context }).map(([key, value]) => [
        key,
        filled(value ?? ''),
      ]);
      return verdict({
        action,
        resource: filled(resource),
        context: Object.fromEntries(keys) as Record<string, string>,
        boundary: policy,
      }).catch(() => 'unknown');
    }),
  );
  return calls.filter((_, index) => answers[index] === 'Allowed').map(({ name }) => name);
}

describe('the channels that a policy is said to close', () => {
  it.each([
    { name: 'the boundary of a cell', policy: boundaryPolicy(place, ALL_CELL_ACTIONS), atLeast: 150 },
    { name: 'the policy of a deployment', policy: deploymentPolicy('eu', place).policy, atLeast: 100 },
    { name: 'the boundary of a bootstrap', policy: deploymentBoundary('eu', place).policy, atLeast: 20 },
  ])(
    'are closed by $name',
    async ({ policy, atLeast }) => {
      expect(channelsClosedBy(policy).length).toBeGreaterThan(atLeast);
      expect(await passedBy(policy)).toEqual([]);
    },
    SEVERAL_HUNDRED_MS,
  );

  it('are none where everything is allowed everywhere but what is authorised where it arrives', () => {
    const closed = new Set<string>(
      channelsClosedBy(policyOf({ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' })),
    );
    expect(closed.has('s3-bucket-replication')).toBe(false);
  });
});
