import { parametersOf } from '../../domain/route-path';
import { ROUTES } from '../../domain/routes';
import { problem } from '../http/answer';
import type { PublicRoute } from '../http/handler';

/** What no route knows: another method of a path that exists, or a path that does not. */
export function fallbackRoute(): PublicRoute<'fallback'> {
  return (event) => {
    const allowed = Object.values(ROUTES).flatMap(({ method, path }) =>
      method !== 'ANY' && parametersOf(path, event.rawPath ?? '') !== undefined ? [method] : [],
    );
    if (allowed.length === 0) return problem('not_found', 'see the list of routes in the documentation');
    const allow = allowed.toSorted().join(', ');
    return problem('method_not_allowed', `use ${allow}`, undefined, { allow });
  };
}
