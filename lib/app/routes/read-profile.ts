import { ok } from '../http/answer';
import { etagOf } from '../http/etag';
import type { PersonRoute } from '../http/handler';
import type { ProfileReader } from '../ports';
import { erased } from './problems';
import { profileAnswer } from './profile-answer';

/** A confirmed person has a profile from the start: an empty one, until they write it. */
export function readProfileRoute(profiles: ProfileReader): PersonRoute {
  return async (personId) => {
    const record = await profiles.read(personId);
    if (record.kind === 'erased') return erased();
    const answer = profileAnswer(personId, record.kind === 'profile' ? record.profile : undefined);
    return ok(answer, { etag: etagOf(answer.version) });
  };
}
