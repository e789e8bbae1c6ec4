import document from '../../docs/openapi.json';
import { requireCell } from './environment';
import { publicHandler } from './http/handler';
import { openapiRoute } from './routes/openapi';
import { surroundings } from './surroundings';

requireCell();

// Made of the contracts by `npm run docs`, and not here: what makes it is larger than it.
export const handler = publicHandler('openapi', openapiRoute(document), surroundings());
