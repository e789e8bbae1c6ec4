import { MOST_LOG_BYTES, MOST_MESSAGES } from '../../domain/conversations';
import type { MessageWrittenAnswer } from '../../domain/conversations-api';
import { MessageRequest } from '../../domain/schemas/requests';
import { created } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { bodyOf } from '../http/input';
import { pathIdOf } from '../http/request';
import type { MessageWrite, writeMessage } from '../use-cases/write-message';
import { erased, idempotencyKeyReused, limitReached, noSuchLog, noSuchMedia, tooManyRequests } from './problems';

export function writeMessageRoute(write: ReturnType<typeof writeMessage>): MemberRoute<'write-message'> {
  return async (member, event) => {
    const key = idempotencyKeyOf(event);
    if (typeof key !== 'string') return key;
    const body = bodyOf(event, MessageRequest);
    if (body.kind === 'problem') return body;
    const logId = pathIdOf(event, 'logId');
    if (logId === undefined) return noSuchLog();
    const { text, media = [] } = body.value;
    return answerTo(await write(member, logId, key, { text, mediaIds: media }));
  };
}

function answerTo(result: MessageWrite) {
  switch (result.kind) {
    case 'written': {
      const { messageId, sequence, at } = result.message;
      return created({ messageId, sequence, at } satisfies MessageWrittenAnswer);
    }
    case 'no-such-log':
      return noSuchLog();
    case 'no-such-media':
      return noSuchMedia();
    case 'reused':
      return idempotencyKeyReused();
    case 'full':
      return limitReached(
        `a log has at most ${MOST_MESSAGES} messages of ${MOST_LOG_BYTES} bytes in all; start another one`,
      );
    case 'erased':
      return erased();
    case 'busy':
      return tooManyRequests();
  }
}
