import { type Success, Text } from './answer';
import { type HttpEvent, headerOf } from './request';

/** A text that is the same for everybody until the cell is updated. */
export interface KnownText {
  readonly type: string;
  readonly text: string;
  readonly gzip: Buffer;
  readonly headers: Readonly<Record<string, string>> & { readonly etag: string };
}

/** Sends it compressed to whoever takes that, and not at all to whoever has it. */
export function knownText({ type, text, gzip, headers }: KnownText, event: HttpEvent): Success<200 | 304, Text> {
  if (names(headerOf(event, 'if-none-match'), headers.etag)) return { kind: 'success', status: 304, headers };
  const takesGzip = /(?:^|,)\s*gzip\s*(?:,|$)/i.test(headerOf(event, 'accept-encoding') ?? '');
  return { kind: 'success', status: 200, body: new Text(type, text, takesGzip ? gzip : undefined), headers };
}

function names(list: string | undefined, tag: string): boolean {
  return (list ?? '').split(',').some((one) => one.trim() === tag);
}
