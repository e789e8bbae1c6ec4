import { accounts } from './adapters/user-pool';
import { requireCell, requireEnv } from './environment';
import { publicHandler } from './http/handler';
import { confirmRegistrationRoute } from './routes/confirm-registration';
import { surroundings } from './surroundings';

const route = confirmRegistrationRoute(accounts(requireCell(), requireEnv('USER_POOL_CLIENT_ID')));

export const handler = publicHandler('confirm-registration', route, surroundings());
