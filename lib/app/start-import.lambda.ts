import { archivesBucket } from './adapters/archives-bucket';
import { importOpener } from './adapters/import-jobs';
import { requireCell, requireEnv } from './environment';
import { memberHandler } from './http/handler';
import { jobTables } from './job-tables';
import { peopleOf } from './people';
import { startImportRoute } from './routes/start-import';
import { surroundings } from './surroundings';
import { startImport } from './use-cases/start-import';

const cell = requireCell();
const around = surroundings();
const start = startImport({
  jobs: importOpener(cell, jobTables()),
  archives: archivesBucket(cell, requireEnv('ARCHIVES_BUCKET')),
  clock: around.clock,
});

export const handler = memberHandler('start-import', startImportRoute(start), { cell, ...peopleOf(cell) }, around);
