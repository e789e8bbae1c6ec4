import { profilesTable } from './adapters/profiles-table';
import { requireCell, requireEnv } from './environment';
import { memberHandler } from './http/handler';
import { readProfileRoute } from './routes/read-profile';
import { surroundings } from './surroundings';

const cell = requireCell();
const people = profilesTable(cell, requireEnv('PROFILES_TABLE'));

export const handler = memberHandler('read-profile', readProfileRoute(), { cell, people }, surroundings());
