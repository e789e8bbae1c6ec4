import * as z from 'zod/mini';
import { seenVersion } from '../../domain/schemas/fields';
import { invalidRequest, type Problem } from './answer';
import { type HttpEvent, headerOf } from './request';

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that a writer has seen, from `If-Match`; undefined when they do not care. */
export function seenVersionOf(event: HttpEvent): number | undefined | Problem<'invalid_request'> {
  const header = headerOf(event, 'if-match');
  if (header === undefined) return undefined;
  const version = z.safeParse(seenVersion, header);
  if (version.success) return version.data;
  return invalidRequest(version.error.issues.map(({ message }) => ({ pointer: 'if-match', detail: message })));
}
