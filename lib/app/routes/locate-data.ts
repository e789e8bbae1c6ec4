import type { LocationAnswer } from '../../domain/api';
import { ok } from '../http/answer';
import type { PersonRoute } from '../http/handler';
import type { ProfileReader } from '../ports';
import { erased } from './problems';

/** The same for everybody of a cell, and still only for those who have data here. */
export function locateDataRoute(profiles: ProfileReader, location: LocationAnswer): PersonRoute {
  return async (personId) => ((await profiles.read(personId)).kind === 'erased' ? erased() : ok(location));
}
