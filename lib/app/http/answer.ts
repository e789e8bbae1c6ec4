import type { FieldError, ProblemMembers } from '../../domain/api';
import { PROBLEMS, type ProblemCode, problemType } from '../../domain/problems';

/** What a route answers, before it is rendered for API Gateway. */
export type Answer = Success | Problem;

type Headers = Readonly<Record<string, string>>;

export interface Success<
  Status extends 200 | 201 | 202 | 204 | 304 = 200 | 201 | 202 | 204 | 304,
  Body extends object = object,
> {
  readonly kind: 'success';
  readonly status: Status;
  /** What is rendered as JSON, or a text that is rendered as it is. */
  readonly body?: Body;
  readonly headers?: Headers;
}

/** A text of a type of its own. */
export class Text {
  readonly type: string;
  readonly text: string;
  /** The same, compressed, for whoever has said that they take it: HTTP APIs compress nothing. @default - sent as it is */
  readonly gzip: Buffer | undefined;

  constructor(type: string, text: string, gzip?: Buffer) {
    this.type = type;
    this.text = text;
    this.gzip = gzip;
  }
}

export interface Problem<Code extends ProblemCode = ProblemCode> {
  readonly kind: 'problem';
  readonly code: Code;
  readonly detail: string;
  readonly members?: object;
  readonly headers?: Headers;
}

export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Headers;
  readonly body?: string;
  readonly isBase64Encoded?: true;
}

type MembersOf<Code extends ProblemCode> = Code extends keyof ProblemMembers ? ProblemMembers[Code] : undefined;

/** Codes whose problem carries members of its own cannot be answered without them. */
export function problem<Code extends ProblemCode>(
  code: Code,
  detail: string,
  ...[members, headers]: MembersOf<Code> extends object
    ? [members: MembersOf<Code>, headers?: Headers]
    : [members?: undefined, headers?: Headers]
): Problem<Code> {
  return { kind: 'problem', code, detail, ...(members && { members }), ...(headers && { headers }) };
}

export function invalidRequest(errors: readonly FieldError[]): Problem<'invalid_request'> {
  return problem('invalid_request', 'some of what was sent cannot be used; see errors', { errors });
}

export function ok<Body extends object>(body: Body, headers?: Headers): Success<200, Body> {
  return { kind: 'success', status: 200, body, ...(headers && { headers }) };
}

/** Something was made; said again, with the same answer, when the call is repeated. */
export function created<Body extends object>(body: Body): Success<201, Body> {
  return { kind: 'success', status: 201, body };
}

/**
 * A page that loads nothing and runs nothing: its style is in it, allowed by its hash.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function page(html: string, styleHash: string): Success<200, Text> {
  return ok(new Text('text/html; charset=utf-8', html), {
    'content-security-policy': `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
  });
}

export function accepted<Body extends object>(body: Body): Success<202, Body> {
  return { kind: 'success', status: 202, body };
}

export function noContent(): Success<204, never> {
  return { kind: 'success', status: 204 };
}

// Answers to one person must not rest in anybody's cache, whatever stands between.
const ALWAYS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function render(answer: Answer, requestId: string): HttpResponse {
  if (answer.kind === 'problem') {
    const { code, detail, members } = answer;
    const { status, title } = PROBLEMS[code];
    const document = { type: problemType(code), title, status, detail, code, ...members, requestId };
    return {
      statusCode: status,
      headers: { ...ALWAYS, 'content-type': 'application/problem+json', ...answer.headers },
      body: JSON.stringify(document),
    };
  }
  if (answer.body === undefined) return { statusCode: answer.status, headers: { ...ALWAYS, ...answer.headers } };
  const { body } = answer;
  const type = body instanceof Text ? body.type : 'application/json';
  const headers = { ...ALWAYS, 'content-type': type, ...answer.headers };
  if (body instanceof Text && body.gzip !== undefined) {
    return {
      statusCode: answer.status,
      headers: { ...headers, 'content-encoding': 'gzip' },
      body: body.gzip.toString('base64'),
      isBase64Encoded: true,
    };
  }
  return { statusCode: answer.status, headers, body: body instanceof Text ? body.text : JSON.stringify(body) };
}
