import type { ExportStartAnswer } from '../../domain/archive-api';
import { JOB_DAYS, MOST_EXPORTS, MOST_JOBS } from '../../domain/archives';
import { accepted } from '../http/answer';
import type { PersonRoute } from '../http/handler';
import { idempotencyKeyOf } from '../http/idempotency-key';
import type { startExport } from '../use-cases/start-export';
import { erased, limitReached, tooManyRequests } from './problems';

const FULL = `a person has at most ${MOST_EXPORTS} exports at a time, and ${MOST_JOBS} exports and imports in ${JOB_DAYS} days`;

export function startExportRoute(start: ReturnType<typeof startExport>): PersonRoute<'start-export'> {
  return async (personId, event) => {
    const key = idempotencyKeyOf(event);
    if (typeof key !== 'string') return key;
    const result = await start(personId, key);
    if (result.kind === 'started') {
      const { exportId, state } = result;
      const answer: ExportStartAnswer = { exportId, state, next: { method: 'GET', path: `/me/exports/${exportId}` } };
      return accepted(answer);
    }
    if (result.kind === 'full') return limitReached(FULL);
    return result.kind === 'erased' ? erased() : tooManyRequests();
  };
}
