import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { MAX_ANSWER_BYTES, type Send, TIMEOUT_MS, UnreachableError } from './send';

/** Sends with Node's own client. A redirect is not followed: it could lead out of the jurisdiction. */
export const nodeSend: Send = ({ method, url, headers, body }) =>
  new Promise((resolve, reject) => {
    const fail = (cause: Error) => reject(new UnreachableError({ method, url }, cause));
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
