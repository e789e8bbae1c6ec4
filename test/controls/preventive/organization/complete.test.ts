import { CHANNELS } from '../../../../lib/catalogue/catalogue';
import { type Deny, isCovered, type Strength } from '../../../../lib/catalogue/channel';
import { needOf } from '../../../../lib/controls/preventive/needed-actions';
import { serviceControls } from '../../../../lib/controls/preventive/organization/service-control';
import { accountOfCell, ask, CELLS, controlsOf, type OrganizationCase } from '../../../support/organization';
import { isOnlyAbroad, listingOf, openings, twins } from '../../../support/requests';

const [cell] = CELLS;
if (cell === undefined) throw new Error('there is no cell');
const controls = controlsOf(accountOfCell(cell));

/** Each asks the evaluator several hundred times. */
const SEVERAL_HUNDRED_MS = 60_000;

const CLOSED_BY_POLICY: readonly Strength[] = ['exact', 'region-deny', 'whole-action'];

/** What a deny of the catalogue says of an action that everybody needs is left to the other controls. */
const isWanted = (action: string, { when }: Deny) => when !== undefined || needOf(action)?.for !== 'everybody';

/** The worst answer to an action's resources; a resource that the evaluator cannot tell from another one is passed over. */
async function worst(requests: readonly OrganizationCase[]): Promise<string> {
  const answers = await Promise.all(
    requests.map((one) => ask(one, cell as NonNullable<typeof cell>, controls).catch(() => 'unknown')),
  );
  return (
    answers.find((answer) => answer === 'ExplicitlyDenied') ??
    answers.find((answer) => answer !== 'unknown') ??
    'unknown'
  );
}

const channels = CHANNELS.flatMap(({ id, preventive }) =>
  isCovered(preventive) && preventive.denies.length > 0 ? [{ id, preventive }] : [],
);

describe('each channel that a policy can refuse', () => {
  it(
    'is refused by each action that the catalogue names, but for those that everybody needs',
    async () => {
      const passed: string[] = [];
      for (const { id, preventive } of channels) {
        for (const deny of preventive.denies) {
          for (const requests of await openings(deny)) {
            const [{ action } = { action: '' }] = requests;
            if (isWanted(action, deny) && !HAS_A_HOME.has(action) && (await worst(requests)) === 'Allowed')
              passed.push(`${id}: ${action}`);
          }
        }
      }
      expect(passed).toEqual([]);
    },
    SEVERAL_HUNDRED_MS,
  );

  it(
    'passes the same call at home, where a region or a destination is what makes it one',
    async () => {
      const refused: string[] = [];
      for (const { id, preventive } of channels) {
        for (const deny of preventive.denies) {
          if (isWhole(deny) || isAlsoRefusedAsAWhole(deny)) continue;
          for (const requests of await twins(deny)) {
            const [{ action } = { action: '' }] = requests;
            if (!HAS_ANOTHER_CONDITION.has(action) && (await worst(requests)) === 'ExplicitlyDenied')
              refused.push(`${id}: ${action}`);
          }
        }
      }
      expect(refused).toEqual([]);
    },
    SEVERAL_HUNDRED_MS,
  );

  it(
    'leaves the services to be looked at',
    async () => {
      const services = new Set(
        channels.flatMap(({ preventive }) => preventive.denies).flatMap(({ actions }) => actions.map(serviceOf)),
      );
      const refused: string[] = [];
      for (const service of services) {
        const listing = await listingOf(service);
        if (listing !== undefined && (await worst([listing])) !== 'Allowed') refused.push(listing.action);
      }
      expect(refused).toEqual([]);
    },
    SEVERAL_HUNDRED_MS,
  );

  it('has a statement in the manifest, or its actions are needed by everybody', () => {
    const closed = serviceControls(accountOfCell(cell)).flatMap((guard) => guard.channels);
    const open = channels.filter(
      ({ id, preventive }) => CLOSED_BY_POLICY.includes(preventive.strength) && !closed.includes(id),
    );
    expect(open.map(({ id }) => id)).toEqual(['cognito-analytics-pinpoint']);
  });
});

function serviceOf(action: string): string {
  return action.split(':')[0] ?? '';
}

function isWhole(deny: Deny): boolean {
  return deny.when === undefined && !isOnlyAbroad(deny);
}

/** Actions of one deny are refused as a whole by another. */
function isAlsoRefusedAsAWhole({ actions }: Deny): boolean {
  const whole = channels.flatMap(({ preventive }) => preventive.denies.filter(isWhole));
  return actions.some((action) => whole.some((deny) => deny.actions.includes(action)));
}

/** Calls that something else has to let pass as well: a REST API says its type, a model is asked without a profile of AWS. */
const HAS_ANOTHER_CONDITION: ReadonlySet<string> = new Set([
  'apigateway:POST',
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
]);

/** Calls whose resource tells that they stay at home; `destinations.json` and its like have those that do not. */
const HAS_A_HOME: ReadonlySet<string> = new Set(['datasync:CreateTask']);
