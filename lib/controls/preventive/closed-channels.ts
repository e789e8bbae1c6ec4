import { CHANNELS, type ChannelId } from '../../catalogue/catalogue';
import { type Deny, isCovered } from '../../catalogue/channel';
import { isLike } from '../../domain/like';
import type { Policy, Statement } from './policy';

/**
 * Channels that nobody can open whose boundary, or whose only policy, this is: each action that opens one is allowed by no
 * statement, or is refused, or is authorised where data would arrive and so outside of the home region, in which alone anything is
 * allowed.
 */
export function channelsClosedBy({ Statement }: Policy): ChannelId[] {
  const allows = Statement.filter(({ Effect }) => Effect === 'Allow');
  const denies = Statement.filter(({ Effect }) => Effect === 'Deny');
  const isClosed = (action: string, when: Deny['when']) =>
    !allows.some((one) => speaksOf(one, action)) ||
    denies.some((one) => speaksOf(one, action) && holdsUnder(one, when?.key));
  return CHANNELS.filter(
    ({ preventive }) =>
      isCovered(preventive) &&
      preventive.denies.length > 0 &&
      preventive.denies.every((one) => isMadeAbroad(one) || one.actions.every((action) => isClosed(action, one.when))),
  ).map(({ id }) => id);
}

/** Calls that open the channel when they are made abroad, and are free at home. */
function isMadeAbroad({ authorisedIn, strength, when }: Deny): boolean {
  return when === undefined && authorisedIn === 'destination' && strength !== 'whole-action';
}

/** Whether a refusal has no condition, or that of the key which tells that the channel is opened. */
function holdsUnder({ Condition }: Statement, key: string | undefined): boolean {
  return (
    Condition === undefined || (key !== undefined && Object.values(Condition).some((keys) => Object.hasOwn(keys, key)))
  );
}

function speaksOf({ Action = [] }: Statement, action: string): boolean {
  return [Action].flat().some((pattern) => isLike(action, pattern));
}
