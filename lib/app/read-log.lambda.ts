import { logReader } from './adapters/logs-table';
import { requireCell, requireEnv } from './environment';
import { keyHandler } from './http/handler';
import { keysOf } from './people';
import { readLogRoute } from './routes/read-log';
import { surroundings } from './surroundings';
import { readMessages } from './use-cases/read-messages';

const cell = requireCell();
const route = readLogRoute(readMessages({ logs: logReader(cell, requireEnv('CONVERSATIONS_TABLE')) }));

export const handler = keyHandler('read-log', route, keysOf(cell), surroundings());
