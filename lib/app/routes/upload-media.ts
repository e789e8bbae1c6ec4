import { MOST_MEDIA, MOST_MEDIA_BYTES_OF_A_PERSON } from '../../domain/conversations';
import { MediaRequest } from '../../domain/schemas/requests';
import { created } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { idempotencyKeyOf } from '../http/idempotency-key';
import { bodyOf } from '../http/input';
import type { uploadMedia } from '../use-cases/upload-media';
import { erased, idempotencyKeyReused, limitReached, tooManyRequests } from './problems';

export function uploadMediaRoute(upload: ReturnType<typeof uploadMedia>): MemberRoute<'upload-media'> {
  return async (member, event) => {
    const key = idempotencyKeyOf(event);
    if (typeof key !== 'string') return key;
    const body = bodyOf(event, MediaRequest);
    if (body.kind === 'problem') return body;
    const result = await upload(member, key, body.value);
    if (result.kind === 'announced') return created(result.upload);
    if (result.kind === 'reused') return idempotencyKeyReused();
    if (result.kind === 'erased') return erased();
    if (result.kind === 'busy') return tooManyRequests();
    return limitReached(`a person has at most ${MOST_MEDIA} objects of ${MOST_MEDIA_BYTES_OF_A_PERSON} bytes in all`);
  };
}
