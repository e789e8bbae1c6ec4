import type { LocationAnswer } from '../../domain/api';
import { ok } from '../http/answer';
import type { MemberRoute } from '../http/handler';

/** The same for everybody of a cell, and still only for those who have data here. */
export function locateDataRoute(location: LocationAnswer): MemberRoute<'locate-data'> {
  return () => ok(location);
}
