import type { JurisdictionId } from '../domain/jurisdictions';
import { filledPath } from '../domain/route-path';
import { ROUTES, type RouteId } from '../domain/routes';
import { addressOf, type CellAddresses } from './cells';
import { type KnownProblem, ProblemError, UnexpectedAnswerError } from './problem-error';
import type { Send } from './send';

/** What a route is called with. */
interface Call {
  /** Parameters of the path. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls a route of a cell. @throws ProblemError where the cell refuses, UnexpectedAnswerError where something else answers */
export type CallCell = <Answer>(
  jurisdiction: JurisdictionId,
  route: Exclude<RouteId, 'fallback'>,
  call?: Call,
) => Promise<Answer>;

export function callCell(cells: CellAddresses, send: Send): CallCell {
  return async <Answer>(jurisdiction: JurisdictionId, route: Exclude<RouteId, 'fallback'>, call: Call = {}) => {
    const { endpoint, hostHeader } = addressOf(cells, jurisdiction);
    const { method, path } = ROUTES[route];
    const url = new URL(endpoint);
    url.pathname = `${url.pathname.replace(/\/$/, '')}${filledPath(path, call.path ?? {})}`;
    url.search = new URLSearchParams(call.query).toString();
    const { status, body } = await send({
      method,
      url,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(hostHeader !== undefined && { host: hostHeader }),
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
        ...(call.token !== undefined && { authorization: `Bearer ${call.token}` }),
        ...call.headers,
      },
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
    const document = status === 204 ? {} : jsonObject(body);
    if (document !== undefined && status >= 200 && status < 300) return document as Answer;
    if (document !== undefined && isProblem(document)) throw new ProblemError(document);
    throw new UnexpectedAnswerError(`${method} ${path}`, status);
  };
}

function jsonObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isProblem(document: object): document is KnownProblem {
  const { code, title, detail } = document as Partial<KnownProblem>;
  return [code, title, detail].every((member) => typeof member === 'string');
}
