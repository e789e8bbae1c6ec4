import { archivesBucket } from './adapters/archives-bucket';
import { exportKeeper } from './adapters/export-jobs';
import { requireCell, requireEnv } from './environment';
import { stepHandler } from './steps/handler';
import { surroundings } from './surroundings';
import { removeExport } from './use-cases/remove-export';

const cell = requireCell();
const remove = removeExport({
  jobs: exportKeeper(cell, requireEnv('JOBS_TABLE')),
  archives: archivesBucket(cell, requireEnv('ARCHIVES_BUCKET')),
});

export const handler = stepHandler('remove-export', remove, surroundings());
