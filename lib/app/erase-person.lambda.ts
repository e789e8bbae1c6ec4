import { personKeyDestroyer } from './adapters/person-keys';
import { personEraser } from './adapters/profiles-table';
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
  profiles: personEraser(cell, requireEnv('PROFILES_TABLE')),
  keys: personKeyDestroyer(cell, requireEnv('PERSON_KEYS_TABLE')),
  accounts: accountRemoval(cell, requireEnv('USER_POOL_ID')),
  clock: around.clock,
});

export const handler = personHandler('erase-person', erasePersonRoute(erase), around);
