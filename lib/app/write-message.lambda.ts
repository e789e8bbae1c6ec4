import { logReader, logWriter } from './adapters/logs-table';
import { mediaFinder } from './adapters/media-table';
import { conversationTables } from './conversation-tables';
import { requireCell } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { writeMessageRoute } from './routes/write-message';
import { surroundings } from './surroundings';
import { writeMessage } from './use-cases/write-message';

const cell = requireCell();
const around = surroundings();
const tables = conversationTables();
const logs = {
  ...logReader(cell, tables.conversations),
  ...logWriter(cell, tables),
  ...mediaFinder(cell, tables.conversations),
};
const route = writeMessageRoute(writeMessage({ logs, clock: around.clock }));

export const handler = memberHandler('write-message', route, { cell, ...peopleOf(cell) }, around);
