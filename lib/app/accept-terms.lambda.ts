import { profilesTable } from './adapters/profiles-table';
import { requireCell, requireEnv } from './environment';
import { personHandler } from './http/handler';
import { acceptTermsRoute } from './routes/accept-terms';
import { surroundings } from './surroundings';
import { acceptTerms } from './use-cases/accept-terms';

const cell = requireCell();
const around = surroundings();
const people = profilesTable(cell, requireEnv('PROFILES_TABLE'));
const accept = acceptTerms({ cell, people, clock: around.clock });

export const handler = personHandler('accept-terms', acceptTermsRoute(cell, accept), around);
