import { logReader, logWriter } from './adapters/logs-table';
import { conversationTables } from './conversation-tables';
import { requireCell } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { startLogRoute } from './routes/start-log';
import { surroundings } from './surroundings';
import { startLog } from './use-cases/start-log';

const cell = requireCell();
const around = surroundings();
const tables = conversationTables();
const logs = { ...logReader(cell, tables.conversations), ...logWriter(cell, tables) };
const route = startLogRoute(startLog({ logs, clock: around.clock }));

export const handler = memberHandler('start-log', route, { cell, ...peopleOf(cell) }, around);
