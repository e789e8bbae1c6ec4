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
 * Takes back what an import has written, and nothing else: what it wrote carries its id, by which the table finds it, whatever has
 * become of the archive since.
 *
 * Of somebody who was erased meanwhile there is no item left; objects that came too late for the erasure go here, by what the archive
 * says. An archive that is none was never written from.
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
      const { personId } = job;
      if (personId !== undefined) {
        const { logs, media } = await conversations.importedBy(personId, jobId);
        for (const logId of logs) await conversations.removeLog(personId, jobId, logId);
        const archive = await readable(archives, jobId);
        const sizes = new Map([...(archive?.announced ?? []), ...media].map(({ mediaId, bytes }) => [mediaId, bytes]));
        for (const [mediaId, bytes] of sizes) {
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
