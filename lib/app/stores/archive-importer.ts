import { createHash } from 'node:crypto';
import { bytesOfRecord } from '../../domain/archive/records-text';
import { MOST_LOGS, MOST_MEDIA, MOST_MEDIA_BYTES_OF_A_PERSON } from '../../domain/conversations';
import type { CheckedArchive } from '../archive/check-archive';
import { type ConversationRecord, type MediumRecord, type MessageRecord, RECORDS } from '../archive/records';
import type { ConversationImporter, ImportedMessage, MediaImporter } from '../archive-ports';
import { ENTRIES, placeOf } from '../conversation-entries';
import type { Owner } from '../ports';
import type { ArchiveImporter } from '../use-cases/import-archive';
import { sealMedia } from '../use-cases/media-content';
import { sealMessage } from '../use-cases/read-messages';
import { type ConversationStores, exportedConversations } from './exported-conversations';
import { ImportBusyError, ImportRefusedError } from './import-refused';

/** Messages that are written at once: with four media each, a transaction takes no more. */
const AT_ONCE = 19;
const LIMITS = { objects: MOST_MEDIA, bytes: MOST_MEDIA_BYTES_OF_A_PERSON };

/**
 * Writes the conversations of an archive under the key of their person here: media first, then each log with its messages, in
 * their order and under the ids that they had. Those who could read a log at the old home cannot here, until their owner lets
 * them in again.
 */
export function archiveImporter(ports: {
  readonly conversations: ConversationImporter;
  readonly objects: MediaImporter;
  readonly stores: ConversationStores;
}): ArchiveImporter {
  const { conversations, objects, stores } = ports;

  const writeMedia = async (
    { personId, sealer }: Owner,
    importId: string,
    archive: CheckedArchive,
    isTime: () => boolean,
  ) => {
    for (const { mediaId, contentType, bytes, sha256, at } of archive.announced) {
      const sealed = sealMedia(sealer, mediaId, { contentType, bytes, sha256, at });
      refused(await conversations.importMedium(personId, importId, { mediaId, sealed, bytes }, LIMITS));
    }
    for (const medium of archive.media) {
      const { record } = medium;
      if (await stores.objects.has(personId, record.mediaId)) continue;
      await objects.put(personId, record.mediaId, record, medium.content());
      if (isTime()) return false;
    }
    return true;
  };

  return {
    async write(owner, importId, archive, isTime) {
      const { personId, sealer } = owner;
      if (!(await writeMedia(owner, importId, archive, isTime))) return undefined;
      const references = new Map(archive.announced.map((medium) => [medium.mediaId, referenceTo(medium)]));
      const counts = { logs: 0, messages: 0, media: archive.announced.length };
      let waiting: ImportedMessage[] = [];
      let logId = '';
      let there = 0;
      /** Each call gets further before its time is over: it is asked for only where something was written. */
      const flush = async (): Promise<boolean> => {
        if (waiting.length === 0) return true;
        refused(await conversations.importMessages(personId, importId, logId, waiting));
        waiting = [];
        return !isTime();
      };
      const sealedOf = (record: MessageRecord): ImportedMessage => {
        const { sequence, messageId, at, text, media } = record;
        const named = media.flatMap((mediaId) => references.get(mediaId) ?? []);
        const content = { messageId, at, text, media: named };
        const sealed = sealMessage(sealer, logId, sequence, content);
        return { sequence, sealed, bytes: bytesOfRecord(record), mediaIds: [...new Set(media)] };
      };
      for await (const record of archive.records('conversations')) {
        if (record.kind === 'log') {
          if (!(await flush())) return undefined;
          ({ logId } = record);
          const createdAt = sealer.seal(record.createdAt, placeOf(ENTRIES.log(logId)));
          const log = await conversations.importLog(personId, importId, { logId, createdAt }, MOST_LOGS);
          there = log.kind === 'ours' ? log.messages : refused(log.kind);
          counts.logs += 1;
        } else if (record.kind === 'message') {
          counts.messages += 1;
          if (record.sequence <= there) continue;
          if (record.logId !== logId) throw new ImportRefusedError('RecordInvalid', 'logs are not one after the other');
          waiting.push(sealedOf(record));
          if (waiting.length === AT_ONCE && !(await flush())) return undefined;
        }
      }
      await flush();
      return { ...counts, profiles: 0 };
    },

    async compare(owner, archive) {
      const ids = new Set(archive.announced.map(({ mediaId }) => mediaId));
      for await (const record of archive.records('conversations')) if (record.kind === 'log') ids.add(record.logId);
      const there = await digestOf(archive.records('conversations'), ids);
      const here = await digestOf(exportedConversations(owner, stores), ids);
      if (here !== there) {
        throw new ImportRefusedError('ImportDiffers', 'what is here after the import is not what the archive has');
      }
    },
  };
}

/** Nothing else is told than what hinders it. */
function refused(outcome: 'ours' | 'written' | 'foreign' | 'full' | 'erased' | 'busy'): number {
  switch (outcome) {
    case 'ours':
    case 'written':
      return 0;
    case 'foreign':
      throw new ImportRefusedError('AlreadyHere', 'some of it is here already, from another import');
    case 'full':
      throw new ImportRefusedError('LimitReached', 'there is no room for all of it beside what is here already');
    case 'erased':
      throw new ImportRefusedError('Erased', 'its person was erased');
    case 'busy':
      throw new ImportBusyError('Busy', 'something else was at the same log');
  }
}

function referenceTo({ mediaId, contentType, bytes, sha256 }: MediumRecord) {
  return { mediaId, contentType, bytes, sha256 };
}

/** One hash of what was imported, whatever else is there, and whoever reads it. */
async function digestOf(records: AsyncIterable<ConversationRecord>, ids: ReadonlySet<string>): Promise<string> {
  const hash = createHash('sha256');
  for await (const record of records) {
    if (record.kind === 'reader' || !ids.has(record.kind === 'medium' ? record.mediaId : record.logId)) continue;
    hash.update(`${JSON.stringify(RECORDS.conversations.parse(record))}\n`);
  }
  return hash.digest('hex');
}
