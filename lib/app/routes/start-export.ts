import type { ExportStartAnswer } from '../../domain/archive-api';
import { MOST_EXPORTS } from '../../domain/archives';
import { accepted } from '../http/answer';
import type { PersonRoute } from '../http/handler';
import { idempotencyKeyOf } from '../http/idempotency-key';
import type { startExport } from '../use-cases/start-export';
import { erased, limitReached, tooManyRequests } from './problems';

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
    if (result.kind === 'full') return limitReached(`a person has at most ${MOST_EXPORTS} exports at a time`);
    return result.kind === 'erased' ? erased() : tooManyRequests();
  };
}
