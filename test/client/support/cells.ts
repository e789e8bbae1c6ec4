import type { HttpEvent } from '../../../lib/app/http/request';
import type { Send, WireRequest } from '../../../lib/client/send';
import type { JurisdictionId } from '../../../lib/domain/jurisdictions';
import { parametersOf } from '../../../lib/domain/route-path';
import { ROUTE_IDS, ROUTES } from '../../../lib/domain/routes';
import { cellInMemory } from '../../app/support/every-route';
import { throughAuthorizer } from '../../app/support/gateway';

export const ENDPOINTS = {
  eu: { endpoint: 'https://eu.example' },
  international: { endpoint: 'https://international.example' },
};

/** Both cells in memory behind an API Gateway in memory, and every request that they were sent. */
export function cellsInMemory(newPersonId: () => string) {
  const cells = {
    eu: cellInMemory('eu', newPersonId),
    international: cellInMemory('international', newPersonId),
  };
  const sent: { readonly to: string; readonly request: string }[] = [];
  const send: Send = async (request) => {
    sent.push({ to: request.url.host, request: `${request.method} ${request.url.pathname}${request.url.search}` });
    const jurisdiction = request.url.host.split('.')[0] as JurisdictionId;
    return viaGateway(request, cells[jurisdiction]);
  };
  return { cells, send, sent };
}

export async function viaGateway(
  { method, url, headers, body }: WireRequest,
  { handlers, authorize }: Pick<ReturnType<typeof cellInMemory>, 'handlers' | 'authorize'>,
) {
  const id =
    ROUTE_IDS.find((one) => ROUTES[one].method === method && parametersOf(ROUTES[one].path, url.pathname)) ??
    'fallback';
  const [, username] = /^Bearer a\.(.+)\.c$/.exec(headers['authorization'] ?? '') ?? [];
  if (ROUTES[id].access === 'person' && username === undefined)
    return { status: 401, body: '{"message":"Unauthorized"}' };
  const event: HttpEvent = {
    headers,
    rawPath: url.pathname,
    pathParameters: { ...parametersOf(ROUTES[id].path, url.pathname) },
    queryStringParameters: Object.fromEntries(url.searchParams),
    body,
    requestContext: {
      requestId: 'JKJaXmPLvHcESHA=',
      authorizer: { jwt: { claims: { token_use: 'access', username } } },
    },
  };
  const response =
    ROUTES[id].access === 'key' ? await throughAuthorizer(authorize, handlers[id], event) : await handlers[id](event);
  return { status: response.statusCode, body: response.body ?? '' };
}
