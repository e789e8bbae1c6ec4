import { requireCell } from './environment';
import { publicHandler } from './http/handler';
import { statusRoute } from './routes/status';
import { surroundings } from './surroundings';

export const handler = publicHandler('status', statusRoute(requireCell()), surroundings());
