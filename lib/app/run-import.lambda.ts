import { archivesBucket } from './adapters/archives-bucket';
import { importKeeper } from './adapters/import-jobs';
import { workflow } from './adapters/workflow';
import { requireCell, requireEnv } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { runImportRoute } from './routes/run-import';
import { surroundings } from './surroundings';
import { runImport } from './use-cases/run-import';

const cell = requireCell();
const around = surroundings();
const run = runImport({
  jobs: importKeeper(cell, requireEnv('JOBS_TABLE')),
  archives: archivesBucket(cell, requireEnv('ARCHIVES_BUCKET')),
  workflows: workflow(cell, requireEnv('IMPORT_WORKFLOW'), around.clock),
});

export const handler = memberHandler('run-import', runImportRoute(run), { cell, ...peopleOf(cell) }, around);
