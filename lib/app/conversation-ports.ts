/**
 * What conversations need of the world. Every text that rests is sealed before it gets here: a store sees ids, numbers, hashes
 * and sealed texts.
 *
 * Every write is one transaction with the check that the person was not erased: it never recreates anything of theirs.
 */

export interface StoredLog {
  readonly logId: string;
  /** Sealed. */
  readonly createdAt: string;
  readonly messages: number;
  /** How many bytes they are in an archive. */
  readonly bytes: number;
  /** How often somebody was let in: who adds a reader has seen all that there are. */
  readonly grants: number;
}

export interface LogStarter {
  /** @param most how many logs a person can have */
  start(
    personId: string,
    log: Pick<StoredLog, 'logId' | 'createdAt'>,
    most: number,
  ): Promise<'started' | 'there' | 'full' | 'erased' | 'busy'>;
}

export interface LogReader {
  find(personId: string, logId: string): Promise<StoredLog | undefined>;
}

export interface LogLister {
  /** By id. */
  logsOf(personId: string): Promise<readonly StoredLog[]>;
  readersOf(personId: string): Promise<readonly StoredReader[]>;
}

export interface StoredMessage {
  readonly sequence: number;
  readonly sealed: string;
}

export interface MessageReader {
  /** What follows a position, in order; what is answered at once may be less than asked for, and is nothing only at the end. */
  messages(personId: string, logId: string, after: number, most: number): Promise<readonly StoredMessage[]>;
}

export interface NewMessage extends StoredMessage {
  readonly logId: string;
  readonly messageId: string;
  /** What it names. */
  readonly mediaIds: readonly string[];
  /** How many bytes the log is with it. */
  readonly bytes: number;
  /** Until when a repeated write finds it (epoch seconds). */
  readonly repeatableUntil: number;
}

export interface MessageWriter {
  /**
   * Adds a message at the one position after the last. A position is taken together with the message: a reader who has seen
   * one has seen all before it.
   *
   * @returns `moved` when the position is not the next one, `sent` when this message was written before
   */
  write(personId: string, message: NewMessage): Promise<'written' | 'moved' | 'sent' | 'erased' | 'busy'>;
  /** The position of a message that was written lately. */
  sentAt(personId: string, logId: string, messageId: string): Promise<number | undefined>;
}

export interface StoredReader {
  readonly logId: string;
  readonly readerId: string;
  readonly days: number;
  /** Epoch seconds. */
  readonly expiresAt: number;
  /** SHA-256 of the key. @default - it was revoked, and nothing opens the log in its name */
  readonly keyHash?: Uint8Array;
}

export interface ReaderKeeper {
  readersOf(personId: string, logId: string): Promise<readonly StoredReader[]>;
  /** @param grants of the log, as they were when its readers were looked at: `moved` when somebody was let in since */
  grant(
    personId: string,
    reader: Required<StoredReader>,
    grants: number,
  ): Promise<'granted' | 'moved' | 'erased' | 'busy'>;
}

export interface ReaderRevoker {
  /**
   * Takes the key's hash away, and the way to the log by the reader's id. What remains until then says that it was revoked, so
   * that a repeated grant does not let the same key in again.
   */
  revoke(personId: string, logId: string, readerId: string, rememberedUntil: number): Promise<'revoked' | 'unknown'>;
}

export interface ReaderFinder {
  /** Everybody's readers of this id. There should be one; whoever asks decides by the key. */
  byReaderId(readerId: string): Promise<readonly (StoredReader & { readonly personId: string })[]>;
}

export interface StoredMedia {
  readonly mediaId: string;
  /** What it is, sealed. */
  readonly sealed: string;
}

export interface MediaLimits {
  readonly objects: number;
  readonly bytes: number;
}

export interface MediaAnnouncer {
  /** @param most what a person can have in all */
  announce(
    personId: string,
    media: StoredMedia & { readonly bytes: number },
    most: MediaLimits,
  ): Promise<'announced' | 'there' | 'full' | 'erased' | 'busy'>;
}

export interface MediaFinder {
  findMedia(personId: string, mediaId: string): Promise<StoredMedia | undefined>;
}

export interface NamedMedia {
  /** Whether a message of that log names it. */
  isNamed(personId: string, logId: string, mediaId: string): Promise<boolean>;
}

/** What a link or a form is made for. */
export interface Transfer {
  /** The object's place in the bucket. */
  readonly key: string;
  readonly contentType: string;
}

export interface Uploads {
  /** A form that takes exactly this object, for so many seconds. */
  form(
    transfer: Transfer & { readonly bytes: number; readonly sha256: string },
    seconds: number,
  ): Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>;
}

export interface Downloads {
  /** A link to an object, for so many seconds, which browsers save under this name and never show in place. */
  link(transfer: Transfer & { readonly fileName: string }, seconds: number): Promise<string>;
}
