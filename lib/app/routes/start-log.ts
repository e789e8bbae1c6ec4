import { MOST_LOGS } from '../../domain/conversations';
import { created } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { idempotencyKeyOf } from '../http/idempotency-key';
import type { startLog } from '../use-cases/start-log';
import { erased, limitReached, tooManyRequests } from './problems';

export function startLogRoute(start: ReturnType<typeof startLog>): MemberRoute<'start-log'> {
  return async (member, event) => {
    const key = idempotencyKeyOf(event);
    if (typeof key !== 'string') return key;
    const result = await start(member, key);
    if (result.kind === 'started') return created(result.log);
    if (result.kind === 'full') return limitReached(`a person has at most ${MOST_LOGS} logs`);
    return result.kind === 'erased' ? erased() : tooManyRequests();
  };
}
