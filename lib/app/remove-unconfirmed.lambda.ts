import { unconfirmedAccounts } from './adapters/unconfirmed-accounts';
import { accountRemoval } from './adapters/user-pool';
import { requireCell, requireEnv } from './environment';
import { sweepHandler } from './steps/handler';
import { surroundings } from './surroundings';
import { removeUnconfirmed } from './use-cases/remove-unconfirmed';

const cell = requireCell();
const around = surroundings();
const pool = requireEnv('USER_POOL_ID');
const sweep = removeUnconfirmed({
  accounts: { ...unconfirmedAccounts(cell, pool), ...accountRemoval(cell, pool) },
  clock: around.clock,
});

export const handler = sweepHandler('remove-unconfirmed', sweep, around);
