import { channelStatements } from './channel-statements';
import type { GuardStatement } from './guard-statement';
import type { GuardedAccount } from './guarded-account';
import { guardianStatements } from './guardian-statements';
import { resourceStatements } from './own-statements';
import { regionStatements } from './region-statements';
import { unnamedDestinations } from './unnamed-destinations';

/**
 * Everything that the service control policies of an account refuse. They only refuse: AWS's `FullAWSAccess`, or whatever
 * allows in its place, stays attached, and so do the policies of AWS Control Tower.
 */
export function serviceControls(account: GuardedAccount): GuardStatement[] {
  return [
    ...regionStatements(account),
    ...guardianStatements(account),
    ...resourceStatements(account),
    ...channelStatements(account),
    ...unnamedDestinations(account),
  ];
}
