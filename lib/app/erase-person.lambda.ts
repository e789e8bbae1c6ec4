import { randomUUID } from 'node:crypto';
import { erasureBeginner } from './adapters/erasures';
import { receiptsTable } from './adapters/receipts-table';
import { workflow } from './adapters/workflow';
import { requireCell, requireEnv } from './environment';
import { personHandler } from './http/handler';
import { erasePersonRoute } from './routes/erase-person';
import { surroundings } from './surroundings';
import { erasePerson } from './use-cases/erase-person';

const cell = requireCell();
const around = surroundings();
const tables = {
  profiles: requireEnv('PROFILES_TABLE'),
  jobs: requireEnv('JOBS_TABLE'),
  receipts: requireEnv('RECEIPTS_TABLE'),
};
const erase = erasePerson({
  erasures: erasureBeginner(cell, tables),
  receipts: receiptsTable(cell, tables.receipts),
  workflow: workflow(cell, requireEnv('ERASURE_WORKFLOW'), around.clock),
  newJobId: randomUUID,
  clock: around.clock,
});

export const handler = personHandler('erase-person', erasePersonRoute(erase), around);
