import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import openapi from '../../../docs/openapi.json';
import type { HttpResponse } from '../../../lib/app/http/answer';
import type { HttpHandler } from '../../../lib/app/http/handler';
import { ROUTES, type RouteId } from '../../../lib/domain/routes';

/** Holds answers to the OpenAPI document of the cell, as a reader of it would, and to no member beyond it. */

interface Described {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, unknown>>;
}
type Operation = Readonly<Record<'responses', Readonly<Record<string, Described>>>>;

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(closed(openapi) as object, 'openapi');

/** The document with objects that have the members that it tells, and no others. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const inside = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closed(value)]));
  const isOpen = inside['type'] === 'object' && 'properties' in inside && !('additionalProperties' in inside);
  return isOpen ? { ...inside, additionalProperties: false } : inside;
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
const validators = new Map<string, ValidateFunction>();

function validatorOf(pointer: string): ValidateFunction {
  const found = validators.get(pointer) ?? ajv.compile({ $ref: `openapi${pointer}` });
  validators.set(pointer, found);
  return found;
}

/** What is wrong with an answer by the document; nothing, where it is as the document says. */
function faultsOf(id: Exclude<RouteId, 'fallback'>, { statusCode, headers, body }: HttpResponse): string[] {
  const { method, path } = ROUTES[id];
  const operations = openapi.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const told = operations[path]?.[method.toLowerCase()]?.responses[statusCode];
  if (told === undefined) return [`${id} answers ${statusCode}`];
  const pointer = told.$ref ?? `#/paths/${escaped(path)}/${method.toLowerCase()}/responses/${statusCode}`;
  const described: Described =
    told.$ref === undefined
      ? told
      : ((openapi.components.responses as Readonly<Record<string, Described>>)[told.$ref.replace(/^.*\//u, '')] ?? {});
  if (described.content === undefined) return body === undefined ? [] : [`${id} answers ${statusCode} with a body`];
  const type = (headers['content-type'] ?? '').replace(/;.*$/u, '');
  if (described.content[type] === undefined) return [`${id} answers ${statusCode} with the type '${type}'`];
  if (!type.endsWith('json')) return [];
  const validate = validatorOf(`${encodeURI(pointer)}/content/${encodeURIComponent(escaped(type))}/schema`);
  if (validate(JSON.parse(body ?? ''))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${id} ${statusCode}: ${instancePath} ${message}`);
}

/** The response of a route, once it is known to be as the document says. */
export function conformed(id: RouteId, response: HttpResponse): HttpResponse {
  // A text that is compressed is the same that is not; and the document has no path that no route has.
  if (id === 'fallback' || response.isBase64Encoded === true) return response;
  const faults = faultsOf(id, response);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return response;
}

/** A handler whose answers are all held to the document. */
export function conforming(id: RouteId, handler: HttpHandler): HttpHandler {
  return async (event) => conformed(id, await handler(event));
}
