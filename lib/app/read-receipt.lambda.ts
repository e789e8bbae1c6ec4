import { receiptsTable } from './adapters/receipts-table';
import { requireCell, requireEnv } from './environment';
import { personHandler } from './http/handler';
import { readReceiptRoute } from './routes/read-receipt';
import { surroundings } from './surroundings';

const cell = requireCell();

export const handler = personHandler(
  'read-receipt',
  readReceiptRoute(cell, receiptsTable(cell, requireEnv('RECEIPTS_TABLE'))),
  surroundings(),
);
