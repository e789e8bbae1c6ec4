import { profilesTable } from './adapters/profiles-table';
import { requireCell, requireEnv } from './environment';
import { memberHandler } from './http/handler';
import { readConsentsRoute } from './routes/read-consents';
import { surroundings } from './surroundings';

const cell = requireCell();
const people = profilesTable(cell, requireEnv('PROFILES_TABLE'));

export const handler = memberHandler('read-consents', readConsentsRoute(), { cell, people }, surroundings());
