import { ROUTES } from '../../domain/routes';
import type { Next } from '../../domain/schemas/values';

export function nextStep(route: keyof typeof ROUTES): Next {
  const { method, path } = ROUTES[route];
  return { method, path };
}
