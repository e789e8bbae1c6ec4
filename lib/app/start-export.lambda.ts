import { exportStarter } from './adapters/export-jobs';
import { workflow } from './adapters/workflow';
import { requireCell, requireEnv } from './environment';
import { personHandler } from './http/handler';
import { jobTables } from './job-tables';
import { startExportRoute } from './routes/start-export';
import { surroundings } from './surroundings';
import { startExport } from './use-cases/start-export';

const cell = requireCell();
const around = surroundings();
const start = startExport({
  jobs: exportStarter(cell, jobTables()),
  workflows: workflow(cell, requireEnv('EXPORT_WORKFLOW'), around.clock),
  clock: around.clock,
});

export const handler = personHandler('start-export', startExportRoute(start), around);
