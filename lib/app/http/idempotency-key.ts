import { isUuid } from '../uuid';
import { invalidRequest, type Problem } from './answer';
import { type HttpEvent, headerOf } from './request';

/** What a device makes up for a call that makes something, and sends again with the same call: the same thing is made once. */
export function idempotencyKeyOf(event: HttpEvent): string | Problem {
  const key = headerOf(event, 'idempotency-key');
  if (isUuid(key)) return key;
  return invalidRequest([
    { pointer: 'idempotency-key', detail: 'has to be a UUID of version 4 in small letters, made up for this call' },
  ]);
}
