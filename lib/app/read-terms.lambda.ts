import { requireCell } from './environment';
import { publicHandler } from './http/handler';
import { readTermsRoute } from './routes/read-terms';
import { surroundings } from './surroundings';
import { termsOf } from './terms/texts';

export const handler = publicHandler('read-terms', readTermsRoute(termsOf(requireCell())), surroundings());
