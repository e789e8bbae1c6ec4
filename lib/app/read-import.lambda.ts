import { importFinder } from './adapters/import-jobs';
import { requireCell, requireEnv } from './environment';
import { memberHandler } from './http/handler';
import { peopleOf } from './people';
import { readImportRoute } from './routes/read-import';
import { surroundings } from './surroundings';
import { readImport } from './use-cases/read-import';

const cell = requireCell();
const read = readImport({ jobs: importFinder(cell, requireEnv('JOBS_TABLE')) });

export const handler = memberHandler('read-import', readImportRoute(read), { cell, ...peopleOf(cell) }, surroundings());
