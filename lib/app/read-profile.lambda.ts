import { profilesTable } from './adapters/profiles-table';
import { requireCell, requireEnv } from './environment';
import { personHandler } from './http/handler';
import { readProfileRoute } from './routes/read-profile';
import { surroundings } from './surroundings';

const route = readProfileRoute(profilesTable(requireCell(), requireEnv('PROFILES_TABLE')));

export const handler = personHandler('read-profile', route, surroundings());
