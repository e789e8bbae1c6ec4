import { requireCell } from './environment';
import { publicHandler } from './http/handler';
import { fallbackRoute } from './routes/fallback';
import { surroundings } from './surroundings';

requireCell();

export const handler = publicHandler('fallback', fallbackRoute(), surroundings());
