import { logReader } from './adapters/logs-table';
import { requireCell, requireEnv } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { listLogsRoute } from './routes/list-logs';
import { surroundings } from './surroundings';
import { listLogs } from './use-cases/list-logs';

const cell = requireCell();
const around = surroundings();
const logs = logReader(cell, requireEnv('CONVERSATIONS_TABLE'));
const route = listLogsRoute(listLogs({ logs, clock: around.clock }));

export const handler = memberHandler('list-logs', route, { cell, ...peopleOf(cell) }, around);
