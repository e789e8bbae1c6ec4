import { randomUUID } from 'node:crypto';
import { accounts } from './adapters/user-pool';
import { requireCell, requireEnv } from './environment';
import { publicHandler } from './http/handler';
import { registerPersonRoute } from './routes/register-person';
import { surroundings } from './surroundings';
import { registerPerson } from './use-cases/register-person';

const cell = requireCell();
const around = surroundings();
const register = registerPerson({
  cell,
  accounts: accounts(cell, requireEnv('USER_POOL_CLIENT_ID')),
  newPersonId: randomUUID,
  clock: around.clock,
});

export const handler = publicHandler('register-person', registerPersonRoute(register), around);
