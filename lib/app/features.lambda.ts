import { requireCell } from './environment';
import { publicHandler } from './http/handler';
import { featuresRoute } from './routes/features';
import { surroundings } from './surroundings';

export const handler = publicHandler('features', featuresRoute(requireCell()), surroundings());
