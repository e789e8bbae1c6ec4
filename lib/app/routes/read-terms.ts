import type { TermsAnswer } from '../../domain/api';
import { ok } from '../http/answer';
import type { PublicRoute } from '../http/handler';

/** Everybody can read them, before they register and after they have left. */
export function readTermsRoute(terms: TermsAnswer): PublicRoute<'read-terms'> {
  return () => ok(terms);
}
