import { erasureJobs } from './adapters/erasure-jobs';
import { receiptsTable } from './adapters/receipts-table';
import { requireCell, requireEnv } from './environment';
import { stepHandler } from './steps/handler';
import { surroundings } from './surroundings';
import { closeErasure } from './use-cases/erasure-steps';

const around = surroundings();
const cell = requireCell();
const step = closeErasure({
  receipts: receiptsTable(cell, requireEnv('RECEIPTS_TABLE')),
  jobs: erasureJobs(cell, requireEnv('JOBS_TABLE')),
  clock: around.clock,
});

export const handler = stepHandler('close-erasure', step, around);
