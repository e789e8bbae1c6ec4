import type { Manifest } from '../domain/archive/format';
import { type Hash, openArchive } from '../domain/archive/read-archive';
import type { ByteSource } from '../domain/archive/zip';
import { DomicileError } from '../domain/errors';

/** An archive that was downloaded is not the one that the cell has said, or came no further. */
export class DownloadError extends DomicileError {}

/** What a cell says of an archive that is ready. */
export interface ReadyArchive {
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** How bytes get to a device, and from it; `fetch` does, in Node and in a browser. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * Downloads an archive, and compares it with what the cell has said of it and with what it says of itself: every file, to the
 * last byte. No redirect is followed: it could lead out of the jurisdiction.
 *
 * @throws DownloadError, ArchiveError
 */
export async function downloadArchive(
  { url, sha256, bytes }: ReadyArchive,
  fetch: Fetch = globalThis.fetch,
): Promise<{ readonly archive: Blob; readonly manifest: Manifest }> {
  const response = await fetch(url, { redirect: 'error' });
  if (!response.ok) {
    throw new DownloadError(
      'DownloadRefused',
      `the archive was refused with status ${response.status}; ask for a fresh link`,
    );
  }
  const archive = await response.blob();
  if (archive.size !== bytes) {
    throw new DownloadError('DownloadCutOff', `${archive.size} of ${bytes} bytes have arrived; download it again`);
  }
  if ((await digestOf([new Uint8Array(await archive.arrayBuffer())])) !== sha256) {
    throw new DownloadError(
      'DownloadDiffers',
      'what has arrived is not the archive that the cell made; download it again',
    );
  }
  return { archive, manifest: await verifyArchive(archive) };
}

/**
 * Compares every file of an archive with its manifest, wherever the archive has been meanwhile.
 *
 * @throws ArchiveError
 */
export async function verifyArchive(archive: Blob): Promise<Manifest> {
  const opened = await openArchive(sourceOf(archive), deviceHash);
  for (const file of opened.manifest.files) {
    if (file.store === undefined || file.store === 'media') for await (const _ of opened.content(file));
    else for await (const _ of opened.records(file.store));
  }
  return opened.manifest;
}

function sourceOf(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  };
}

/** Browsers hash what is there as a whole only. */
function deviceHash(): Hash {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  return { update: (bytes) => void pieces.push(new Uint8Array(bytes)), digest: async () => digestOf(pieces) };
}

async function digestOf(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await new Blob([...pieces]).arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
