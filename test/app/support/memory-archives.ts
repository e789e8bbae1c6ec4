import { createHash } from 'node:crypto';
import type {
  ArchiveForms,
  ArchiveLinks,
  ArchiveReader,
  ArchiveRemover,
  ArchiveWriter,
  ConversationImporter,
  ExportFinder,
  ExportJob,
  ExportKeeper,
  ExportStarter,
  ImportFinder,
  ImportJob,
  ImportKeeper,
  ImportOpener,
  ImportRunner,
  MediaImporter,
  Transfer,
} from '../../../lib/app/archive-ports';
import { ENTRIES } from '../../../lib/app/conversation-entries';
import type { StoredLog, StoredMedia } from '../../../lib/app/conversation-ports';
import { mediaKey } from '../../../lib/app/media-key';
import type { MediaLister, MediaObjects } from '../../../lib/app/stores/exported-conversations';
import { bytesOf, each, gathered } from '../archive/support';
import type { memoryConversations } from './memory-conversations';

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The bucket of archives in memory, and what a device gets from it and sends to it. */
export function memoryArchives(address = 'https://archives.example') {
  const objects = new Map<string, Buffer>();
  const archives: ArchiveWriter & ArchiveRemover & ArchiveLinks & ArchiveForms & ArchiveReader = {
    async write(place, pieces) {
      const bytes = await gathered(pieces);
      objects.set(place, bytes);
      return { bytes: bytes.length, sha256: sha256Of(bytes) };
    },
    async remove(place) {
      objects.delete(place);
    },
    link: async (place, fileName, seconds) => `${address}/${place}?${fileName}&${seconds}`,
    form: async (key, { bytes, sha256 }) => ({
      url: `${address}/`,
      fields: { key, bytes: String(bytes), sha256 },
    }),
    async open(place) {
      const bytes = objects.get(place);
      return bytes && bytesOf(bytes);
    },
  };
  return { ...archives, objects };
}

/** The table of jobs in memory, and the register of transfers in it. */
export function memoryJobs(isErased: (personId: string) => boolean = () => false) {
  const exports = new Map<string, ExportJob>();
  const imports = new Map<string, ImportJob>();
  const transfers: Transfer[] = [];
  const jobs: ExportStarter & ExportFinder & ExportKeeper & ImportOpener & ImportRunner & ImportFinder & ImportKeeper =
    {
      async begin({ jobId, personId, startedAt }) {
        if (isErased(personId)) return 'erased';
        if (exports.has(jobId)) return 'there';
        exports.set(jobId, { jobId, personId, state: 'running', startedAt });
        return 'begun';
      },
      held: async (personId) =>
        [...exports.values()].filter((job) => job.personId === personId && /running|ready/.test(job.state)).length,
      findExport: async (jobId) => exports.get(jobId),
      async ready(jobId, archive) {
        const job = exports.get(jobId);
        if (job?.state !== 'running' || job.personId === undefined) return false;
        exports.set(jobId, { ...job, state: 'ready', archive });
        return true;
      },
      async over(jobId, state) {
        const job = exports.get(jobId);
        if (job === undefined) return;
        const { archive: _, ...rest } = job;
        exports.set(jobId, { ...rest, state });
      },
      async open({ jobId, personId, startedAt }, archive) {
        if (isErased(personId)) return 'erased';
        if (imports.has(jobId)) return 'there';
        imports.set(jobId, { jobId, personId, state: 'open', startedAt, archive });
        return 'begun';
      },
      openOrRunning: async (personId, openSince) =>
        [...imports.values()].filter(
          ({ state, startedAt, ...job }) =>
            job.personId === personId && (state === 'running' || (state === 'open' && startedAt >= openSince)),
        ).length,
      async run(jobId) {
        const job = imports.get(jobId);
        if (job?.state !== 'open') return false;
        imports.set(jobId, { ...job, state: 'running' });
        return true;
      },
      findImport: async (jobId) => imports.get(jobId),
      async blame(jobId, fault) {
        const job = imports.get(jobId);
        if (job?.state === 'running' && job.fault === undefined) imports.set(jobId, { ...job, fault });
      },
      async complete(jobId, receipt, transfer) {
        const job = imports.get(jobId);
        if (job?.state !== 'running' || job.personId === undefined) return false;
        imports.set(jobId, { ...job, state: 'done', receipt });
        transfers.push(transfer);
        return true;
      },
      async failed(jobId) {
        const job = imports.get(jobId);
        if (job?.state === 'running') imports.set(jobId, { ...job, state: 'failed' });
      },
    };
  return { ...jobs, exports, imports, transfers };
}

/** The bucket of media in memory. */
export function memoryObjects() {
  const objects = new Map<string, Buffer>();
  const media: MediaObjects & MediaImporter = {
    has: async (personId, mediaId) => objects.has(mediaKey(personId, mediaId)),
    async open(personId, mediaId) {
      const bytes = objects.get(mediaKey(personId, mediaId));
      return bytes && each([bytes]);
    },
    async put(personId, mediaId, { sha256 }, content) {
      const bytes = await gathered(content);
      if (sha256Of(bytes) !== sha256) throw new Error('not the object that was announced');
      objects.set(mediaKey(personId, mediaId), bytes);
    },
    async remove(personId, mediaId) {
      objects.delete(mediaKey(personId, mediaId));
    },
  };
  return { ...media, objects };
}

/** An entry of a log or of a medium, and which import has brought it. */
type Entry = StoredLog & StoredMedia & { readonly importId?: string };

/** What imports do in the table of conversations in memory. */
export function memoryImporter(
  { table }: ReturnType<typeof memoryConversations>,
  isErased: (personId: string) => boolean = () => false,
): ConversationImporter & MediaLister {
  const entriesOf = (personId: string) => {
    const entries = table.get(personId) ?? new Map<string, object>();
    table.set(personId, entries);
    return entries;
  };
  const get = (personId: string, entry: string) => table.get(personId)?.get(entry) as Entry | undefined;
  const beginning = (personId: string, begins: string) =>
    [...entriesOf(personId).keys()].filter((entry) => entry.startsWith(begins)).toSorted();
  return {
    mediaOf: async (personId) =>
      beginning(personId, ENTRIES.media('')).map((entry) => get(personId, entry) as StoredMedia),
    async importLog(personId, importId, { logId, createdAt }, most) {
      if (isErased(personId)) return { kind: 'erased' };
      const entry = ENTRIES.log(logId);
      const found = get(personId, entry);
      if (found !== undefined)
        return found.importId === importId ? { kind: 'ours', messages: found.messages } : { kind: 'foreign' };
      if (beginning(personId, ENTRIES.log('')).length >= most) return { kind: 'full' };
      entriesOf(personId).set(entry, { logId, createdAt, messages: 0, bytes: 0, grants: 0, importId });
      return { kind: 'ours', messages: 0 };
    },
    async importMessages(personId, importId, logId, messages) {
      if (isErased(personId)) return 'erased';
      const log = get(personId, ENTRIES.log(logId));
      if (log?.importId !== importId || log.messages !== (messages[0]?.sequence ?? 0) - 1) return 'foreign';
      const entries = entriesOf(personId);
      const bytes = messages.reduce((sum, message) => sum + message.bytes, log.bytes);
      entries.set(ENTRIES.log(logId), { ...log, messages: log.messages + messages.length, bytes });
      for (const { sequence, sealed, mediaIds } of messages) {
        entries.set(ENTRIES.message(logId, sequence), { sequence, sealed });
        for (const mediaId of mediaIds) entries.set(ENTRIES.named(logId, mediaId), {});
      }
      return 'written';
    },
    async importMedium(personId, importId, { mediaId, sealed, bytes }, most) {
      if (isErased(personId)) return 'erased';
      const found = get(personId, ENTRIES.media(mediaId));
      if (found !== undefined) return found.importId === importId ? 'ours' : 'foreign';
      if (beginning(personId, ENTRIES.media('')).length >= most.objects) return 'full';
      entriesOf(personId).set(ENTRIES.media(mediaId), { mediaId, sealed, bytes, importId });
      return 'ours';
    },
    async importedBy(personId, importId) {
      const of = (begins: string) =>
        beginning(personId, begins)
          .map((entry) => get(personId, entry) as Entry)
          .filter((entry) => entry.importId === importId);
      return {
        logs: of(ENTRIES.log('')).map(({ logId }) => logId),
        media: of(ENTRIES.media('')).map(({ mediaId, bytes }) => ({ mediaId, bytes })),
      };
    },
    async removeLog(personId, importId, logId) {
      if (get(personId, ENTRIES.log(logId))?.importId !== importId) return;
      for (const begins of [`message#${logId}#`, `named#${logId}#`, `reader#${logId}#`, ENTRIES.log(logId)])
        for (const entry of beginning(personId, begins)) entriesOf(personId).delete(entry);
    },
    async removeMedium(personId, importId, mediaId) {
      const found = get(personId, ENTRIES.media(mediaId));
      if (found !== undefined && found.importId !== importId) return false;
      entriesOf(personId).delete(ENTRIES.media(mediaId));
      return true;
    },
  };
}
