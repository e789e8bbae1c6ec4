import { randomUUID } from 'node:crypto';
import { erasureJobs } from './adapters/erasure-jobs';
import { personEraser } from './adapters/profiles-table';
import { receiptsTable } from './adapters/receipts-table';
import { workflow } from './adapters/workflow';
import { requireCell, requireEnv } from './environment';
import { personHandler } from './http/handler';
import { erasePersonRoute } from './routes/erase-person';
import { surroundings } from './surroundings';
import { erasePerson } from './use-cases/erase-person';

const cell = requireCell();
const around = surroundings();
const erase = erasePerson({
  cell,
  people: personEraser(cell, requireEnv('PROFILES_TABLE')),
  receipts: receiptsTable(cell, requireEnv('RECEIPTS_TABLE')),
  jobs: erasureJobs(cell, requireEnv('JOBS_TABLE')),
  workflow: workflow(cell, requireEnv('ERASURE_WORKFLOW'), around.clock),
  newJobId: randomUUID,
  clock: around.clock,
});

export const handler = personHandler('erase-person', erasePersonRoute(erase), around);
