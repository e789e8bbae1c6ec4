import { erasureJobs } from './adapters/erasure-jobs';
import { requireCell, requireEnv } from './environment';
import { stepHandler } from './steps/handler';
import { storeErasers } from './stores/erasers';
import { surroundings } from './surroundings';
import { eraseStore } from './use-cases/erasure-steps';

const cell = requireCell();
const around = surroundings();
const names = {
  profiles: requireEnv('PROFILES_TABLE'),
  personKeys: requireEnv('PERSON_KEYS_TABLE'),
  conversations: requireEnv('CONVERSATIONS_TABLE'),
  jobs: requireEnv('JOBS_TABLE'),
  media: requireEnv('MEDIA_BUCKET'),
  archives: requireEnv('ARCHIVES_BUCKET'),
  userPool: requireEnv('USER_POOL_ID'),
};
const step = eraseStore({ jobs: erasureJobs(cell, names.jobs), erasers: storeErasers(cell, names, around.clock) });

export const handler = stepHandler('erase-store', step, around);
