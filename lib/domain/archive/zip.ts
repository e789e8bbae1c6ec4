import { ARCHIVE_LIMITS, ArchiveError, storeOfPath } from './format';

/** Bytes that can be asked for anywhere: a file on a device, an object in a bucket, a buffer. */
export interface ByteSource {
  readonly size: number;
  /** Exactly these bytes. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A file within an archive: where its content lies. */
export interface ZipEntry {
  readonly path: string;
  readonly offset: number;
  readonly bytes: number;
}

// The structures and their signatures: APPNOTE.TXT of PKWARE, 4.3 to 4.5.
const END = { signature: 0x06054b50, bytes: 22 };
const LISTED = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const DESCRIPTOR = { signature: 0x08074b50, bytes: 16 };
/** Sizes and checksum follow the content (bit 3); no encryption, no other meaning of the name. */
const FLAGS = 1 << 3;
const STORED = 0;
const VERSION = 20;
/** The day with which ZIP begins, as MS-DOS wrote it: when a file was made is in the manifest only. */
const NO_DAY = (1 << 21) | (1 << 16);
const LONGEST_NAME = 100;

/**
 * The files of an archive, by what its directory and each file's own header say: both must say the same.
 *
 * Only the one form that we write is read: every file plain and not compressed, one directly after the other, then the
 * directory, then its end, and nothing before, between or behind them. So no file can be hidden, overlap another, or be more
 * than its bytes; and a path that our archives do not have is refused before anything is done with it.
 *
 * @throws ArchiveError
 */
export async function readDirectory(source: ByteSource): Promise<readonly ZipEntry[]> {
  if (source.size > ARCHIVE_LIMITS.bytes) {
    throw new ArchiveError('ArchiveTooLarge', `an archive has at most ${ARCHIVE_LIMITS.bytes} bytes`);
  }
  const { count, offset, bytes } = await endOf(source);
  const directory = await structure(source, offset, bytes);
  const entries: ZipEntry[] = [];
  const paths = new Set<string>();
  let at = 0;
  let next = 0;
  for (let index = 1; index <= count; index += 1) {
    const { path, listedBytes, start, length } = listed(directory, at, index);
    if (paths.has(path)) throw new ArchiveError('FileTwice', `file ${index} has the path of an earlier one`);
    if (start !== next)
      throw new ArchiveError('FilesOverlap', `file ${index} does not begin where the one before ends`);
    const entry = { path, offset: start + LOCAL.bytes + path.length, bytes: listedBytes };
    next = entry.offset + listedBytes + DESCRIPTOR.bytes;
    if (next > offset) throw new ArchiveError('FilesOverlap', `file ${index} reaches into the directory`);
    await confirm(source, directory.subarray(at, at + length), entry, start, index);
    paths.add(path);
    entries.push(entry);
    at += length;
  }
  if (at !== bytes || next !== offset) {
    throw new ArchiveError('NotAnArchive', 'there are bytes in the archive that belong to no file');
  }
  return entries;
}

async function endOf(source: ByteSource): Promise<{ count: number; offset: number; bytes: number }> {
  if (source.size < END.bytes) throw new ArchiveError('NotAnArchive', 'it is too short for an archive');
  const end = viewOf(await source.read(source.size - END.bytes, END.bytes));
  const count = end.getUint16(10, true);
  const bytes = end.getUint32(12, true);
  const offset = end.getUint32(16, true);
  const plain = end.getUint32(4, true) === 0 && end.getUint16(8, true) === count && end.getUint16(20, true) === 0;
  if (end.getUint32(0, true) !== END.signature || !plain || offset + bytes !== source.size - END.bytes) {
    throw new ArchiveError('NotAnArchive', 'it does not end as an archive does; it may be cut off');
  }
  if (count > ARCHIVE_LIMITS.files) {
    throw new ArchiveError('TooManyFiles', `an archive has at most ${ARCHIVE_LIMITS.files} files`);
  }
  if (bytes > count * (LISTED.bytes + LONGEST_NAME)) {
    throw new ArchiveError('NotAnArchive', 'its directory is longer than its files need');
  }
  return { count, offset, bytes };
}

function listed(directory: Uint8Array, at: number, index: number) {
  if (at + LISTED.bytes > directory.length) throw new ArchiveError('NotAnArchive', `file ${index} is not listed whole`);
  const view = viewOf(directory.subarray(at));
  const nameLength = view.getUint16(28, true);
  const length = LISTED.bytes + nameLength;
  if (view.getUint32(0, true) !== LISTED.signature || length > view.byteLength) {
    throw new ArchiveError('NotAnArchive', `file ${index} is not listed whole`);
  }
  const listedBytes = view.getUint32(24, true);
  // No extra field, no comment, one disk, no attributes: neither a link nor a device, and no second meaning of anything.
  const bare = [30, 32, 34, 36].every((field) => view.getUint16(field, true) === 0) && view.getUint32(38, true) === 0;
  const plain = view.getUint16(8, true) === FLAGS && view.getUint16(10, true) === STORED;
  const ours = view.getUint16(4, true) === VERSION && view.getUint16(6, true) === VERSION;
  if (!bare || !plain || !ours || view.getUint32(12, true) !== NO_DAY || view.getUint32(20, true) !== listedBytes) {
    throw new ArchiveError('FileNotPlain', `file ${index} is compressed, encrypted, or no plain file`);
  }
  const path = asciiOf(directory.subarray(at + LISTED.bytes, at + length));
  if (path === undefined || storeOfPath(path) === undefined) {
    throw new ArchiveError('FileNotAllowed', `file ${index} has a path that an archive does not have`);
  }
  return { path, listedBytes, start: view.getUint32(42, true), length };
}

/** A file's own header, and what follows its content, have to agree with the directory. */
async function confirm(
  source: ByteSource,
  list: Uint8Array,
  { path, offset, bytes }: ZipEntry,
  start: number,
  index: number,
): Promise<void> {
  const header = await structure(source, start, LOCAL.bytes + path.length);
  const after = await structure(source, offset + bytes, DESCRIPTOR.bytes);
  const here = viewOf(header);
  const listing = viewOf(list);
  const behind = viewOf(after);
  const agrees =
    here.getUint32(0, true) === LOCAL.signature &&
    here.getUint16(4, true) === VERSION &&
    here.getUint32(10, true) === NO_DAY &&
    here.getUint16(6, true) === FLAGS &&
    here.getUint16(8, true) === STORED &&
    [14, 18, 22].every((field) => here.getUint32(field, true) === 0) &&
    here.getUint16(26, true) === path.length &&
    here.getUint16(28, true) === 0 &&
    asciiOf(header.subarray(LOCAL.bytes)) === path &&
    behind.getUint32(0, true) === DESCRIPTOR.signature &&
    behind.getUint32(4, true) === listing.getUint32(16, true) &&
    behind.getUint32(8, true) === bytes &&
    behind.getUint32(12, true) === bytes;
  if (!agrees) throw new ArchiveError('FilesOverlap', `file ${index} is not where, or not what, the directory says`);
}

async function structure(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  if (offset + length > source.size) throw new ArchiveError('NotAnArchive', 'it is cut off');
  return source.read(offset, length);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function asciiOf(bytes: Uint8Array): string | undefined {
  return bytes.length <= LONGEST_NAME && bytes.every((byte) => byte > 0x1f && byte < 0x7f)
    ? String.fromCharCode(...bytes)
    : undefined;
}
