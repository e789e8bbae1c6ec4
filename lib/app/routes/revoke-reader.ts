import { REPEATABLE_SECONDS } from '../../domain/conversations';
import type { ReaderRevoker } from '../conversation-ports';
import { noContent, problem } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { pathIdOf } from '../http/request';
import type { Clock } from '../ports';

/** From this answer on the key opens nothing. Asked again within a day, the answer is the same. */
export function revokeReaderRoute(readers: ReaderRevoker, clock: Clock): MemberRoute<'revoke-reader'> {
  return async ({ personId }, event) => {
    const [logId, readerId] = [pathIdOf(event, 'logId'), pathIdOf(event, 'readerId')];
    const rememberedUntil = Math.floor(clock() / 1000) + REPEATABLE_SECONDS;
    const isRevoked =
      logId !== undefined &&
      readerId !== undefined &&
      (await readers.revoke(personId, logId, readerId, rememberedUntil)) === 'revoked';
    return isRevoked ? noContent() : problem('no_such_reader', 'see the list of logs for those who can read them');
  };
}
