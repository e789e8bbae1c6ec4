import { logReader } from './adapters/logs-table';
import { readerFinder } from './adapters/readers-table';
import { requireCell, requireEnv } from './environment';
import { publicHandler } from './http/handler';
import { keysOf } from './people';
import { readLogRoute } from './routes/read-log';
import { surroundings } from './surroundings';
import { openLog } from './use-cases/read-as-reader';
import { readMessages } from './use-cases/read-messages';

const cell = requireCell();
const around = surroundings();
const table = requireEnv('CONVERSATIONS_TABLE');
const open = openLog({ readers: readerFinder(cell, table), keys: keysOf(cell), clock: around.clock });
const route = readLogRoute(open, readMessages({ logs: logReader(cell, table) }));

export const handler = publicHandler('read-log', route, around);
