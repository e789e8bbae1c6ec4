import { randomUUID } from 'node:crypto';
import { archivesBucket } from './adapters/archives-bucket';
import { importKeeper } from './adapters/import-jobs';
import { importsTable } from './adapters/imports-table';
import { conversationStores } from './conversation-stores';
import { conversationTables } from './conversation-tables';
import { requireCell, requireEnv } from './environment';
import { peopleOf } from './people';
import { stepHandler } from './steps/handler';
import { archiveImporter } from './stores/archive-importer';
import { surroundings } from './surroundings';
import { importArchive } from './use-cases/import-archive';

const cell = requireCell();
const around = surroundings();
const stores = conversationStores(cell);
const step = importArchive({
  cell,
  jobs: importKeeper(cell, requireEnv('JOBS_TABLE')),
  archives: archivesBucket(cell, requireEnv('ARCHIVES_BUCKET')),
  ...peopleOf(cell),
  importer: archiveImporter({
    conversations: importsTable(cell, conversationTables()),
    objects: stores.objects,
    stores,
  }),
  newTransferId: randomUUID,
  clock: around.clock,
});

export const handler = stepHandler('import-archive', step, around);
