import { erasureJobs } from './adapters/erasure-jobs';
import { accountSessions } from './adapters/user-pool';
import { requireCell, requireEnv } from './environment';
import { stepHandler } from './steps/handler';
import { surroundings } from './surroundings';
import { endSessions } from './use-cases/erasure-steps';

const cell = requireCell();
const step = endSessions({
  jobs: erasureJobs(cell, requireEnv('JOBS_TABLE')),
  sessions: accountSessions(cell, requireEnv('USER_POOL_ID')),
});

export const handler = stepHandler('end-sessions', step, surroundings());
