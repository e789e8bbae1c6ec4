import { profilesTable } from './adapters/profiles-table';
import { requireCell, requireEnv } from './environment';
import { memberHandler } from './http/handler';
import { writeProfileRoute } from './routes/write-profile';
import { surroundings } from './surroundings';

const cell = requireCell();
const around = surroundings();
const people = profilesTable(cell, requireEnv('PROFILES_TABLE'));
const route = writeProfileRoute(people, around.clock);

export const handler = memberHandler('write-profile', route, { cell, people }, around);
