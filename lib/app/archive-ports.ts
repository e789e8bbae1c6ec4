import type { ByteSource } from '../domain/archive/zip';
import type { ExportState, ImportReceipt, ImportState } from '../domain/archive-api';
import type { ImportRequest } from '../domain/schemas/requests';

/** What exports and imports need of the world. */

export interface WrittenArchive {
  readonly bytes: number;
  readonly sha256: string;
}

export interface ExportJob {
  readonly jobId: string;
  /** @default - the person was erased meanwhile */
  readonly personId?: string;
  readonly state: ExportState;
  readonly startedAt: string;
  /** When it is ready, and until when it is kept. @default - it is not ready */
  readonly archive?: WrittenArchive & { readonly expiresAt: string };
}

export interface NewJob {
  readonly jobId: string;
  readonly personId: string;
  readonly startedAt: string;
  /** When the table forgets it (epoch seconds). */
  readonly forgottenAt: number;
}

export interface ExportStarter {
  begin(job: NewJob): Promise<'begun' | 'there' | 'erased' | 'busy'>;
  /** How many exports of a person run or can be downloaded; infinitely many where no more jobs of theirs can be known. */
  held(personId: string): Promise<number>;
}

export interface ExportFinder {
  findExport(jobId: string): Promise<ExportJob | undefined>;
}

export interface ExportKeeper {
  /** @returns false when it was over meanwhile, or its person erased: then there must be no archive */
  ready(jobId: string, archive: Required<ExportJob>['archive']): Promise<boolean>;
  over(jobId: string, state: 'gone' | 'failed'): Promise<void>;
}

/** Where archives rest for a day: one object for each job. */
export interface ArchiveWriter {
  /** Writes piece by piece; what was begun and not ended is never seen by anybody. */
  write(place: string, pieces: AsyncIterable<Uint8Array>): Promise<WrittenArchive>;
}

export interface ArchiveRemover {
  /** Every version of it, and what was begun and not ended; done already is done. */
  remove(place: string): Promise<void>;
}

export interface ArchiveLinks {
  link(place: string, fileName: string, seconds: number): Promise<string>;
}

export interface ArchiveForms {
  /** A form that takes exactly this archive, for so many seconds. */
  form(
    place: string,
    archive: WrittenArchive,
    seconds: number,
  ): Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>;
}

export interface ArchiveReader {
  /** The archive as it is now, whatever is written over it later; undefined where there is none. */
  open(place: string): Promise<ByteSource | undefined>;
}

/** The place of an export's archive, and of one that somebody brings. */
export function exportPlace(jobId: string): string {
  return `exports/${jobId}/archive.zip`;
}

export function importPlace(jobId: string): string {
  return `imports/${jobId}/archive.zip`;
}

export interface Workflows {
  /** Starts the workflow of a job; one that was started is not started twice. */
  start(jobId: string): Promise<void>;
}

export interface ImportJob {
  readonly jobId: string;
  /** @default - the person was erased meanwhile */
  readonly personId?: string;
  readonly state: ImportState;
  readonly startedAt: string;
  /** What was announced. */
  readonly archive: ImportRequest;
  /** Why it is undone, or was. @default - nothing speaks against it */
  readonly fault?: ImportFault;
  /** @default - it is not done */
  readonly receipt?: ImportReceipt;
}

export interface ImportFault {
  readonly code: string;
  /** Repeats nothing of the archive. */
  readonly detail: string;
}

export interface ImportOpener {
  open(job: NewJob, archive: ImportRequest): Promise<'begun' | 'there' | 'erased' | 'busy'>;
  /** How many imports of a person run, or have waited since then and not for longer; infinitely many as with exports. */
  openOrRunning(personId: string, openSince: string): Promise<number>;
}

export interface ImportRunner {
  /** From now on the archive is read. @returns false when it was not open any more */
  run(jobId: string): Promise<boolean>;
}

export interface ImportFinder {
  findImport(jobId: string): Promise<ImportJob | undefined>;
}

/** One line of the register of transfers between jurisdictions. It names nobody, and leads to nobody. */
export interface Transfer {
  readonly transferId: string;
  readonly from: string;
  readonly to: string;
  /** Without the time. */
  readonly day: string;
}

export interface ImportKeeper {
  /** Says why it is going to be undone; the first reason stays. */
  blame(jobId: string, fault: ImportFault): Promise<void>;
  /** One write with the line of the register. @returns false when it was over meanwhile, or its person erased */
  complete(jobId: string, receipt: ImportReceipt, transfer: Transfer): Promise<boolean>;
  failed(jobId: string): Promise<void>;
}

/** What an import writes carries its id, so that exactly that can be taken back. */
export interface ConversationImporter {
  /** @returns how many messages of this import are there already; `foreign` when the log is not of this import */
  importLog(
    personId: string,
    importId: string,
    log: { readonly logId: string; readonly createdAt: string },
    most: number,
  ): Promise<{ readonly kind: 'ours'; readonly messages: number } | { readonly kind: NotImported }>;
  /** Adds messages right after those that are there. */
  importMessages(
    personId: string,
    importId: string,
    logId: string,
    messages: readonly ImportedMessage[],
  ): Promise<'written' | NotImported>;
  importMedium(
    personId: string,
    importId: string,
    medium: { readonly mediaId: string; readonly sealed: string; readonly bytes: number },
    most: { readonly objects: number; readonly bytes: number },
  ): Promise<'ours' | NotImported>;
  /** What is there of this import. */
  importedBy(
    personId: string,
    importId: string,
  ): Promise<{
    readonly logs: readonly string[];
    readonly media: readonly { readonly mediaId: string; readonly bytes: number }[];
  }>;
  /** Removes a log of this import with all that is in it; of any other nothing. Done already is done. */
  removeLog(personId: string, importId: string, logId: string): Promise<void>;
  /** @returns whether there is nothing of it that is not of this import: then the object goes too */
  removeMedium(personId: string, importId: string, mediaId: string, bytes: number): Promise<boolean>;
}

type NotImported = 'foreign' | 'full' | 'erased' | 'busy';

export interface ImportedMessage {
  readonly sequence: number;
  readonly sealed: string;
  /** In an archive. */
  readonly bytes: number;
  readonly mediaIds: readonly string[];
}

export interface MediaImporter {
  /** Stores an object, if it is the one that its hash says. */
  put(
    personId: string,
    mediaId: string,
    object: { readonly contentType: string; readonly bytes: number; readonly sha256: string },
    content: AsyncIterable<Uint8Array>,
  ): Promise<void>;
  /** Every version of it. */
  remove(personId: string, mediaId: string): Promise<void>;
}
