import { profilesTable } from './adapters/profiles-table';
import { accountRemoval } from './adapters/user-pool';
import { requireCell, requireEnv } from './environment';
import { personHandler } from './http/handler';
import { erasePersonRoute } from './routes/erase-person';
import { surroundings } from './surroundings';
import { erasePerson } from './use-cases/erase-person';

const cell = requireCell();
const around = surroundings();
const erase = erasePerson({
  cell,
  profiles: profilesTable(cell, requireEnv('PROFILES_TABLE')),
  accounts: accountRemoval(cell, requireEnv('USER_POOL_ID')),
  clock: around.clock,
});

export const handler = personHandler('erase-person', erasePersonRoute(erase), around);
