import type { HttpResponse } from '../../../lib/app/http/answer';
import type { HttpHandler } from '../../../lib/app/http/handler';
import { type HttpEvent, headerOf } from '../../../lib/app/http/request';
import type { readKeyAuthorizer } from '../../../lib/app/triggers/read-key';

/** What API Gateway itself answers to who has no token or no key, and to whom an authorizer refuses. */
export const UNAUTHORIZED: HttpResponse = { statusCode: 401, headers: {}, body: '{"message":"Unauthorized"}' };
export const FORBIDDEN: HttpResponse = { statusCode: 403, headers: {}, body: '{"message":"Forbidden"}' };

/** A route that a key opens, as API Gateway calls it: first the authorizer, and only then the route's function. */
export async function throughAuthorizer(
  authorize: ReturnType<typeof readKeyAuthorizer>,
  handler: HttpHandler,
  event: HttpEvent,
): Promise<HttpResponse> {
  if ((headerOf(event, 'x-read-key') ?? '') === '') return UNAUTHORIZED;
  const { isAuthorized, context } = await authorize(event);
  if (!isAuthorized) return FORBIDDEN;
  return handler({ ...event, requestContext: { ...event.requestContext, authorizer: { lambda: { ...context } } } });
}
