import { randomUUID } from 'node:crypto';
import { accountReader } from '../../../../lib/app/adapters/account-reader';
import { archivesBucket } from '../../../../lib/app/adapters/archives-bucket';
import { erasureJobs } from '../../../../lib/app/adapters/erasure-jobs';
import { erasureBeginner } from '../../../../lib/app/adapters/erasures';
import { exportFinder, exportKeeper, exportStarter } from '../../../../lib/app/adapters/export-jobs';
import { importFinder, importKeeper, importOpener } from '../../../../lib/app/adapters/import-jobs';
import { importsTable } from '../../../../lib/app/adapters/imports-table';
import { logReader, logWriter } from '../../../../lib/app/adapters/logs-table';
import { mediaBucket } from '../../../../lib/app/adapters/media-bucket';
import { mediaLister } from '../../../../lib/app/adapters/media-lister';
import { mediaObjects } from '../../../../lib/app/adapters/media-objects';
import { mediaAnnouncer, mediaFinder } from '../../../../lib/app/adapters/media-table';
import { personKeys } from '../../../../lib/app/adapters/person-keys';
import { profilesTable } from '../../../../lib/app/adapters/profiles-table';
import { readerFinder } from '../../../../lib/app/adapters/readers-table';
import { receiptsTable, unfinishedErasures } from '../../../../lib/app/adapters/receipts-table';
import { unconfirmedAccounts } from '../../../../lib/app/adapters/unconfirmed-accounts';
import { accountRemoval, accountSessions, accounts as accountsOf } from '../../../../lib/app/adapters/user-pool';
import { workflow } from '../../../../lib/app/adapters/workflow';
import { cellOf } from '../../../../lib/app/cell';
import {
  type HttpHandler,
  memberHandler,
  personHandler,
  publicHandler,
  type Surroundings,
} from '../../../../lib/app/http/handler';
import { acceptTermsRoute } from '../../../../lib/app/routes/accept-terms';
import { confirmRegistrationRoute } from '../../../../lib/app/routes/confirm-registration';
import { erasePersonRoute } from '../../../../lib/app/routes/erase-person';
import { listLogsRoute } from '../../../../lib/app/routes/list-logs';
import { readExportRoute } from '../../../../lib/app/routes/read-export';
import { readImportRoute } from '../../../../lib/app/routes/read-import';
import { readOwnLogRoute } from '../../../../lib/app/routes/read-own-log';
import { readProfileRoute } from '../../../../lib/app/routes/read-profile';
import { readReceiptRoute } from '../../../../lib/app/routes/read-receipt';
import { readTermsRoute } from '../../../../lib/app/routes/read-terms';
import { registerPersonRoute } from '../../../../lib/app/routes/register-person';
import { runImportRoute } from '../../../../lib/app/routes/run-import';
import { signInRoute } from '../../../../lib/app/routes/sign-in';
import { startExportRoute } from '../../../../lib/app/routes/start-export';
import { startImportRoute } from '../../../../lib/app/routes/start-import';
import { startLogRoute } from '../../../../lib/app/routes/start-log';
import { uploadMediaRoute } from '../../../../lib/app/routes/upload-media';
import { writeMessageRoute } from '../../../../lib/app/routes/write-message';
import { writeProfileRoute } from '../../../../lib/app/routes/write-profile';
import { stepHandler, sweepHandler } from '../../../../lib/app/steps/handler';
import { archiveImporter } from '../../../../lib/app/stores/archive-importer';
import { collector } from '../../../../lib/app/stores/collector';
import { storeErasers } from '../../../../lib/app/stores/erasers';
import { termsOf } from '../../../../lib/app/terms/texts';
import { readKeyAuthorizer } from '../../../../lib/app/triggers/read-key';
import { acceptTerms } from '../../../../lib/app/use-cases/accept-terms';
import { collectExport } from '../../../../lib/app/use-cases/collect-export';
import { erasePerson } from '../../../../lib/app/use-cases/erase-person';
import { closeErasure, endSessions, eraseStore } from '../../../../lib/app/use-cases/erasure-steps';
import { importArchive } from '../../../../lib/app/use-cases/import-archive';
import { listLogs } from '../../../../lib/app/use-cases/list-logs';
import { openLog } from '../../../../lib/app/use-cases/read-as-reader';
import { readExport } from '../../../../lib/app/use-cases/read-export';
import { readImport } from '../../../../lib/app/use-cases/read-import';
import { readMessages } from '../../../../lib/app/use-cases/read-messages';
import { registerPerson } from '../../../../lib/app/use-cases/register-person';
import { removeExport } from '../../../../lib/app/use-cases/remove-export';
import { removeUnconfirmed } from '../../../../lib/app/use-cases/remove-unconfirmed';
import { resumeErasures } from '../../../../lib/app/use-cases/resume-erasures';
import { runImport } from '../../../../lib/app/use-cases/run-import';
import { startExport } from '../../../../lib/app/use-cases/start-export';
import { startImport } from '../../../../lib/app/use-cases/start-import';
import { startLog } from '../../../../lib/app/use-cases/start-log';
import { undoImport } from '../../../../lib/app/use-cases/undo-import';
import { uploadMedia } from '../../../../lib/app/use-cases/upload-media';
import { writeMessage } from '../../../../lib/app/use-cases/write-message';
import type { JurisdictionId } from '../../../../lib/domain/jurisdictions';
import type { RouteId, StepId, SweepId } from '../../../../lib/domain/routes';

/** A step as Step Functions calls it. */
type Step = (
  event: { readonly jobId: string },
  context: { readonly awsRequestId: string },
) => Promise<{ readonly state: string }>;

/** The functions of one cell in one process: the adapters that are deployed, made anew each time. */
export interface CellProcess {
  readonly authorize: ReturnType<typeof readKeyAuthorizer>;
  readonly handlers: Readonly<Record<RouteId, HttpHandler>>;
  readonly steps: Readonly<Record<StepId, Step>>;
  readonly sweeps: Readonly<
    Record<SweepId, (event: unknown, context: { readonly awsRequestId: string }) => Promise<void>>
  >;
}

/** Wired as the `lambda.ts` of each function is, over resources that are named by the cell. */
export function cellProcess(jurisdiction: JurisdictionId, around: Surroundings, newId: () => string): CellProcess {
  const cell = cellOf(jurisdiction);
  const { clock } = around;
  const nameOf = (name: string) => `${jurisdiction}-${name}`;
  const tables = {
    profiles: nameOf('profiles'),
    conversations: nameOf('conversations'),
    jobs: nameOf('jobs'),
    personKeys: nameOf('person-keys'),
  };
  const pool = nameOf('pool');
  const names = { ...tables, media: nameOf('media'), archives: nameOf('archives'), userPool: pool };
  const keys = personKeys(cell, { table: tables.personKeys, key: nameOf('key') });
  const people = profilesTable(cell, tables.profiles, keys);
  const accounts = accountsOf(cell, pool);
  const receipts = receiptsTable(cell, nameOf('receipts'));
  const erasures = erasureJobs(cell, tables.jobs);
  const exports = exportKeeper(cell, tables.jobs);
  const imports = importKeeper(cell, tables.jobs);
  const archives = archivesBucket(cell, names.archives);
  const reading = logReader(cell, tables.conversations);
  const logs = { ...reading, ...logWriter(cell, tables), ...mediaFinder(cell, tables.conversations) };
  const objects = mediaObjects(cell, names.media);
  const stores = { logs: reading, media: mediaLister(cell, tables.conversations), objects };
  const conversations = importsTable(cell, tables);
  const media = { ...mediaFinder(cell, tables.conversations), ...mediaAnnouncer(cell, tables) };
  const workflowOf = (name: string) => workflow(cell, nameOf(name), clock);

  const publics = {
    'register-person': registerPersonRoute(registerPerson({ cell, accounts, newPersonId: newId, clock })),
    'confirm-registration': confirmRegistrationRoute(accounts),
    'sign-in': signInRoute(accounts),
    'read-terms': readTermsRoute(termsOf(cell)),
  };
  const erase = erasePerson({
    erasures: erasureBeginner(cell, { ...tables, receipts: nameOf('receipts') }),
    receipts,
    workflow: workflowOf('erasure'),
    newJobId: newId,
    clock,
  });
  const starting = { jobs: exportStarter(cell, tables), workflows: workflowOf('export'), clock };
  const persons = {
    'accept-terms': acceptTermsRoute(cell, acceptTerms({ cell, people, keys, clock })),
    'read-receipt': readReceiptRoute(cell, receipts),
    'erase-person': erasePersonRoute(erase),
    'start-export': startExportRoute(startExport(starting)),
    'read-export': readExportRoute(readExport({ jobs: exportFinder(cell, tables.jobs), archives, clock })),
  };
  const uploads = mediaBucket(cell, names.media);
  const members = {
    'read-profile': readProfileRoute(),
    'write-profile': writeProfileRoute(people, clock),
    'start-log': startLogRoute(startLog({ logs, clock })),
    'list-logs': listLogsRoute(listLogs({ logs: reading, clock })),
    'write-message': writeMessageRoute(writeMessage({ logs, clock })),
    'read-own-log': readOwnLogRoute(readMessages({ logs: reading })),
    'upload-media': uploadMediaRoute(uploadMedia({ media, uploads, clock })),
    'start-import': startImportRoute(startImport({ jobs: importOpener(cell, tables), archives, clock })),
    'run-import': runImportRoute(runImport({ jobs: imports, archives, workflows: workflowOf('import') })),
    'read-import': readImportRoute(readImport({ jobs: importFinder(cell, tables.jobs) })),
  };
  const handlers = {
    'register-person': publicHandler('register-person', publics['register-person'], around),
    'confirm-registration': publicHandler('confirm-registration', publics['confirm-registration'], around),
    'sign-in': publicHandler('sign-in', publics['sign-in'], around),
    'read-terms': publicHandler('read-terms', publics['read-terms'], around),
    'accept-terms': personHandler('accept-terms', persons['accept-terms'], around),
    'read-receipt': personHandler('read-receipt', persons['read-receipt'], around),
    'erase-person': personHandler('erase-person', persons['erase-person'], around),
    'start-export': personHandler('start-export', persons['start-export'], around),
    'read-export': personHandler('read-export', persons['read-export'], around),
    'read-profile': memberHandler('read-profile', members['read-profile'], { cell, people }, around),
    'write-profile': memberHandler('write-profile', members['write-profile'], { cell, people }, around),
    'start-log': memberHandler('start-log', members['start-log'], { cell, people }, around),
    'list-logs': memberHandler('list-logs', members['list-logs'], { cell, people }, around),
    'write-message': memberHandler('write-message', members['write-message'], { cell, people }, around),
    'read-own-log': memberHandler('read-own-log', members['read-own-log'], { cell, people }, around),
    'upload-media': memberHandler('upload-media', members['upload-media'], { cell, people }, around),
    'start-import': memberHandler('start-import', members['start-import'], { cell, people }, around),
    'run-import': memberHandler('run-import', members['run-import'], { cell, people }, around),
    'read-import': memberHandler('read-import', members['read-import'], { cell, people }, around),
  };

  const collecting = collector({ accounts: accountReader(cell, pool), people, keys, conversations: stores });
  const importer = archiveImporter({ conversations, objects, stores });
  const steps = {
    'end-sessions': endSessions({ jobs: erasures, sessions: accountSessions(cell, pool) }),
    'erase-store': eraseStore({ jobs: erasures, erasers: storeErasers(cell, names, clock) }),
    'close-erasure': closeErasure({ receipts, jobs: erasures, clock }),
    'collect-export': collectExport({ cell, jobs: exports, collector: collecting, archives, clock }),
    'remove-export': removeExport({ jobs: exports, archives }),
    'import-archive': importArchive({
      cell,
      jobs: imports,
      archives,
      keys,
      people,
      importer,
      newTransferId: randomUUID,
      clock,
    }),
    'undo-import': undoImport({ jobs: imports, archives, conversations, objects }),
  } satisfies Record<StepId, unknown>;
  const sweeps = {
    'resume-erasures': resumeErasures({
      erasures: unfinishedErasures(cell, nameOf('receipts')),
      workflow: workflowOf('erasure'),
    }),
    'remove-unconfirmed': removeUnconfirmed({
      accounts: { ...unconfirmedAccounts(cell, pool), ...accountRemoval(cell, pool) },
      clock,
    }),
  };
  const readers = readerFinder(cell, tables.conversations);
  return {
    authorize: readKeyAuthorizer(openLog({ cell, readers, people, clock }), around),
    sweeps: {
      'resume-erasures': sweepHandler('resume-erasures', sweeps['resume-erasures'], around),
      'remove-unconfirmed': sweepHandler('remove-unconfirmed', sweeps['remove-unconfirmed'], around),
    },
    handlers: handlers as unknown as CellProcess['handlers'],
    steps: Object.fromEntries(
      Object.entries(steps).map(([id, step]) => [id, stepHandler(id as StepId, step as never, around)]),
    ) as unknown as CellProcess['steps'],
  };
}
