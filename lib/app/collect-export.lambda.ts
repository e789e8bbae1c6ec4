import { accountReader } from './adapters/account-reader';
import { archivesBucket } from './adapters/archives-bucket';
import { exportKeeper } from './adapters/export-jobs';
import { conversationStores } from './conversation-stores';
import { requireCell, requireEnv } from './environment';
import { peopleOf } from './people';
import { stepHandler } from './steps/handler';
import { collector } from './stores/collector';
import { surroundings } from './surroundings';
import { collectExport } from './use-cases/collect-export';

const cell = requireCell();
const around = surroundings();
const collect = collectExport({
  cell,
  jobs: exportKeeper(cell, requireEnv('JOBS_TABLE')),
  collector: collector({
    accounts: accountReader(cell, requireEnv('USER_POOL_ID')),
    ...peopleOf(cell),
    conversations: conversationStores(cell),
  }),
  archives: archivesBucket(cell, requireEnv('ARCHIVES_BUCKET')),
  clock: around.clock,
});

export const handler = stepHandler('collect-export', collect, around);
