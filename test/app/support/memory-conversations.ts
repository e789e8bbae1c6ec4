import { ENTRIES } from '../../../lib/app/conversation-entries';
import type {
  Downloads,
  LogLister,
  LogReader,
  LogStarter,
  MediaAnnouncer,
  MediaFinder,
  MessageReader,
  MessageWriter,
  NamedMedia,
  ReaderFinder,
  ReaderKeeper,
  ReaderRevoker,
  StoredLog,
  StoredMedia,
  StoredReader,
  Uploads,
} from '../../../lib/app/conversation-ports';

type Store = LogStarter &
  LogReader &
  LogLister &
  MessageReader &
  MessageWriter &
  ReaderKeeper &
  ReaderRevoker &
  ReaderFinder &
  MediaAnnouncer &
  MediaFinder &
  NamedMedia;

type Entries = Map<string, object>;

/**
 * The table of conversations in memory, with the rules of the real one: what was erased is never recreated, a position is taken once,
 * and who adds a reader has seen all of them.
 *
 * @param isErased whether the mark of a person's erasure is there
 */
export function memoryConversations(isErased: (personId: string) => boolean = () => false) {
  const table = new Map<string, Entries>();
  const entriesOf = (personId: string): Entries => {
    const entries = table.get(personId) ?? new Map<string, object>();
    table.set(personId, entries);
    return entries;
  };
  const get = (personId: string, entry: string): unknown => table.get(personId)?.get(entry);
  const beginning = <T>(personId: string, begins: string) =>
    [...(table.get(personId) ?? [])]
      .filter(([entry]) => entry.startsWith(begins))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, item]) => item as T);

  const store: Store = {
    async start(personId, { logId, createdAt }, most) {
      if (isErased(personId)) return 'erased';
      if (get(personId, ENTRIES.log(logId)) !== undefined) return 'there';
      if (beginning(personId, ENTRIES.log('')).length >= most) return 'full';
      entriesOf(personId).set(ENTRIES.log(logId), { logId, createdAt, messages: 0, bytes: 0, grants: 0 });
      return 'started';
    },
    find: async (personId, logId) => get(personId, ENTRIES.log(logId)) as StoredLog | undefined,
    logsOf: async (personId) => beginning(personId, ENTRIES.log('')),
    readersOf: async (personId: string, logId?: string) =>
      beginning(personId, logId === undefined ? 'reader#' : ENTRIES.reader(logId, '')),
    async messages(personId, logId, after, most) {
      const all = beginning<{ sequence: number; sealed: string }>(personId, `message#${logId}#`);
      return all.filter(({ sequence }) => sequence > after && sequence <= after + most);
    },
    async write(personId, { logId, messageId, sequence, sealed, bytes, mediaIds, repeatableUntil }) {
      if (isErased(personId)) return 'erased';
      if (get(personId, ENTRIES.sent(logId, messageId)) !== undefined) return 'sent';
      const log = get(personId, ENTRIES.log(logId)) as StoredLog | undefined;
      if (log?.messages !== sequence - 1) return 'moved';
      const entries = entriesOf(personId);
      entries.set(ENTRIES.log(logId), { ...log, messages: sequence, bytes });
      entries.set(ENTRIES.message(logId, sequence), { sequence, sealed });
      entries.set(ENTRIES.sent(logId, messageId), { sequence, expiresAt: repeatableUntil });
      for (const mediaId of mediaIds) entries.set(ENTRIES.named(logId, mediaId), {});
      return 'written';
    },
    sentAt: async (personId, logId, messageId) =>
      (get(personId, ENTRIES.sent(logId, messageId)) as { readonly sequence: number } | undefined)?.sequence,
    async grant(personId, reader, grants) {
      if (isErased(personId)) return 'erased';
      const log = get(personId, ENTRIES.log(reader.logId)) as StoredLog | undefined;
      if (log?.grants !== grants) return 'moved';
      entriesOf(personId).set(ENTRIES.log(reader.logId), { ...log, grants: grants + 1 });
      entriesOf(personId).set(ENTRIES.reader(reader.logId, reader.readerId), reader);
      return 'granted';
    },
    async revoke(personId, logId, readerId, expiresAt) {
      const entry = ENTRIES.reader(logId, readerId);
      const reader = get(personId, entry) as StoredReader | undefined;
      if (reader === undefined) return 'unknown';
      const { keyHash: _, ...revoked } = reader;
      entriesOf(personId).set(entry, { ...revoked, expiresAt });
      return 'revoked';
    },
    byReaderId: async (readerId) =>
      [...table.keys()].flatMap((personId) =>
        beginning<StoredReader>(personId, 'reader#')
          .filter((reader) => reader.readerId === readerId && reader.keyHash !== undefined)
          .map((reader) => ({ ...reader, personId })),
      ),
    async announce(personId, { mediaId, sealed, bytes }, most) {
      if (isErased(personId)) return 'erased';
      if (get(personId, ENTRIES.media(mediaId)) !== undefined) return 'there';
      const all = beginning<{ bytes: number }>(personId, ENTRIES.media(''));
      const held = all.reduce((sum, one) => sum + one.bytes, 0);
      if (all.length >= most.objects || held + bytes > most.bytes) return 'full';
      entriesOf(personId).set(ENTRIES.media(mediaId), { mediaId, sealed, bytes });
      return 'announced';
    },
    findMedia: async (personId, mediaId) => get(personId, ENTRIES.media(mediaId)) as StoredMedia | undefined,
    isNamed: async (personId, logId, mediaId) => get(personId, ENTRIES.named(logId, mediaId)) !== undefined,
  };
  return { ...store, table };
}

export type MemoryConversations = ReturnType<typeof memoryConversations>;

/** A bucket in memory: what it was asked to let in and out, as the forms and links say it. */
export function memoryBucket(address = 'https://media.example') {
  const bucket: Uploads & Downloads = {
    form: async ({ key, contentType, bytes, sha256 }) => ({
      url: `${address}/`,
      fields: { key, 'Content-Type': contentType, bytes: String(bytes), sha256 },
    }),
    link: async ({ key, contentType, fileName }) =>
      `${address}/${key}?${new URLSearchParams({ contentType, fileName }).toString()}`,
  };
  return bucket;
}
