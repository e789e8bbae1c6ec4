import { unfinishedErasures } from './adapters/receipts-table';
import { workflow } from './adapters/workflow';
import { requireCell, requireEnv } from './environment';
import { sweepHandler } from './steps/handler';
import { surroundings } from './surroundings';
import { resumeErasures } from './use-cases/resume-erasures';

const cell = requireCell();
const around = surroundings();
const sweep = resumeErasures({
  erasures: unfinishedErasures(cell, requireEnv('RECEIPTS_TABLE')),
  workflow: workflow(cell, requireEnv('ERASURE_WORKFLOW'), around.clock),
});

export const handler = sweepHandler('resume-erasures', sweep, around);
