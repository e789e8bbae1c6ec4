import { DomicileError } from '../domain/errors';

/**
 * Content on its way between a device and the bucket of a cell; a form goes there, and bytes come back.
 *
 * @param bytes how much is on its way, as the cell or the device has said
 */
export type Transfer = (
  url: string,
  form: FormData | undefined,
  bytes: number,
) => Promise<{ readonly status: number; readonly bytes: Uint8Array<ArrayBuffer> }>;

/** Content did not arrive, or is not what it was said to be. */
export class TransferError extends DomicileError {}

/** Until something answers, and beside it what a slow connection takes: an archive can be half a gigabyte. */
const ANSWER_MS = 60_000;
const SLOWEST_BYTES_PER_MS = 64;

export function allowedMs(bytes: number): number {
  return ANSWER_MS + Math.ceil(bytes / SLOWEST_BYTES_PER_MS);
}

/** A redirect is not followed: it could lead out of the jurisdiction. No cookie goes along. */
export const fetchTransfer: Transfer = async (url, form, bytes) => {
  try {
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(allowedMs(bytes)),
      ...(form !== undefined && { body: form }),
    });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (cause) {
    throw new TransferError('Unreachable', `the bucket at '${new URL(url).host}' was not reached`, { cause });
  }
};
