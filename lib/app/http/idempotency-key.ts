import * as z from 'zod/mini';
import { idempotencyKey } from '../../domain/schemas/fields';
import { invalidRequest, type Problem } from './answer';
import { type HttpEvent, headerOf } from './request';

/** What a device makes up for a call that makes something, and sends again with the same call: the same thing is made once. */
export function idempotencyKeyOf(event: HttpEvent): string | Problem<'invalid_request'> {
  const key = z.safeParse(idempotencyKey, headerOf(event, 'idempotency-key') ?? '');
  if (key.success) return key.data;
  return invalidRequest(key.error.issues.map(({ message }) => ({ pointer: 'idempotency-key', detail: message })));
}
