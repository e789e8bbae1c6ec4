import type { Next } from '../../domain/schemas/values';
import { ROUTES } from '../../domain/routes';

export function nextStep(route: keyof typeof ROUTES): Next {
  const { method, path } = ROUTES[route];
  return { method, path };
}
