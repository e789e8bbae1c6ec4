import { ok } from '../http/answer';
import { etagOf } from '../http/etag';
import type { MemberRoute } from '../http/handler';
import { profileAnswer } from './profile-answer';

/** A confirmed person has a profile from the start: an empty one, until they write it. */
export function readProfileRoute(): MemberRoute<'read-profile'> {
  return ({ personId, profile }) => {
    const answer = profileAnswer(personId, profile);
    return ok(answer, { etag: etagOf(answer.version) });
  };
}
