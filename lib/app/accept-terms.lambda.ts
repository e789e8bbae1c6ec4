import { requireCell } from './environment';
import { personHandler } from './http/handler';
import { peopleOf } from './people';
import { acceptTermsRoute } from './routes/accept-terms';
import { surroundings } from './surroundings';
import { acceptTerms } from './use-cases/accept-terms';

const cell = requireCell();
const around = surroundings();
const { people, keys } = peopleOf(cell);
const accept = acceptTerms({ cell, people, keys, clock: around.clock });

export const handler = personHandler('accept-terms', acceptTermsRoute(cell, accept), around);
