import { MOST_READERS } from '../../domain/conversations';
import { ReaderRequest } from '../../domain/schemas/requests';
import { created } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { bodyOf } from '../http/input';
import { pathIdOf } from '../http/request';
import type { Grant, grantReader } from '../use-cases/grant-reader';
import { erased, idempotencyKeyReused, limitReached, noSuchLog, tooManyRequests } from './problems';

export function grantReaderRoute(grant: ReturnType<typeof grantReader>): MemberRoute<'grant-reader'> {
  return async (member, event) => {
    const key = idempotencyKeyOf(event);
    if (typeof key !== 'string') return key;
    const body = bodyOf(event, ReaderRequest);
    if (body.kind === 'problem') return body;
    const logId = pathIdOf(event, 'logId');
    return logId === undefined ? noSuchLog() : answerTo(await grant(member, logId, key, body.value.days));
  };
}

function answerTo(result: Grant) {
  switch (result.kind) {
    case 'granted':
      return created(result.reader);
    case 'no-such-log':
      return noSuchLog();
    case 'reused':
      return idempotencyKeyReused();
    case 'full':
      return limitReached(`a log has at most ${MOST_READERS} readers at a time; revoke one, or wait until one expires`);
    case 'erased':
      return erased();
    case 'busy':
      return tooManyRequests();
  }
}
