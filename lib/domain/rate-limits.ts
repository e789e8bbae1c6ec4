import type { RouteId } from './routes';

/** Requests a second that pass, and how many at once. */
export interface RateLimit {
  readonly rate: number;
  readonly burst: number;
}

/**
 * Of each route that has no limit of its own: an accident is stopped, people are not.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
 */
export const STAGE_LIMIT: RateLimit = { rate: 50, burst: 100 };

/**
 * Routes that have a limit of their own: what sends mail, what can be guessed at, and what sets a workflow to work. They count
 * everybody's requests together; how often one address may ask is limited by the web ACL, and by Cognito itself. Erasure has none: it is
 * set to work once for each person, and nobody who asks for it is to be kept out by others.
 */
export const ROUTE_LIMITS = {
  'register-person': { rate: 5, burst: 10 },
  'confirm-registration': { rate: 10, burst: 20 },
  'sign-in': { rate: 20, burst: 40 },
  'read-log': { rate: 20, burst: 40 },
  'read-log-media': { rate: 20, burst: 40 },
  'start-export': { rate: 2, burst: 5 },
  'start-import': { rate: 2, burst: 5 },
  'run-import': { rate: 2, burst: 5 },
} as const satisfies Partial<Record<RouteId, RateLimit>>;

export type LimitedRouteId = keyof typeof ROUTE_LIMITS;
export const LIMITED_ROUTE_IDS = Object.keys(ROUTE_LIMITS) as LimitedRouteId[];

/** The limit of a route: its own, or what the stage lets pass. */
export function limitOf(route: RouteId): RateLimit {
  const limits: Partial<Record<RouteId, RateLimit>> = ROUTE_LIMITS;
  return limits[route] ?? STAGE_LIMIT;
}

/**
 * What one network address may ask of the user pool before the web ACL blocks it: more than the routes of a cell let pass, and less
 * than what Cognito takes of everybody. Which address is seen of a call that comes through the pool's endpoint is not documented:
 * all functions of a cell may look like one, and must not be blocked.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html
 */
export const ADDRESS_LIMIT = { requests: 12_000, seconds: 300 } as const;

/**
 * Sign-ups and confirmations that Cognito takes in a second by default, of all user pools of an account in a region together.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
export const SIGN_UPS_A_SECOND = 50;
