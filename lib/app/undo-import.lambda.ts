import { archivesBucket } from './adapters/archives-bucket';
import { importKeeper } from './adapters/import-jobs';
import { importsTable } from './adapters/imports-table';
import { mediaObjects } from './adapters/media-objects';
import { conversationTables } from './conversation-tables';
import { requireCell, requireEnv } from './environment';
import { stepHandler } from './steps/handler';
import { surroundings } from './surroundings';
import { undoImport } from './use-cases/undo-import';

const cell = requireCell();
const around = surroundings();
const step = undoImport({
  jobs: importKeeper(cell, requireEnv('JOBS_TABLE')),
  archives: archivesBucket(cell, requireEnv('ARCHIVES_BUCKET')),
  conversations: importsTable(cell, conversationTables()),
  objects: mediaObjects(cell, requireEnv('MEDIA_BUCKET')),
});

export const handler = stepHandler('undo-import', step, around);
