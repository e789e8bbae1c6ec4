import { DomicileError } from '../domain/errors';

export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface WireResponse {
  readonly status: number;
  readonly body: string;
}

/** How a request gets to a cell: `fetchSend` in a browser, which cannot set a Host header, `nodeSend` elsewhere, which can. */
export type Send = (request: WireRequest) => Promise<WireResponse>;

/** The cell did not answer. */
export class UnreachableError extends DomicileError {
  constructor({ method, url }: Pick<WireRequest, 'method' | 'url'>, cause: unknown) {
    super('Unreachable', `${method} ${url.pathname} at '${url.host}' was not answered`, { cause });
  }
}

// API Gateway gives up after 30 seconds.
export const TIMEOUT_MS = 35_000;
export const MAX_ANSWER_BYTES = 1024 * 1024;
