import { archivesBucket } from './adapters/archives-bucket';
import { exportFinder } from './adapters/export-jobs';
import { requireCell, requireEnv } from './environment';
import { personHandler } from './http/handler';
import { readExportRoute } from './routes/read-export';
import { surroundings } from './surroundings';
import { readExport } from './use-cases/read-export';

const cell = requireCell();
const around = surroundings();
const read = readExport({
  jobs: exportFinder(cell, requireEnv('JOBS_TABLE')),
  archives: archivesBucket(cell, requireEnv('ARCHIVES_BUCKET')),
  clock: around.clock,
});

export const handler = personHandler('read-export', readExportRoute(read), around);
