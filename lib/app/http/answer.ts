import type { FieldError, ProblemMembers } from '../../domain/api';
import { PROBLEMS, type ProblemCode, problemType } from '../../domain/problems';

/** What a route answers, before it is rendered for API Gateway. */
export type Answer = Success | Problem;

export interface Success {
  readonly kind: 'success';
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: object | Page;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a person reads in a browser. */
export class Page {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

export interface Problem {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  readonly detail: string;
  readonly members?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

type MembersOf<Code extends ProblemCode> = Code extends keyof ProblemMembers ? ProblemMembers[Code] : undefined;

/** Codes whose problem carries members of its own cannot be answered without them. */
export function problem<Code extends ProblemCode>(
  code: Code,
  detail: string,
  ...[members, headers]: MembersOf<Code> extends object
    ? [members: MembersOf<Code>, headers?: Problem['headers']]
    : [members?: undefined, headers?: Problem['headers']]
): Problem {
  return { kind: 'problem', code, detail, ...(members && { members }), ...(headers && { headers }) };
}

export function invalidRequest(errors: readonly FieldError[]): Problem {
  return problem('invalid_request', 'some of what was sent cannot be used; see errors', { errors });
}

export function ok(body: object, headers?: Success['headers']): Success {
  return { kind: 'success', status: 200, body, ...(headers && { headers }) };
}

/** Something was made; said again, with the same answer, when the call is repeated. */
export function created(body: object): Success {
  return { kind: 'success', status: 201, body };
}

/**
 * A page that loads nothing and runs nothing: its style is in it, allowed by its hash.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function page(html: string, styleHash: string): Success {
  return {
    kind: 'success',
    status: 200,
    body: new Page(html),
    headers: {
      'content-security-policy': `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
    },
  };
}

export function accepted(body: object): Success {
  return { kind: 'success', status: 202, body };
}

export function noContent(): Success {
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
  const [type, body] =
    answer.body instanceof Page
      ? ['text/html; charset=utf-8', answer.body.html]
      : ['application/json', JSON.stringify(answer.body)];
  return { statusCode: answer.status, headers: { ...ALWAYS, 'content-type': type, ...answer.headers }, body };
}
