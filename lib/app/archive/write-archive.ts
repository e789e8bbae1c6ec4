import { createHash } from 'node:crypto';
import { Zip, ZipPassThrough } from 'fflate';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_LIMITS,
  ARCHIVE_VERSION,
  type ArchivedFile,
  ArchiveError,
  MANIFEST_PATH,
  type Manifest,
  mediaPath,
  README_PATH,
  RECORD_STORES,
  recordsPath,
  schemaPath,
} from '../../domain/archive/format';
import { textOfRecords } from '../../domain/archive/records-text';
import type { MediaType } from '../../domain/conversations';
import { readmeOf } from './readme';
import { manifestSchema, type RecordsOf, recordsSchema } from './records';

/** What goes into an archive. Media are opened one after the other, when their turn comes. */
export interface ArchiveContent extends RecordsOf {
  readonly media: AsyncIterable<ExportedMedium>;
}

export interface ExportedMedium {
  readonly mediaId: string;
  readonly contentType: MediaType;
  content(): AsyncIterable<Uint8Array>;
}

export type Origin = Pick<Manifest, 'jurisdiction' | 'region' | 'exportedAt'>;

/** The day with which ZIP begins, in whatever time zone this runs: the bytes depend on nothing but the content. */
const NO_DAY = new Date(1980, 0, 1);

/**
 * The bytes of an archive, as they come about: no more is held of it than a piece and the list of its files. The same content
 * makes the same bytes.
 *
 * @throws ArchiveError `ArchiveTooLarge`, `TooManyFiles`
 */
export async function* writeArchive(origin: Origin, content: ArchiveContent): AsyncIterable<Uint8Array> {
  const ready: Uint8Array[] = [];
  let size = 0;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    size += bytes.length;
    ready.push(bytes);
  });
  const files: ArchivedFile[] = [];

  async function* add(path: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, of: Described = {}) {
    if (files.length >= ARCHIVE_LIMITS.files - 1) {
      throw new ArchiveError('TooManyFiles', `an archive has at most ${ARCHIVE_LIMITS.files} files`);
    }
    const file = new ZipPassThrough(path);
    file.mtime = NO_DAY;
    const hash = createHash('sha256');
    let bytes = 0;
    zip.add(file);
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      if (size + bytes > ARCHIVE_LIMITS.bytes) {
        throw new ArchiveError('ArchiveTooLarge', `an archive has at most ${ARCHIVE_LIMITS.bytes} bytes`);
      }
      file.push(piece, false);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
    const { store, records } = of;
    files.push({ path, ...(store && { store }), sha256: hash.digest('hex'), bytes, records: records?.() ?? 0 });
  }

  yield* add(README_PATH, [utf8(readmeOf(origin))]);
  yield* add(schemaPath('manifest'), [utf8(jsonOf(manifestSchema()))]);
  for (const store of RECORD_STORES) yield* add(schemaPath(store), [utf8(jsonOf(recordsSchema(store)))]);
  for (const store of RECORD_STORES) {
    let records = 0;
    const counted = tapped<object>(content[store], () => {
      records += 1;
    });
    yield* add(recordsPath(store), inPieces(textOfRecords(counted)), { store, records: () => records });
  }
  for await (const medium of content.media) {
    const path = mediaPath(medium.mediaId, medium.contentType);
    yield* add(path, medium.content(), { store: 'media', records: () => 1 });
  }
  const manifest: Manifest = { format: ARCHIVE_FORMAT, formatVersion: ARCHIVE_VERSION, ...origin, files: [...files] };
  yield* add(MANIFEST_PATH, [utf8(jsonOf(manifest))]);
  zip.end();
  yield* ready.splice(0);
}

interface Described {
  readonly store?: ArchivedFile['store'];
  readonly records?: () => number;
}

const PIECE = 64 * 1024;

/** Many short texts as fewer, longer pieces. */
async function* inPieces(texts: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  let text = '';
  for await (const more of texts) {
    text += more;
    if (text.length < PIECE) continue;
    yield utf8(text);
    text = '';
  }
  if (text !== '') yield utf8(text);
}

async function* tapped<T>(values: AsyncIterable<T>, each: () => void): AsyncIterable<T> {
  for await (const value of values) {
    each();
    yield value;
  }
}

function jsonOf(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
