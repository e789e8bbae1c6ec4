import type { Manifest } from '../domain/archive/format';
import { type Hash, openArchive } from '../domain/archive/read-archive';
import type { ByteSource } from '../domain/archive/zip';
import type {
  ExportAnswer,
  ExportStartAnswer,
  ImportAnswer,
  ImportRunAnswer,
  ImportStartAnswer,
} from '../domain/archive-api';
import type { ImportRequest } from '../domain/schemas/requests';
import type { CallCell } from './call-cell';
import type { Session } from './domicile-client';
import { sha256Of } from './sha256';
import { type Transfer, TransferError } from './transfer';

/** What a cell says of an archive that is ready. */
export type ReadyArchive = Pick<Extract<ExportAnswer, { readonly state: 'ready' }>, 'url' | 'bytes' | 'sha256'>;

/** An archive on the device, of which every file was compared with its manifest. */
export interface DeviceArchive {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly manifest: Manifest;
  readonly counts: ArchiveCounts;
}

/** What of an archive a new home takes in. */
export interface ArchiveCounts {
  readonly logs: number;
  readonly messages: number;
  readonly media: number;
}

/** Taking everything away, and bringing it along. What makes something is sent with a key, by which it can be repeated. */
export class Archives {
  readonly #call: CallCell;
  readonly #transfer: Transfer;

  constructor(call: CallCell, transfer: Transfer) {
    this.#call = call;
    this.#transfer = transfer;
  }

  async startExport(
    { jurisdiction, accessToken }: Session,
    idempotencyKey: string = crypto.randomUUID(),
  ): Promise<ExportStartAnswer> {
    const headers = { 'idempotency-key': idempotencyKey };
    return this.#call<ExportStartAnswer>(jurisdiction, 'start-export', { token: accessToken, headers });
  }

  async readExport({ jurisdiction, accessToken }: Session, exportId: string): Promise<ExportAnswer> {
    return this.#call<ExportAnswer>(jurisdiction, 'read-export', { token: accessToken, path: { exportId } });
  }

  /**
   * Downloads an archive, and compares it with what the cell has said of it and with what it says of itself, to the last byte.
   *
   * @throws TransferError, ArchiveError
   */
  async download({ url, sha256, bytes: length }: ReadyArchive): Promise<DeviceArchive> {
    const { status, bytes } = await this.#transfer(url, undefined, length);
    if (status !== 200) {
      throw new TransferError('DownloadRefused', `the bucket answered ${status} for the archive; ask for a fresh link`);
    }
    if (bytes.length !== length) {
      throw new TransferError('DownloadCutOff', `${bytes.length} of ${length} bytes have arrived; download it again`);
    }
    if ((await sha256Of(bytes)) !== sha256) {
      throw new TransferError('ContentAltered', 'what came is not the archive that the cell made; download it again');
    }
    return { bytes, ...(await verifyArchive(bytes)) };
  }

  async startImport(
    { jurisdiction, accessToken }: Session,
    body: ImportRequest,
    idempotencyKey: string = crypto.randomUUID(),
  ): Promise<ImportStartAnswer> {
    const headers = { 'idempotency-key': idempotencyKey };
    return this.#call<ImportStartAnswer>(jurisdiction, 'start-import', { token: accessToken, headers, body });
  }

  /** @throws TransferError `UploadRefused` when the bucket does not take it */
  async upload(
    { url, fields }: Extract<ImportStartAnswer, { readonly state: 'open' }>,
    archive: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    // S3 ignores whatever follows the file.
    form.append('file', new Blob([archive], { type: 'application/zip' }));
    const { status } = await this.#transfer(url, form, archive.length);
    if (status < 200 || status >= 300) {
      throw new TransferError(
        'UploadRefused',
        `the bucket answered ${status} to an archive of ${archive.length} bytes`,
      );
    }
  }

  async runImport({ jurisdiction, accessToken }: Session, importId: string): Promise<ImportRunAnswer> {
    return this.#call<ImportRunAnswer>(jurisdiction, 'run-import', { token: accessToken, path: { importId } });
  }

  async readImport({ jurisdiction, accessToken }: Session, importId: string): Promise<ImportAnswer> {
    return this.#call<ImportAnswer>(jurisdiction, 'read-import', { token: accessToken, path: { importId } });
  }
}

/**
 * Compares every file of an archive with its manifest, wherever the archive has been meanwhile.
 *
 * @throws ArchiveError
 */
export async function verifyArchive(bytes: Uint8Array<ArrayBuffer>): Promise<Omit<DeviceArchive, 'bytes'>> {
  const opened = await openArchive(sourceOf(bytes), deviceHash);
  const counts = { logs: 0, messages: 0, media: 0 };
  for (const file of opened.manifest.files) {
    if (file.store === undefined || file.store === 'media') for await (const _ of opened.content(file));
    else for await (const record of opened.records(file.store)) count(record, counts);
  }
  return { manifest: opened.manifest, counts };
}

const COUNTED = { log: 'logs', message: 'messages', medium: 'media' } as const;

function count(record: unknown, counts: Record<keyof ArchiveCounts, number>): void {
  const { kind } = record as { readonly kind?: unknown };
  if (kind === 'log' || kind === 'message' || kind === 'medium') counts[COUNTED[kind]] += 1;
}

function sourceOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}

/** Browsers hash what is there as a whole only. */
function deviceHash(): Hash {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  return {
    update: (bytes) => void pieces.push(new Uint8Array(bytes)),
    digest: async () => sha256Of(new Uint8Array(await new Blob(pieces).arrayBuffer())),
  };
}
