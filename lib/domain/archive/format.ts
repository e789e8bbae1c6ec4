import * as z from 'zod/mini';
import { MEDIA_TYPES, type MediaType } from '../conversations';
import { DomicileError } from '../errors';
import type { HandledStore } from '../personal-stores';

/**
 * The archive in which a person takes everything away: a ZIP file of which not a byte is unaccounted for.
 *
 * Nothing in it is compressed, so it can never become more than it is; a store's file has one record in each line, so it is
 * written and read without ever being held as a whole; and `manifest.json` says of every other file what it is and its hash.
 */
export const ARCHIVE_FORMAT = 'domicile-archive';
export const ARCHIVE_VERSION = 1;

/** The stores that an archive has files of: all that a person can take away. */
export type ArchivedStore = HandledStore<'export'>;
/** The stores whose file is a list of records; media are files of their own. */
export type RecordStore = Exclude<ArchivedStore, 'media'>;
/** Their order in an archive: a store that is added to the table of stores does not compile without. */
const RECORDS_IN_ORDER = { accounts: 1, profiles: 2, conversations: 3 } as const satisfies Record<RecordStore, number>;
export const RECORD_STORES = Object.keys(RECORDS_IN_ORDER) as RecordStore[];
export const ARCHIVED_STORES: readonly ArchivedStore[] = [...RECORD_STORES, 'media'];

/** What an archive has at most. More than any person can have stored, and little enough for one function to read through. */
export const ARCHIVE_LIMITS = {
  bytes: 512 * 1024 * 1024,
  files: 256,
  manifestBytes: 256 * 1024,
  /** One line of a store's file. */
  recordBytes: 128 * 1024,
} as const;

export const MANIFEST_PATH = 'manifest.json';
export const README_PATH = 'README.txt';

/** The path of a store's records, and of the schema that they follow. */
export function recordsPath(store: RecordStore): string {
  return `${store}.json`;
}

export function schemaPath(of: RecordStore | 'manifest'): string {
  return `schemas/${of}.schema.json`;
}

export function mediaPath(mediaId: string, type: MediaType): string {
  return `media/${mediaId}.${MEDIA_TYPES[type]}`;
}

const DOCUMENTS: ReadonlySet<string> = new Set([
  README_PATH,
  schemaPath('manifest'),
  ...RECORD_STORES.map((store) => schemaPath(store)),
]);
const MEDIA_FILE = new RegExp(
  `^media/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.(?:${Object.values(MEDIA_TYPES).join('|')})$`,
);

/** What a path is in an archive; undefined for a path that no archive has, whatever it leads to. */
export function storeOfPath(path: string): ArchivedStore | 'document' | 'manifest' | undefined {
  if (path === MANIFEST_PATH) return 'manifest';
  if (DOCUMENTS.has(path)) return 'document';
  if (MEDIA_FILE.test(path)) return 'media';
  return RECORD_STORES.find((store) => recordsPath(store) === path);
}

const count = z.int().check(z.nonnegative());

/** One file of an archive, as its manifest has it. */
export const ArchivedFile = z.strictObject({
  path: z.string().check(z.maxLength(100)),
  /** The store that it is of; documents are of none. */
  store: z.optional(z.enum(ARCHIVED_STORES)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: count,
  /** How many records it has; 0 for a document. */
  records: count,
});
export type ArchivedFile = Readonly<z.infer<typeof ArchivedFile>>;

export const Manifest = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  formatVersion: z.literal(ARCHIVE_VERSION),
  jurisdiction: z.string().check(z.regex(/^[a-z][a-z-]{0,31}$/)),
  region: z.string().check(z.regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/)),
  exportedAt: z.iso.datetime(),
  files: z.array(ArchivedFile).check(z.maxLength(ARCHIVE_LIMITS.files)),
});
export type Manifest = Omit<z.infer<typeof Manifest>, 'files'> & { readonly files: readonly ArchivedFile[] };

/** Each way in which an archive is not one. */
export type ArchiveFault =
  | 'NotAnArchive'
  | 'ArchiveTooLarge'
  | 'TooManyFiles'
  | 'FileNotAllowed'
  | 'FileTwice'
  | 'FileNotPlain'
  | 'FilesOverlap'
  | 'ManifestMissing'
  | 'ManifestInvalid'
  | 'UnknownFormatVersion'
  | 'ForeignStore'
  | 'FilesDiffer'
  | 'BytesDiffer'
  | 'HashDiffers'
  | 'RecordsDiffer'
  | 'RecordInvalid';

/** What is read is no archive of ours, or not the one that its manifest says. The message names no content of it. */
export class ArchiveError extends DomicileError {
  override readonly code: ArchiveFault;

  constructor(code: ArchiveFault, message: string) {
    super(code, message);
    this.code = code;
  }
}
