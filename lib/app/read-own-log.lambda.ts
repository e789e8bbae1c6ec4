import { logReader } from './adapters/logs-table';
import { requireCell, requireEnv } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { readOwnLogRoute } from './routes/read-own-log';
import { surroundings } from './surroundings';
import { readMessages } from './use-cases/read-messages';

const cell = requireCell();
const route = readOwnLogRoute(readMessages({ logs: logReader(cell, requireEnv('CONVERSATIONS_TABLE')) }));

export const handler = memberHandler('read-own-log', route, { cell, ...peopleOf(cell) }, surroundings());
