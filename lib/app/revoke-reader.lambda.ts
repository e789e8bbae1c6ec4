import { readerKeeper } from './adapters/readers-table';
import { conversationTables } from './conversation-tables';
import { requireCell } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { revokeReaderRoute } from './routes/revoke-reader';
import { surroundings } from './surroundings';

const cell = requireCell();
const around = surroundings();
const route = revokeReaderRoute(readerKeeper(cell, conversationTables()), around.clock);

export const handler = memberHandler('revoke-reader', route, { cell, ...peopleOf(cell) }, around);
