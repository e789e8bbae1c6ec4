import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PublicRoute } from '../http/handler';
import { type KnownText, knownText } from '../http/known-text';

/** What the routes of a cell take and answer, for programs to read: the same in every cell. */
export function openapiRoute(document: object): PublicRoute<'openapi'> {
  const text = JSON.stringify(document);
  const known: KnownText = {
    type: 'application/json',
    text,
    gzip: gzipSync(text),
    headers: {
      // Asked for each time, and sent only when it has changed.
      'cache-control': 'no-cache',
      etag: `W/"${createHash('sha256').update(text).digest('base64url')}"`,
      vary: 'accept-encoding',
    },
  };
  return (event) => knownText(known, event);
}
