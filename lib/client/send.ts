import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
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

/** How a request gets to a cell. In a browser this is `fetch`, which cannot set a Host header; here it can. */
export type Send = (request: WireRequest) => Promise<WireResponse>;

/** The cell did not answer. */
class UnreachableError extends DomicileError {}

// API Gateway gives up after 30 seconds.
const TIMEOUT_MS = 35_000;
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Sends with Node's own client. A redirect is not followed: it could lead out of the jurisdiction. */
export const nodeSend: Send = ({ method, url, headers, body }) =>
  new Promise((resolve, reject) => {
    const fail = (cause: Error) => {
      reject(
        new UnreachableError('Unreachable', `${method} ${url.pathname} at '${url.host}' was not answered`, { cause }),
      );
    };
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { method, headers: { ...headers, ...length }, signal: AbortSignal.timeout(TIMEOUT_MS) };
    const outgoing = start(url, options, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_ANSWER_BYTES) incoming.destroy(new Error(`the answer has more than ${MAX_ANSWER_BYTES} bytes`));
        chunks.push(chunk);
      });
      incoming.on('error', fail);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: incoming.statusCode ?? 0, body: text });
      });
    });
    outgoing.on('error', fail);
    outgoing.end(body);
  });
