import { ProfileRequest } from '../../domain/schemas/requests';
import { ok, problem } from '../http/answer';
import { etagOf, seenVersionOf } from '../http/etag';
import type { MemberRoute } from '../http/handler';
import { bodyOf } from '../http/input';
import type { Clock, ProfileWriter } from '../ports';
import { erased } from './problems';
import { profileAnswer } from './profile-answer';

export function writeProfileRoute(profiles: ProfileWriter, clock: Clock): MemberRoute<'write-profile'> {
  return async ({ personId, sealer }, event) => {
    const body = bodyOf(event, ProfileRequest);
    if (body.kind === 'problem') return body;
    const seenVersion = seenVersionOf(event);
    if (typeof seenVersion === 'object') return seenVersion;
    const updatedAt = new Date(clock()).toISOString();
    const write = await profiles.write({ personId, sealer }, { ...body.value, updatedAt, seenVersion });
    if (write.kind === 'erased') return erased();
    if (write.kind === 'written') {
      return ok(profileAnswer(personId, write.profile), { etag: etagOf(write.profile.version) });
    }
    return problem('profile_changed', 'read the profile again, and send the ETag of that answer as if-match');
  };
}
