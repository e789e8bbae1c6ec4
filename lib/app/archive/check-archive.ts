import {
  type ArchivedFile,
  ArchiveError,
  mediaPath,
  RECORD_STORES,
  type RecordStore,
} from '../../domain/archive/format';
import { type Archive, openArchive } from '../../domain/archive/read-archive';
import { bytesOfRecord } from '../../domain/archive/records-text';
import type { ByteSource } from '../../domain/archive/zip';
import { MOST_LOG_BYTES, MOST_LOGS, MOST_MEDIA, MOST_MESSAGES } from '../../domain/conversations';
import { nodeHash } from './node-hash';
import { type MediumRecord, RECORDS, type RecordOf } from './records';

/** An archive of which every byte was looked at. */
export interface CheckedArchive extends Pick<Archive, 'manifest'> {
  records<Store extends RecordStore>(store: Store): AsyncIterable<RecordOf<Store>>;
  /** What is known of all media. */
  readonly announced: readonly MediumRecord[];
  /** Those that were stored. */
  readonly media: readonly CheckedMedium[];
}

export interface CheckedMedium {
  readonly record: MediumRecord;
  content(): AsyncIterable<Uint8Array>;
}

/**
 * Reads a whole archive before anything of it is used: every file has the bytes, the hash and the number of records that the
 * manifest says, every record is as its store has them, and they fit together.
 *
 * What is read a second time, to be imported, is compared a second time.
 *
 * @throws ArchiveError, which says what and where, and repeats nothing of the content
 */
export async function checkArchive(source: ByteSource): Promise<CheckedArchive> {
  const archive = await openArchive(source, nodeHash);
  const { manifest } = archive;
  const records = <Store extends RecordStore>(store: Store) => validated(archive, store);
  for (const file of manifest.files) {
    if (file.store === undefined || file.store === 'media') await drained(archive.content(file));
  }
  for (const store of RECORD_STORES) if (store !== 'conversations') await drained(records(store));
  const media = await fitting(records('conversations'));
  const files = manifest.files.filter(({ store }) => store === 'media');
  if (files.length !== [...media.values()].filter(({ stored }) => stored).length) {
    throw new ArchiveError('FilesDiffer', 'not every medium that was stored has both a file and a record');
  }
  const paired = files.map((file, index): CheckedMedium => {
    const record = media.get(file.path);
    if (record?.stored !== true || !isOf(file, record)) {
      throw new ArchiveError('FilesDiffer', `medium ${index + 1} is not the one that its record says`);
    }
    return { record, content: () => archive.content(file) };
  });
  return { manifest, records, announced: [...media.values()], media: paired };
}

async function* validated<Store extends RecordStore>(archive: Archive, store: Store): AsyncIterable<RecordOf<Store>> {
  let number = 0;
  for await (const record of archive.records(store)) {
    number += 1;
    const result = RECORDS[store].safeParse(record);
    if (!result.success) {
      // The path is of our own schema's members, and of positions: a member that nobody knows is reported at its parent.
      const at = ['', ...(result.error.issues[0]?.path ?? [])].join('/');
      throw new ArchiveError('RecordInvalid', `record ${number} of '${store}' is not as its schema says at '${at}'`);
    }
    yield result.data as RecordOf<Store>;
  }
}

/**
 * Whether conversations fit together: a log comes before its messages, whose numbers go up one by one, and a message names media that
 * are there. No more of anything than a person can have here: what is remembered of a file stays small, whatever is in it.
 * Returns the media by the path of their file.
 */
async function fitting(records: AsyncIterable<RecordOf<'conversations'>>): Promise<Map<string, MediumRecord>> {
  const logs = new Map<string, { readonly last: number; readonly bytes: number }>();
  const ids = new Set<string>();
  const named = new Set<string>();
  const media = new Map<string, MediumRecord>();
  let number = 0;
  const fault = (what: string) => new ArchiveError('RecordInvalid', `record ${number} of 'conversations' ${what}`);
  for await (const record of records) {
    number += 1;
    if (record.kind === 'message' || record.kind === 'reader') {
      const log = logs.get(record.logId);
      if (log === undefined) throw fault('is of a log that does not come before it');
      if (record.kind === 'reader') continue;
      if (record.sequence !== log.last + 1) throw fault('does not come right after the message before it');
      if (record.sequence > MOST_MESSAGES) throw fault('is one message more than a log has');
      const bytes = log.bytes + bytesOfRecord(record);
      if (bytes > MOST_LOG_BYTES) throw fault('makes its log larger than a log is');
      logs.set(record.logId, { last: record.sequence, bytes });
      for (const mediaId of record.media) named.add(mediaId);
      if (named.size > MOST_MEDIA) throw fault('names one medium more than a person has');
    } else {
      const id = record.kind === 'log' ? record.logId : record.mediaId;
      if (ids.has(id)) throw fault('has the id of an earlier one');
      ids.add(id);
      if (record.kind === 'log') logs.set(id, { last: 0, bytes: 0 });
      else media.set(mediaPath(id, record.contentType), record);
      if (logs.size > MOST_LOGS) throw fault('is one log more than a person has');
      if (media.size > MOST_MEDIA) throw fault('is one medium more than a person has');
    }
  }
  const known = new Set([...media.values()].map(({ mediaId }) => mediaId));
  if ([...named].some((mediaId) => !known.has(mediaId))) {
    throw new ArchiveError('RecordInvalid', "a message of 'conversations' names a medium that is not there");
  }
  return media;
}

function isOf(file: ArchivedFile, record: MediumRecord): boolean {
  return file.sha256 === record.sha256 && file.bytes === record.bytes;
}

async function drained(values: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of values);
}
