import { invalidRequest, type Problem } from './answer';
import { type HttpEvent, headerOf } from './request';

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that a writer has seen, from `If-Match`; undefined when they do not care. */
export function seenVersionOf(event: HttpEvent): number | undefined | Problem {
  const header = headerOf(event, 'if-match');
  if (header === undefined) return undefined;
  const [, version] = /^"(0|[1-9]\d{0,14})"$/.exec(header) ?? [];
  if (version !== undefined) return Number(version);
  return invalidRequest([{ pointer: 'if-match', detail: 'has to be the one ETag that the profile was answered with' }]);
}
