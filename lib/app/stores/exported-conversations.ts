import type { MediaReference } from '../../domain/conversations-api';
import { DomicileError } from '../../domain/errors';
import { messageRecord } from '../archive/message-record';
import type { ConversationRecord, MediumRecord } from '../archive/records';
import type { ExportedMedium } from '../archive/write-archive';
import { ENTRIES, placeOf } from '../conversation-entries';
import type { LogLister, MessageReader, StoredMedia } from '../conversation-ports';
import type { Owner, Sealer } from '../ports';
import { openMessage } from '../use-cases/read-messages';

export interface MediaLister {
  /** What is known of all media of a person, by id. */
  mediaOf(personId: string): Promise<readonly StoredMedia[]>;
}

export interface MediaObjects {
  /** An object's content in pieces; undefined where it was announced and never uploaded. */
  open(personId: string, mediaId: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  has(personId: string, mediaId: string): Promise<boolean>;
}

export interface ConversationStores {
  readonly logs: LogLister & MessageReader;
  readonly media: MediaLister;
  readonly objects: MediaObjects;
}

/** How many messages are read at once. */
const PAGE = 500;

/**
 * A person's half of every conversation: each log, its messages in their order, who was given it to read; then their media.
 * The hash of a reader's key is no record: it opens nothing anywhere else.
 */
export async function* exportedConversations(
  { personId, sealer }: Owner,
  { logs, media, objects }: ConversationStores,
): AsyncIterable<ConversationRecord> {
  const readers = await logs.readersOf(personId);
  for (const { logId, createdAt } of await logs.logsOf(personId)) {
    yield { kind: 'log', logId, createdAt: sealer.open(createdAt, placeOf(ENTRIES.log(logId))) };
    yield* messagesOf({ personId, sealer }, logId, logs);
    for (const { readerId, expiresAt, keyHash, ...reader } of readers) {
      // One that was revoked is a mark that says so, and nobody's any more.
      if (reader.logId !== logId || keyHash === undefined) continue;
      yield { kind: 'reader', logId, readerId, expiresAt: new Date(expiresAt * 1000).toISOString() };
    }
  }
  for (const stored of await media.mediaOf(personId)) {
    const { mediaId, contentType, bytes, sha256, at } = announced(sealer, stored);
    const here = await objects.has(personId, mediaId);
    yield { kind: 'medium', mediaId, contentType, bytes, sha256, stored: here, at };
  }
}

/**
 * The same with the objects themselves, which are read when the records have been: exactly those of which a record says that they are
 * stored. What is uploaded meanwhile is in the next export, and no file is without its record.
 */
export function exportedWithMedia(
  owner: Owner,
  stores: ConversationStores,
): { readonly conversations: AsyncIterable<ConversationRecord>; readonly media: AsyncIterable<ExportedMedium> } {
  const stored: MediumRecord[] = [];
  async function* conversations() {
    for await (const record of exportedConversations(owner, stores)) {
      if (record.kind === 'medium' && record.stored) stored.push(record);
      yield record;
    }
  }
  async function* media() {
    for (const { mediaId, contentType } of stored) {
      const content = await stores.objects.open(owner.personId, mediaId);
      if (content === undefined)
        throw new MediumGoneError('MediumGone', 'an object that was there is not there any more');
      yield { mediaId, contentType, content: () => content };
    }
  }
  return { conversations: conversations(), media: media() };
}

/** Only an erasure removes an object: the step is repeated, and finds whose it was erased. */
class MediumGoneError extends DomicileError {}

function announced(sealer: Sealer, { mediaId, sealed }: StoredMedia): MediaReference & { readonly at: string } {
  const content = JSON.parse(sealer.open(sealed, placeOf(ENTRIES.media(mediaId)))) as MediaReference & { at: string };
  return { ...content, mediaId };
}

async function* messagesOf({ personId, sealer }: Owner, logId: string, logs: MessageReader) {
  for (let after = 0; ; ) {
    const page = await logs.messages(personId, logId, after, PAGE);
    if (page.length === 0) return;
    for (const { sequence, sealed } of page) {
      yield messageRecord(logId, openMessage(sealer, logId, sequence, sealed));
      after = sequence;
    }
  }
}
