import { logReader } from './adapters/logs-table';
import { readerKeeper } from './adapters/readers-table';
import { conversationTables } from './conversation-tables';
import { requireCell } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { grantReaderRoute } from './routes/grant-reader';
import { surroundings } from './surroundings';
import { grantReader } from './use-cases/grant-reader';

const cell = requireCell();
const around = surroundings();
const tables = conversationTables();
const logs = { ...logReader(cell, tables.conversations), ...readerKeeper(cell, tables) };
const route = grantReaderRoute(grantReader({ logs, clock: around.clock }));

export const handler = memberHandler('grant-reader', route, { cell, ...peopleOf(cell) }, around);
