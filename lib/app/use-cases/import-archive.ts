import { createHash } from 'node:crypto';
import { ArchiveError } from '../../domain/archive/format';
import type { ByteSource } from '../../domain/archive/zip';
import type { ImportCounts } from '../../domain/archive-api';
import { JURISDICTION_IDS } from '../../domain/jurisdictions';
import type { HandledStore } from '../../domain/personal-stores';
import { type CheckedArchive, checkArchive } from '../archive/check-archive';
import {
  type ArchiveReader,
  type ArchiveRemover,
  type ImportFinder,
  type ImportJob,
  type ImportKeeper,
  importPlace,
} from '../archive-ports';
import type { Cell } from '../cell';
import type { Clock, Owner, PersonKeys, ProfileWriter } from '../ports';
import { ImportRefusedError } from '../stores/import-refused';

/** Writes the conversations and media of an archive, and says what it has written. */
export interface ArchiveImporter {
  /** Goes on where it left off. @returns undefined when the time is over and more is to be done. @throws ImportRefusedError */
  write(
    owner: Owner,
    importId: string,
    archive: CheckedArchive,
    isTime: () => boolean,
  ): Promise<ImportCounts | undefined>;
  /** Compares what rests here with the archive, record by record. @throws ImportRefusedError */
  compare(owner: Owner, archive: CheckedArchive): Promise<void>;
}

export type ImportStep = 'more' | 'done' | 'undo';

/** After how long a call begins nothing new, and the workflow makes another one. */
const WORKING_MS = 2 * 60 * 1000;

interface Writers {
  readonly people: ProfileWriter;
  readonly importer: ArchiveImporter;
}

/** What writes each store that moves: one that is added to the table of stores does not compile without. */
const WRITTEN_BY = {
  profiles: 'people',
  conversations: 'importer',
  media: 'importer',
} as const satisfies Readonly<Record<HandledStore<'move'>, keyof Writers>>;

/**
 * The step of an import that verifies, writes and compares. Before anything is written every byte of the archive was looked at;
 * repeated, it goes on where it left off; what cannot be written whole is undone.
 */
export function importArchive(
  ports: {
    readonly cell: Cell;
    readonly jobs: ImportFinder & ImportKeeper;
    readonly archives: ArchiveReader & ArchiveRemover;
    readonly keys: Pick<PersonKeys, 'find'>;
    /** Made of nothing: what is made of an id leads back to whoever has that. */
    readonly newTransferId: () => string;
    readonly clock: Clock;
  } & Pick<Writers, (typeof WRITTEN_BY)[HandledStore<'move'>]>,
): (event: { readonly jobId: string }) => Promise<{ readonly state: ImportStep }> {
  const { cell, jobs, archives, keys, people, importer, newTransferId, clock } = ports;

  const imported = async (job: ImportJob & { readonly personId: string }): Promise<'more' | 'done'> => {
    const { jobId, personId } = job;
    const until = clock() + WORKING_MS;
    const source = await archives.open(importPlace(jobId));
    if (source === undefined) throw new ImportRefusedError('ArchiveMissing', 'the archive is not there any more');
    await compareWhole(source, job.archive.sha256);
    const archive = await checkArchive(source);
    const from = JURISDICTION_IDS.find((id) => id === archive.manifest.jurisdiction);
    if (from === undefined || from === cell.jurisdiction) {
      throw new ImportRefusedError('NotFromElsewhere', 'the archive is not of another jurisdiction that is known here');
    }
    const sealer = await keys.find(personId);
    if (sealer === undefined) throw new ImportRefusedError('Erased', 'its person was erased');
    const owner = { personId, sealer };
    const counts = await importer.write(owner, jobId, archive, () => clock() > until);
    if (counts === undefined) return 'more';
    await importer.compare(owner, archive);
    const completedAt = new Date(clock()).toISOString();
    const profiles = await writeProfile(people, owner, archive);
    const receipt = {
      importId: jobId,
      from,
      to: cell.jurisdiction,
      sha256: job.archive.sha256,
      counts: { ...counts, profiles },
      completedAt,
    };
    const line = { transferId: newTransferId(), from, to: cell.jurisdiction, day: completedAt.slice(0, 10) };
    if (!(await jobs.complete(jobId, receipt, line))) throw new ImportRefusedError('Erased', 'its person was erased');
    await archives.remove(importPlace(jobId));
    return 'done';
  };

  return async ({ jobId }) => {
    const job = await jobs.findImport(jobId);
    if (job === undefined || job.state === 'failed') return { state: 'done' };
    if (job.state !== 'running') {
      await archives.remove(importPlace(jobId));
      return { state: 'done' };
    }
    const { personId } = job;
    if (personId === undefined) return { state: 'undo' };
    try {
      return { state: await imported({ ...job, personId }) };
    } catch (error) {
      if (!(error instanceof ArchiveError) && !(error instanceof ImportRefusedError)) throw error;
      await jobs.blame(jobId, { code: error.code, detail: error.message });
      return { state: 'undo' };
    }
  };
}

/** Whoever wrote a profile here already keeps it. It is written last: what is undone has left none. */
async function writeProfile(people: ProfileWriter, owner: Owner, archive: CheckedArchive): Promise<number> {
  for await (const record of archive.records('profiles')) {
    if (record.kind !== 'profile') continue;
    const { displayName, updatedAt } = record;
    const { kind } = await people.write(owner, { displayName, updatedAt, seenVersion: 0 });
    if (kind === 'erased') throw new ImportRefusedError('Erased', 'its person was erased');
    return kind === 'written' ? 1 : 0;
  }
  return 0;
}

const PIECE = 1024 * 1024;

async function compareWhole(source: ByteSource, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += PIECE) hash.update(await source.read(at, Math.min(PIECE, source.size - at)));
  if (hash.digest('hex') !== sha256)
    throw new ImportRefusedError('ArchiveDiffers', 'it is not the archive that was announced');
}
