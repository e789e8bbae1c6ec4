import {
  ARCHIVE_FORMAT,
  ARCHIVE_LIMITS,
  ARCHIVE_VERSION,
  ARCHIVED_STORES,
  type ArchivedFile,
  type ArchivedStore,
  ArchiveError,
  MANIFEST_PATH,
  Manifest,
  type RecordStore,
  storeOfPath,
} from './format';
import { recordsOf } from './records-text';
import { type ByteSource, readDirectory, type ZipEntry } from './zip';

/** SHA-256 of what it is given, in hex: Node makes it as bytes arrive, a browser at the end. */
export interface Hash {
  update(bytes: Uint8Array): void;
  digest(): string | Promise<string>;
}

export interface Archive {
  readonly manifest: Manifest;
  /** The records of a store, one after the other. @throws ArchiveError at the latest when all were read, where they are not those of the manifest */
  records(store: RecordStore): AsyncIterable<unknown>;
  /** What a file holds, in pieces. @throws ArchiveError as `records` */
  content(file: ArchivedFile): AsyncIterable<Uint8Array>;
}

const PIECE = 1024 * 1024;

/**
 * An archive, whose directory and manifest agree about every file. What the files hold is compared while it is read.
 *
 * @throws ArchiveError
 */
export async function openArchive(source: ByteSource, newHash: () => Hash): Promise<Archive> {
  const entries = await readDirectory(source);
  const manifest = await manifestOf(source, entries);
  const found = new Map(entries.map((entry) => [entry.path, entry]));
  found.delete(MANIFEST_PATH);
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  if (listed.size !== manifest.files.length || listed.size !== found.size) {
    throw new ArchiveError('FilesDiffer', 'the manifest does not list each file of the archive once');
  }
  const files = manifest.files.map((file, index) => {
    const entry = found.get(file.path);
    const where = `file ${index + 1} of the manifest`;
    if (entry === undefined) throw new ArchiveError('FilesDiffer', `${where} is not in the archive`);
    if (file.bytes !== entry.bytes) throw new ArchiveError('BytesDiffer', `${where} is not as long as it says`);
    const of = storeOfPath(file.path);
    if ((file.store ?? 'document') !== of)
      throw new ArchiveError('FilesDiffer', `${where} is not of the store it names`);
    return { file, entry };
  });

  async function* content(file: ArchivedFile): AsyncIterable<Uint8Array> {
    const index = files.findIndex((one) => one.file === file);
    const entry = files[index]?.entry;
    if (entry === undefined) throw new TypeError('the file is of another archive');
    const hash = newHash();
    for (let read = 0; read < entry.bytes; ) {
      const piece = await source.read(entry.offset + read, Math.min(PIECE, entry.bytes - read));
      hash.update(piece);
      read += piece.length;
      yield piece;
    }
    if ((await hash.digest()) !== file.sha256) {
      throw new ArchiveError('HashDiffers', `file ${index + 1} of the manifest is not the one that was exported`);
    }
  }

  async function* records(store: RecordStore): AsyncIterable<unknown> {
    const { file } = files.find((one) => one.file.store === store) ?? {};
    if (file === undefined) throw new ArchiveError('FilesDiffer', `the archive has no records of '${store}'`);
    let count = 0;
    for await (const record of recordsOf(content(file), store)) {
      count += 1;
      yield record;
    }
    if (count !== file.records) {
      throw new ArchiveError('RecordsDiffer', `'${store}' does not have as many records as the manifest says`);
    }
  }

  return { manifest, content, records };
}

async function manifestOf(source: ByteSource, entries: readonly ZipEntry[]): Promise<Manifest> {
  const entry = entries.find(({ path }) => path === MANIFEST_PATH);
  if (entry === undefined) throw new ArchiveError('ManifestMissing', 'there is no manifest.json in it');
  const invalid = (what: string) => new ArchiveError('ManifestInvalid', `manifest.json ${what}`);
  if (entry.bytes > ARCHIVE_LIMITS.manifestBytes) throw invalid('is too long');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await source.read(entry.offset, entry.bytes)));
  } catch {
    throw invalid('is no JSON in UTF-8');
  }
  const { format, formatVersion, files } = (value ?? {}) as Partial<Record<keyof Manifest, unknown>>;
  if (format !== ARCHIVE_FORMAT) throw invalid(`is not of the format '${ARCHIVE_FORMAT}'`);
  if (formatVersion !== ARCHIVE_VERSION) {
    throw new ArchiveError('UnknownFormatVersion', `only version ${ARCHIVE_VERSION} of the format can be read here`);
  }
  const foreign = Array.isArray(files) ? files.findIndex(isForeign) : -1;
  if (foreign >= 0) {
    throw new ArchiveError('ForeignStore', `file ${foreign + 1} of the manifest is of a store that is not known here`);
  }
  const result = Manifest.safeParse(value);
  if (result.success) return result.data;
  throw invalid(`is not as its schema says at '${result.error.issues[0]?.path.join('/') ?? ''}'`);
}

function isForeign(file: unknown): boolean {
  const store: unknown = typeof file === 'object' && file !== null && 'store' in file ? file.store : undefined;
  return typeof store === 'string' && !ARCHIVED_STORES.includes(store as ArchivedStore);
}
