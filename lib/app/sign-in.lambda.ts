import { accounts } from './adapters/user-pool';
import { requireCell, requireEnv } from './environment';
import { publicHandler } from './http/handler';
import { signInRoute } from './routes/sign-in';
import { surroundings } from './surroundings';

const route = signInRoute(accounts(requireCell(), requireEnv('USER_POOL_CLIENT_ID')));

export const handler = publicHandler('sign-in', route, surroundings());
