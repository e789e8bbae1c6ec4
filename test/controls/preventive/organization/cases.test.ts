import abroad from '../../../policies/organization/abroad.json';
import blindAllowed from '../../../policies/organization/blind-allowed.json';
import blindRefused from '../../../policies/organization/blind-refused.json';
import deploying from '../../../policies/organization/deploying.json';
import destinations from '../../../policies/organization/destinations.json';
import exempt from '../../../policies/organization/exempt.json';
import guardians from '../../../policies/organization/guardians.json';
import insiders from '../../../policies/organization/insiders.json';
import operating from '../../../policies/organization/operating.json';
import outsiders from '../../../policies/organization/outsiders.json';
import running from '../../../policies/organization/running.json';
import wholeActions from '../../../policies/organization/whole-actions.json';
import {
  accountOfCell,
  ask,
  CELLS,
  type Controls,
  controlsOf,
  type OrganizationCase,
} from '../../../support/organization';

const NOTHING: Controls = { serviceControls: [], resourceControls: [] };

describe.each(CELLS)('the policies of the organization, for the account of $jurisdiction,', (cell) => {
  const controls = controlsOf(accountOfCell(cell));

  /** Each case by its name, with what is answered to it: several hundred tests by themselves would take ten times as long. */
  async function answers(cases: readonly unknown[], to: Controls) {
    const all = cases as readonly OrganizationCase[];
    return Promise.all(all.map(async (one) => [`${one.principal} ${one.name}`, await ask(one, cell, to)]));
  }
  const all = (cases: readonly unknown[], answer: string) =>
    (cases as readonly OrganizationCase[]).map((one) => [`${one.principal} ${one.name}`, answer]);

  it.each([
    { title: 'deploying', cases: deploying },
    { title: 'running and backing up', cases: running },
    { title: 'operating', cases: operating },
    { title: 'what is exempt', cases: exempt },
    { title: 'others at the resource', cases: insiders },
    { title: 'what somebody expected who had not read them', cases: blindAllowed },
  ])('allow $title', async ({ cases }) => {
    expect(await answers(cases, controls)).toEqual(all(cases, 'Allowed'));
  });

  it.each([
    { title: 'what is abroad', cases: abroad },
    { title: 'destinations that a condition key names', cases: destinations },
    { title: 'actions as a whole', cases: wholeActions },
    { title: 'what would weaken them', cases: guardians },
    { title: 'what somebody expected who had not read them', cases: blindRefused },
  ])('refuse $title by a service control policy', async ({ cases }) => {
    expect(await answers(cases, NOTHING)).toEqual(all(cases, 'Allowed'));
    expect(await answers(cases, { ...controls, resourceControls: [] })).toEqual(all(cases, 'ExplicitlyDenied'));
  });

  it('refuse others by a resource control policy', async () => {
    expect(await answers(outsiders, NOTHING)).toEqual(all(outsiders, 'Allowed'));
    expect(await answers(outsiders, { ...controls, serviceControls: [] })).toEqual(all(outsiders, 'ExplicitlyDenied'));
  });
});
