import { profilesTable } from './adapters/profiles-table';
import { requireCell, requireEnv } from './environment';
import { personHandler } from './http/handler';
import { writeProfileRoute } from './routes/write-profile';
import { surroundings } from './surroundings';

const around = surroundings();
const route = writeProfileRoute(profilesTable(requireCell(), requireEnv('PROFILES_TABLE')), around.clock);

export const handler = personHandler('write-profile', route, around);
