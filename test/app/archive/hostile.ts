import { createHash } from 'node:crypto';
import { unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { checkArchive } from '../../../lib/app/archive/check-archive';
import { ArchiveError } from '../../../lib/domain/archive/format';
import { archiveOf, bytesOf } from './support';

/** In all that is hostile, so that a message that repeats any of it is found. */
export const MARK = 'qzx7';

export type Files = Readonly<Record<string, string>>;

/** What our archives are made of, read from one of them. */
async function ours(): Promise<Record<string, string>> {
  const files = unzipSync(await archiveOf());
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString()]));
}

/** A ZIP file in the form of ours, of any entries in any order. */
export function zipped(entries: readonly (readonly [path: string, content: string])[], deflated = false): Buffer {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_error, bytes) => pieces.push(bytes));
  for (const [path, content] of entries) {
    const file = deflated ? new ZipDeflate(path) : new ZipPassThrough(path);
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    file.push(Buffer.from(content), true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

const entry = (path: string, content: string) => {
  const [store] = path.split(/[./]/);
  const records = path.startsWith('media/') ? 1 : (JSON.parse(content) as unknown[]).length;
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { path, store, sha256, bytes: Buffer.byteLength(content), records };
};

/** Our archive with some files changed and the manifest made to fit them. */
export async function fitted(changed: Files): Promise<Buffer> {
  const files = { ...(await ours()), ...changed };
  const manifest = JSON.parse(files['manifest.json'] ?? '') as { files: ReturnType<typeof entry>[] };
  const listed = manifest.files.map((file) => {
    const content = changed[file.path];
    return content === undefined ? file : { ...entry(file.path, '[]'), ...sizes(content), records: file.records };
  });
  return zipped(Object.entries({ ...files, 'manifest.json': JSON.stringify({ ...manifest, files: listed }) }));
}

const sizes = (content: string) => ({
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: Buffer.byteLength(content),
});

/** Our archive with another manifest. */
export async function manifested(change: (manifest: Record<string, unknown>) => unknown): Promise<Buffer> {
  const files = await ours();
  const manifest = change(JSON.parse(files['manifest.json'] ?? '') as Record<string, unknown>);
  return zipped(Object.entries({ ...files, 'manifest.json': JSON.stringify(manifest) }));
}

/** Our archive with bytes written over, or cut. */
export async function patched(change: (bytes: Buffer) => unknown): Promise<Buffer> {
  const bytes = await archiveOf();
  const made = change(bytes);
  return Buffer.isBuffer(made) ? made : bytes;
}

export async function withEntries(change: (entries: [string, string][]) => [string, string][], deflated = false) {
  return zipped(change(Object.entries(await ours())), deflated);
}

export const lines = (...records: readonly object[]) =>
  `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
export function isRefusal(error: unknown): boolean {
  if (error instanceof ArchiveError) return false;
  throw error;
}

export async function refusalOf(bytes: Buffer): Promise<{ code: string; message: string }> {
  const error: unknown = await checkArchive(bytesOf(bytes)).catch((one: unknown) => one);
  if (!(error instanceof ArchiveError)) throw error;
  expect(error.message).not.toContain(MARK);
  return { code: error.code, message: error.message };
}
