import { DomicileError } from '../domain/errors';

/** Content on its way between a device and the bucket of a cell; a form goes there, and bytes come back. */
export type Transfer = (
  url: string,
  form?: FormData,
) => Promise<{ readonly status: number; readonly bytes: Uint8Array<ArrayBuffer> }>;

/** Content did not arrive, or is not what it was said to be. */
export class TransferError extends DomicileError {}

const TIMEOUT_MS = 60_000;

/** A redirect is not followed: it could lead out of the jurisdiction. No cookie goes along. */
export const fetchTransfer: Transfer = async (url, form) => {
  try {
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(form !== undefined && { body: form }),
    });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (cause) {
    throw new TransferError('Unreachable', `the bucket at '${new URL(url).host}' was not reached`, { cause });
  }
};
