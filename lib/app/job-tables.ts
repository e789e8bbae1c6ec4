import type { JobTables } from './adapters/export-jobs';
import { requireEnv } from './environment';

/** The tables in which jobs begin, as the environment of a function names them. Read once, at cold start. */
export function jobTables(): JobTables {
  return { jobs: requireEnv('JOBS_TABLE'), profiles: requireEnv('PROFILES_TABLE') };
}
