import { ArchiveError } from '../../domain/archive/format';
import { type CheckedArchive, checkArchive } from '../archive/check-archive';
import {
  type ArchiveReader,
  type ArchiveRemover,
  type ConversationImporter,
  type ImportFinder,
  type ImportKeeper,
  importPlace,
  type MediaImporter,
} from '../archive-ports';

/**
 * Takes back what an import has written, and nothing else: what it wrote carries its id, and what that could be is in its
 * archive. An archive that is none was never written from.
 *
 * Of somebody who was erased meanwhile there is no item left; objects that came too late for the erasure go here.
 */
export function undoImport(ports: {
  readonly jobs: ImportFinder & ImportKeeper;
  readonly archives: ArchiveReader & ArchiveRemover;
  readonly conversations: ConversationImporter;
  readonly objects: MediaImporter;
}): (event: { readonly jobId: string }) => Promise<{ readonly state: 'done' }> {
  const { jobs, archives, conversations, objects } = ports;
  return async ({ jobId }) => {
    const job = await jobs.findImport(jobId);
    if (job?.state === 'running') {
      const archive = await readable(archives, jobId);
      if (archive !== undefined && job.personId !== undefined) {
        const { personId } = job;
        for await (const record of archive.records('conversations')) {
          if (record.kind === 'log') await conversations.removeLog(personId, jobId, record.logId);
        }
        for (const { mediaId, bytes } of archive.announced) {
          if (await conversations.removeMedium(personId, jobId, mediaId, bytes))
            await objects.remove(personId, mediaId);
        }
      }
      await jobs.failed(jobId);
    }
    if (job?.state !== 'open') await archives.remove(importPlace(jobId));
    return { state: 'done' };
  };
}

async function readable(archives: ArchiveReader, jobId: string): Promise<CheckedArchive | undefined> {
  const source = await archives.open(importPlace(jobId));
  try {
    return source && (await checkArchive(source));
  } catch (error) {
    if (error instanceof ArchiveError) return undefined;
    throw error;
  }
}
