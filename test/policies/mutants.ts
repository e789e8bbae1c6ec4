// Weakens each statement of an organization's policies, and says which changes no case tells: `npm run policies:mutants`.

import { LANDING_ZONE } from '../../lib/controls/preventive/organization/global-actions';
import { resourceControls } from '../../lib/controls/preventive/organization/resource-control';
import { serviceControls } from '../../lib/controls/preventive/organization/service-control';
import { type Expectation, survivors } from '../support/mutants';
import { type AskedCell, accountOfCell, ask, CELLS, controlsOf, type OrganizationCase } from '../support/organization';
import {
  ALLOWED,
  callsOfExemptRoles,
  callsOfOthers,
  channelCalls,
  globalCalls,
  harmlessCalls,
  REFUSED,
  REFUSED_TO_OTHERS,
} from '../support/organization-cases';

const NOTHING = { serviceControls: [], resourceControls: [] };

/** Derived calls to which the policies answer so; the evaluator cannot tell some resources of an action from others. */
async function answeredSo(
  calls: readonly OrganizationCase[],
  isRefused: boolean,
  cell: AskedCell,
): Promise<OrganizationCase[]> {
  const controls = controlsOf(accountOfCell(cell));
  const wanted = isRefused ? 'ExplicitlyDenied' : 'Allowed';
  const answers = await Promise.all(
    calls.map(async (one): Promise<boolean> => {
      const known = await ask(one, cell, NOTHING).catch(() => undefined);
      return known !== undefined && (await ask(one, cell, controls)) === wanted;
    }),
  );
  return calls.filter((_, index) => answers[index]);
}

async function main([cell]: readonly AskedCell[]): Promise<void> {
  if (cell === undefined) return;
  const account = accountOfCell(cell);
  const derived = {
    allowed: [
      ...(await globalCalls()),
      ...(await globalCalls([{ actions: LANDING_ZONE }], 'AWSControlTowerExecution')),
      ...(await callsOfExemptRoles()),
      ...(await harmlessCalls()),
    ],
    refused: [...(await channelCalls()), ...(await callsOfOthers())],
  };
  const allowed = [...ALLOWED, ...(await answeredSo(derived.allowed, false, cell))];
  const refused = [...REFUSED, ...(await answeredSo(derived.refused, true, cell))];
  const everyday = allowed.map((one): Expectation => ({ one, isRefused: false }));
  const hostile = refused.map(
    (one): Expectation => ({
      one,
      isRefused: true,
      whereverItIsMade: one.region === 'us-east-1' || one.region === 'us-west-2',
    }),
  );
  const abroad = refused.map((one): Expectation => ({ one, isRefused: true }));
  const others = REFUSED_TO_OTHERS.map((one): Expectation => ({ one, isRefused: true }));
  const results = [
    await survivors(
      statementsOf(serviceControls(account)),
      'serviceControls',
      [...everyday, ...hostile, ...abroad],
      cell,
    ),
    await survivors(statementsOf(resourceControls(account)), 'resourceControls', [...everyday, ...others], cell),
  ];
  const survived = results.flatMap((result) => result.survived);
  const tried = results.reduce((sum, result) => sum + result.tried, 0);
  process.stdout.write(
    [
      ...survived.map((name) => `survived  ${name}\n`),
      `${tried - survived.length} of ${tried} changes fail a case: ${((100 * (tried - survived.length)) / tried).toFixed(1)} %\n`,
    ].join(''),
  );
}

function statementsOf(guards: ReturnType<typeof serviceControls>) {
  return guards.map(({ statement }) => statement);
}

main(CELLS).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 2;
});
