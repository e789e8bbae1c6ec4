import { erasureJobs } from './adapters/erasure-jobs';
import { requireCell, requireEnv } from './environment';
import { publicHandler } from './http/handler';
import { readReceiptRoute } from './routes/read-receipt';
import { surroundings } from './surroundings';

const cell = requireCell();

export const handler = publicHandler(
  'read-receipt',
  readReceiptRoute(cell, erasureJobs(cell, requireEnv('JOBS_TABLE'))),
  surroundings(),
);
