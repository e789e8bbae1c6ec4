/**
 * The routes of a cell's API. One function answers each of them; its code is `lib/app/<id>.lambda.ts`.
 *
 * `public` routes are reached without a token. `person` routes need an access token of this cell's user pool, and of a
 * person who has accepted the terms in force, unless they are marked `beforeTerms`. `key` routes need a read key, in the header
 * `x-read-key`, which the owner of a log has handed over.
 */
export const ROUTES = {
  status: { method: 'GET', path: '/status', access: 'public' },
  residency: { method: 'GET', path: '/residency', access: 'public' },
  features: { method: 'GET', path: '/features', access: 'public' },
  'register-person': { method: 'POST', path: '/registrations', access: 'public' },
  'confirm-registration': { method: 'POST', path: '/confirmations', access: 'public' },
  'sign-in': { method: 'POST', path: '/sessions', access: 'public' },
  'read-terms': { method: 'GET', path: '/terms', access: 'public' },
  'accept-terms': { method: 'PUT', path: '/me/terms', access: 'person', beforeTerms: true },
  'read-profile': { method: 'GET', path: '/me', access: 'person' },
  'write-profile': { method: 'PUT', path: '/me', access: 'person' },
  'erase-person': { method: 'DELETE', path: '/me', access: 'person', beforeTerms: true },
  transparency: { method: 'GET', path: '/transparency', access: 'public' },
  'read-receipt': { method: 'GET', path: '/me/receipts/{receiptId}', access: 'person', beforeTerms: true },
  'read-consents': { method: 'GET', path: '/me/consents', access: 'person' },
  'change-consent': { method: 'PUT', path: '/me/consents', access: 'person' },
  'locate-data': { method: 'GET', path: '/me/location', access: 'person' },
  'start-log': { method: 'POST', path: '/me/logs', access: 'person' },
  'list-logs': { method: 'GET', path: '/me/logs', access: 'person' },
  'write-message': { method: 'POST', path: '/me/logs/{logId}/messages', access: 'person' },
  'read-own-log': { method: 'GET', path: '/me/logs/{logId}/messages', access: 'person' },
  'grant-reader': { method: 'POST', path: '/me/logs/{logId}/readers', access: 'person' },
  'revoke-reader': { method: 'DELETE', path: '/me/logs/{logId}/readers/{readerId}', access: 'person' },
  'upload-media': { method: 'POST', path: '/me/media', access: 'person' },
  'download-media': { method: 'GET', path: '/me/media/{mediaId}', access: 'person' },
  'read-log': { method: 'GET', path: '/logs/{readerId}/messages', access: 'key' },
  'read-log-media': { method: 'GET', path: '/logs/{readerId}/media/{mediaId}', access: 'key' },
  'start-export': { method: 'POST', path: '/me/exports', access: 'person', beforeTerms: true },
  'read-export': { method: 'GET', path: '/me/exports/{exportId}', access: 'person', beforeTerms: true },
  'start-import': { method: 'POST', path: '/me/imports', access: 'person' },
  'run-import': { method: 'PUT', path: '/me/imports/{importId}', access: 'person' },
  'read-import': { method: 'GET', path: '/me/imports/{importId}', access: 'person' },
  'home-page': { method: 'GET', path: '/', access: 'public' },
  openapi: { method: 'GET', path: '/openapi.json', access: 'public' },
  fallback: { method: 'ANY', path: '$default', access: 'public' },
} as const satisfies Readonly<Record<string, Route>>;

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'ANY';
  readonly path: `/${string}` | '$default';
  readonly access: 'public' | 'person' | 'key';
  /** Open to a person who has not accepted the terms in force. @default false */
  readonly beforeTerms?: true;
}

export type RouteId = keyof typeof ROUTES;
export const ROUTE_IDS = Object.keys(ROUTES) as RouteId[];

/** Functions that Cognito calls, by the trigger that they answer; their code is `lib/app/<id>.lambda.ts`. */
export const TRIGGERS = ['pre-sign-up'] as const;
export type TriggerId = (typeof TRIGGERS)[number];

/** Functions that API Gateway asks before it calls that of a route; their code is `lib/app/<id>.lambda.ts`. */
export const AUTHORIZERS = ['read-key'] as const;
export type AuthorizerId = (typeof AUTHORIZERS)[number];

/** Functions that workflows call, one for each step; their code is `lib/app/<id>.lambda.ts`. */
export const STEPS = [
  'end-sessions',
  'erase-store',
  'close-erasure',
  'collect-export',
  'remove-export',
  'import-archive',
  'undo-import',
] as const;
export type StepId = (typeof STEPS)[number];

/** Functions that a clock calls; their code is `lib/app/<id>.lambda.ts`. */
export const SWEEPS = ['resume-erasures', 'remove-unconfirmed'] as const;
export type SweepId = (typeof SWEEPS)[number];

/** Workflows, by the name of the role that they run in. */
export const WORKFLOWS = ['erasure', 'export', 'import'] as const;
export type WorkflowId = (typeof WORKFLOWS)[number];

/** Functions that events call; their code is `lib/controls/detective/<id>.lambda.ts`. */
export type ListenerId = 'sentinel';

/** Every function of a cell. */
export type FunctionId = RouteId | TriggerId | AuthorizerId | StepId | SweepId | ListenerId;

/** Whether a role is a function's. */
export function isFunction(role: string): role is FunctionId {
  return (
    role === 'sentinel' || [...ROUTE_IDS, ...TRIGGERS, ...AUTHORIZERS, ...STEPS, ...SWEEPS].some((id) => id === role)
  );
}
