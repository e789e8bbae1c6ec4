import { erasureJobs } from './adapters/erasure-jobs';
import { requireCell, requireEnv } from './environment';
import { stepHandler } from './steps/handler';
import { surroundings } from './surroundings';
import { closeErasure } from './use-cases/erasure-steps';

const around = surroundings();
const step = closeErasure({ jobs: erasureJobs(requireCell(), requireEnv('JOBS_TABLE')), clock: around.clock });

export const handler = stepHandler('close-erasure', step, around);
