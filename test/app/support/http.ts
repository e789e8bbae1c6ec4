import type { HttpResponse } from '../../../lib/app/http/answer';
import type { HttpEvent } from '../../../lib/app/http/request';
import { PROBLEMS, type ProblemCode } from '../../../lib/domain/problems';
import { PERSON } from './memory';

export const REQUEST_ID = 'JKJaXmPLvHcESHA=';

/** An event as API Gateway makes it, with a JSON body when there is one. */
export function eventOf(more: HttpEvent & { readonly json?: unknown } = {}): HttpEvent {
  const { json, ...event } = more;
  return {
    ...(json !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }),
    ...event,
    requestContext: { requestId: REQUEST_ID, ...event.requestContext },
  };
}

export const ACCESS_CLAIMS = { token_use: 'access', username: PERSON, sub: 'f54c989d-64bf-4e24-bb1d-64393d2f92de' };

/** An event of a person whose token the authorizer has verified. */
export function eventOfPerson(more: Parameters<typeof eventOf>[0] = {}, claims: object = ACCESS_CLAIMS): HttpEvent {
  return eventOf({ ...more, requestContext: { authorizer: { jwt: { claims: { ...claims } } } } });
}

const ALWAYS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function answered(statusCode: number, body: object, headers: object = {}) {
  return { statusCode, headers: { ...ALWAYS, 'content-type': 'application/json', ...headers }, body };
}

export function refused(code: ProblemCode, detail: string, members: object = {}, headers: object = {}) {
  return {
    statusCode: PROBLEMS[code].status,
    headers: { ...ALWAYS, 'content-type': 'application/problem+json', ...headers },
    body: {
      type: `https://domicile.example/problems/${code}`,
      title: PROBLEMS[code].title,
      status: PROBLEMS[code].status,
      detail,
      code,
      ...members,
      requestId: REQUEST_ID,
    },
  };
}

export function invalid(...errors: readonly (readonly [pointer: string, detail: string])[]) {
  return refused('invalid_request', 'some of what was sent cannot be used; see errors', {
    errors: errors.map(([pointer, detail]) => ({ pointer, detail })),
  });
}

export const NO_CONTENT = { statusCode: 204, headers: ALWAYS };

/** A response with its body read back, to be compared as a whole. */
export function readable({ body, ...response }: HttpResponse) {
  return body === undefined ? response : { ...response, body: JSON.parse(body) as unknown };
}
