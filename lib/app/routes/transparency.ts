import type { LocationAnswer } from '../../domain/api';
import { page } from '../http/answer';
import type { PublicRoute } from '../http/handler';
import { TRANSPARENCY_STYLE, transparencyPage } from '../pages/transparency';

/** The same for everybody: what a cell keeps is known before anybody registers. */
export function transparencyRoute(location: LocationAnswer): PublicRoute<'transparency'> {
  const answer = page(transparencyPage(location), TRANSPARENCY_STYLE);
  return () => answer;
}
