import type { Cell } from '../../../lib/app/cell';
import type { MemberRoute, PersonRoute } from '../../../lib/app/http/handler';
import type { Clock, PersonKeys, PersonReader, ProfileWriter } from '../../../lib/app/ports';
import { readExportRoute } from '../../../lib/app/routes/read-export';
import { readImportRoute } from '../../../lib/app/routes/read-import';
import { runImportRoute } from '../../../lib/app/routes/run-import';
import { startExportRoute } from '../../../lib/app/routes/start-export';
import { startImportRoute } from '../../../lib/app/routes/start-import';
import { archiveImporter } from '../../../lib/app/stores/archive-importer';
import { type AccountReader, collector } from '../../../lib/app/stores/collector';
import { collectExport } from '../../../lib/app/use-cases/collect-export';
import { importArchive } from '../../../lib/app/use-cases/import-archive';
import { readExport } from '../../../lib/app/use-cases/read-export';
import { readImport } from '../../../lib/app/use-cases/read-import';
import { removeExport } from '../../../lib/app/use-cases/remove-export';
import { runImport } from '../../../lib/app/use-cases/run-import';
import { startExport } from '../../../lib/app/use-cases/start-export';
import { startImport } from '../../../lib/app/use-cases/start-import';
import { undoImport } from '../../../lib/app/use-cases/undo-import';
import { memoryArchives, memoryImporter, memoryJobs, memoryObjects } from './memory-archives';
import type { memoryConversations } from './memory-conversations';

export interface ArchiveWorld {
  readonly cell: Cell;
  readonly clock: Clock;
  readonly people: PersonReader & ProfileWriter;
  readonly keys: PersonKeys;
  readonly logs: ReturnType<typeof memoryConversations>;
  readonly accounts: AccountReader;
  readonly isErased: (personId: string) => boolean;
  /** Told of every workflow that is started, once its job is there. @default - it stands still */
  readonly started?: (jobId: string) => void | Promise<void>;
  /** Of the bucket of archives. @default - one that nobody reaches */
  readonly address?: string;
}

export const TRANSFER = '3f9a1c52-7b0e-4d46-8a11-2c5e9d70b6f4';

/** The routes of exports and imports over one cell in memory, and the steps of their workflows. */
export function archiveRoutes(world: ArchiveWorld) {
  const { cell, clock, people, keys, logs, accounts, isErased, started } = world;
  const { address = `https://${cell.jurisdiction}.archives.example` } = world;
  const imported = memoryImporter(logs, isErased);
  const objects = memoryObjects();
  const archives = memoryArchives(address);
  const jobs = memoryJobs(isErased);
  const newTransferId = () => TRANSFER;
  const workflows = { start: async (jobId: string) => started?.(jobId) };
  const stores = { logs, media: imported, objects };
  const collect = collector({ accounts, people, keys, conversations: stores });
  const importer = archiveImporter({ conversations: imported, objects, stores });
  const persons = {
    'start-export': startExportRoute(startExport({ jobs, workflows, clock })),
    'read-export': readExportRoute(readExport({ jobs, archives, clock })),
  } satisfies Record<string, PersonRoute>;
  const members = {
    'start-import': startImportRoute(startImport({ jobs, archives, clock })),
    'run-import': runImportRoute(runImport({ jobs, archives, workflows })),
    'read-import': readImportRoute(readImport({ jobs })),
  } satisfies Record<string, MemberRoute>;
  const steps = {
    collect: collectExport({ cell, jobs, collector: collect, archives, clock }),
    remove: removeExport({ jobs, archives }),
    importArchive: importArchive({ cell, jobs, archives, keys, people, importer, newTransferId, clock }),
    undo: undoImport({ jobs, archives, conversations: imported, objects }),
  };
  return { imported, objects, archives, jobs, stores, newTransferId, collector: collect, persons, members, steps };
}

/** Runs whatever workflow a job has, as Step Functions would, but for the day that an archive is kept. */
export function runningWorkflows({ jobs, steps }: ReturnType<typeof archiveRoutes>) {
  return async (jobId: string): Promise<void> => {
    if (jobs.exports.has(jobId)) await steps.collect({ jobId });
    if (!jobs.imports.has(jobId)) return;
    let { state } = await steps.importArchive({ jobId });
    while (state === 'more') ({ state } = await steps.importArchive({ jobId }));
    if (state === 'undo') await steps.undo({ jobId });
  };
}
