import { JOB_DAYS, MOST_IMPORTS, MOST_JOBS } from '../../domain/archives';
import { ImportRequest } from '../../domain/schemas/requests';
import { created } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { bodyOf } from '../http/input';
import type { startImport } from '../use-cases/start-import';
import { erased, idempotencyKeyReused, limitReached, tooManyRequests } from './problems';

const FULL = `a person has at most ${MOST_IMPORTS} imports at a time, and ${MOST_JOBS} exports and imports in ${JOB_DAYS} days`;

export function startImportRoute(start: ReturnType<typeof startImport>): MemberRoute<'start-import'> {
  return async ({ personId }, event) => {
    const key = idempotencyKeyOf(event);
    if (typeof key !== 'string') return key;
    const body = bodyOf(event, ImportRequest);
    if (body.kind === 'problem') return body;
    const result = await start(personId, key, body.value);
    if (result.kind === 'started') return created(result.answer);
    if (result.kind === 'reused') return idempotencyKeyReused();
    if (result.kind === 'full') return limitReached(FULL);
    return result.kind === 'erased' ? erased() : tooManyRequests();
  };
}
