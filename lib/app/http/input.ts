import * as z from 'zod/mini';
import type { FieldError } from '../../domain/api';
import { MOST_BODY_BYTES } from '../../domain/contract';
import type { RefusedInput } from '../../domain/contracts';
import type { ProblemCode } from '../../domain/problems';
import { invalidRequest, type Problem, problem } from './answer';
import { type HttpEvent, headerOf } from './request';

export type Input<T, Code extends ProblemCode = 'invalid_request'> =
  | { readonly kind: 'input'; readonly value: T }
  | Problem<Code>;

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** The JSON body of a request, if it is exactly what `schema` describes. */
export function bodyOf<T>(event: HttpEvent, schema: z.ZodMiniType<T>): Input<T, RefusedInput['body']> {
  if (!JSON_TYPE.test(headerOf(event, 'content-type') ?? '')) {
    return problem('unsupported_media_type', "send the body with the content type 'application/json'");
  }
  const text = textOf(event);
  if (typeof text !== 'string') return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return problem('malformed_json', 'the body could not be read as JSON in UTF-8');
  }
  return checked(value, schema, '#');
}

/** The query string of a request, if it is exactly what `schema` describes. */
export function queryOf<T>(event: HttpEvent, schema: z.ZodMiniType<T>): Input<T> {
  return checked({ ...event.queryStringParameters }, schema, '?');
}

function textOf({ body, isBase64Encoded }: HttpEvent): string | Problem<'body_too_large' | 'malformed_json'> {
  if (typeof body !== 'string') return '';
  const bytes = Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');
  if (bytes.length > MOST_BODY_BYTES) return problem('body_too_large', `a body may have ${MOST_BODY_BYTES} bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem('malformed_json', 'the body could not be read as JSON in UTF-8');
  }
}

function checked<T>(value: unknown, schema: z.ZodMiniType<T>, root: string): Input<T> {
  const result = z.safeParse(schema, value);
  if (result.success) return { kind: 'input', value: result.data };
  return invalidRequest(result.error.issues.map((issue) => fieldError(issue, root)));
}

/** Says where and what, in our words: a message of the library, or an unknown member's name, could repeat the input. */
function fieldError(issue: z.core.$ZodIssue, root: string): FieldError {
  const pointer = [root, ...issue.path.map(String)].join(root === '?' ? '' : '/');
  if (issue.code === 'unrecognized_keys') return { pointer, detail: 'has a member that this route does not know' };
  if (issue.code !== 'invalid_type') return { pointer, detail: issue.message };
  return { pointer, detail: issue.path.length === 0 ? 'has to be an object' : 'is missing or not of the right type' };
}
