import type { ROUTES } from '../../domain/routes';
import type { Clock } from '../ports';
import { errorNameOf, type Telemetry, tell } from '../telemetry';
import { type Answer, type HttpResponse, problem, render } from './answer';
import { type HttpEvent, requestIdOf } from './request';
import { personOf } from './token';

type RoutesFor<Access> = {
  [Id in keyof typeof ROUTES]: (typeof ROUTES)[Id]['access'] extends Access ? Id : never;
}[keyof typeof ROUTES];

export type PublicRouteId = RoutesFor<'public'>;
export type PersonRouteId = RoutesFor<'person'>;

export type PublicRoute = (event: HttpEvent) => Answer | Promise<Answer>;
export type PersonRoute = (personId: string, event: HttpEvent) => Answer | Promise<Answer>;
export type HttpHandler = (event: HttpEvent) => Promise<HttpResponse>;

export interface Surroundings {
  readonly telemetry: Telemetry;
  readonly clock: Clock;
}

/** The function of a route that is reached without a token. */
export function publicHandler(id: PublicRouteId, route: PublicRoute, surroundings: Surroundings): HttpHandler {
  return handler(id, route, surroundings);
}

/** The function of a route that a person reaches with their access token. Without a valid one it is never called. */
export function personHandler(id: PersonRouteId, route: PersonRoute, surroundings: Surroundings): HttpHandler {
  return handler(
    id,
    (event) => {
      const person = personOf(event);
      return typeof person === 'string' ? route(person, event) : person;
    },
    surroundings,
  );
}

/** Nothing is thrown past this: Lambda would log message and stack, which may hold what somebody sent. */
function handler(
  route: PublicRouteId | PersonRouteId,
  answerTo: PublicRoute,
  { telemetry, clock }: Surroundings,
): HttpHandler {
  return async (event) => {
    const startedAt = clock();
    const requestId = requestIdOf(event);
    let answer: Answer;
    let errorName: string | undefined;
    try {
      answer = await answerTo(event);
    } catch (error) {
      errorName = errorNameOf(error);
      answer = problem(
        'internal_error',
        'nothing is wrong with the request; try again, and quote the requestId if it stays',
      );
    }
    const outcome = answer.kind === 'problem' ? answer.code : 'ok';
    const durationMs = clock() - startedAt;
    tell(telemetry, { requestId, route, outcome, durationMs, ...(errorName !== undefined && { errorName }) });
    return render(answer, requestId);
  };
}
