import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpResponse } from '../../../lib/app/http/answer';
import type { HttpEvent } from '../../../lib/app/http/request';
import { JURISDICTION_IDS, type JurisdictionId } from '../../../lib/domain/jurisdictions';
import { parametersOf } from '../../../lib/domain/route-path';
import { ROUTE_IDS, ROUTES } from '../../../lib/domain/routes';
import { cellInMemory } from '../../app/support/every-route';
import { throughAuthorizer, UNAUTHORIZED } from '../../app/support/gateway';

type Cell = ReturnType<typeof cellInMemory>;

/** Both cells, as API Gateway and S3 stand before them: each API at a name of its own, buckets at one address. */
export interface LoopbackCells {
  readonly cells: Readonly<Record<JurisdictionId, Cell>>;
  readonly endpoints: Readonly<Record<JurisdictionId, string>>;
  close(): Promise<void>;
}

/** @param built the page, as the build makes it */
export async function serveCells(built: string, newPersonId: () => string): Promise<LoopbackCells> {
  const cells: Partial<Record<JurisdictionId, Cell>> = {};
  const server = createServer((request, response) => {
    void answer(cells as Readonly<Record<JurisdictionId, Cell>>, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const at = `http://127.0.0.1:${port}`;
  for (const id of JURISDICTION_IDS) {
    const cell = cellInMemory(id, newPersonId, {}, { built, at });
    cells[id] = cell;
    const { receipts, workflow } = cell.erasures;
    workflow.start = async (receiptId): Promise<undefined> => {
      const [completedAt, finalAt] = ['2026-11-24T12:01:00.000Z', '2026-12-01T12:01:00.000Z'];
      await receipts.close(receiptId, { completedAt, finalAt, forgottenAt: Date.parse('2027-11-24T12:01:00.000Z') });
    };
  }
  return {
    cells: cells as Readonly<Record<JurisdictionId, Cell>>,
    endpoints: Object.fromEntries(
      JURISDICTION_IDS.map((id) => [id, `http://${id}.execute-api.localhost:${port}`]),
    ) as Record<JurisdictionId, string>,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(
  cells: Readonly<Record<JurisdictionId, Cell>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = request.headers.host ?? '';
  const id = JURISDICTION_IDS.find((one) => host.startsWith(`${one}.execute-api.localhost`));
  const { statusCode, headers, body, isBase64Encoded } =
    id === undefined ? await fromBuckets(cells, request) : await fromApi(cells[id], request);
  response.writeHead(statusCode, headers);
  response.end(isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : body);
}

/** What the cells' template asks of API Gateway; it answers a preflight by itself, and never asks the code. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET',
  'access-control-allow-headers': 'x-read-key',
};

async function fromApi({ handlers, authorize }: Cell, request: IncomingMessage): Promise<HttpResponse> {
  if (request.method === 'OPTIONS') return { statusCode: 204, headers: CORS };
  const url = new URL(request.url ?? '/', 'http://localhost');
  const id =
    ROUTE_IDS.find(
      (one) => ROUTES[one].method === request.method && parametersOf(ROUTES[one].path, url.pathname) !== undefined,
    ) ?? 'fallback';
  const [, username] = /^Bearer a\.(.+)\.c$/.exec(request.headers.authorization ?? '') ?? [];
  if (ROUTES[id].access === 'person' && username === undefined) return withCors(UNAUTHORIZED);
  const text = (await contentOf(request)).toString();
  const event: HttpEvent = {
    headers: request.headers as HttpEvent['headers'],
    rawPath: url.pathname,
    pathParameters: { ...parametersOf(ROUTES[id].path, url.pathname) },
    queryStringParameters: Object.fromEntries(url.searchParams),
    ...(text !== '' && { body: text }),
    requestContext: { requestId: 'on-loopback', authorizer: { jwt: { claims: { token_use: 'access', username } } } },
  };
  const handler = handlers[id];
  return withCors(
    ROUTES[id].access === 'key' ? await throughAuthorizer(authorize, handler, event) : await handler(event),
  );
}

function withCors(answered: HttpResponse): HttpResponse {
  return { ...answered, headers: { ...answered.headers, 'access-control-allow-origin': '*' } };
}

/** `/<bucket>/<jurisdiction>/<key>`: a form puts an object there, and a link gets it. */
async function fromBuckets(
  cells: Readonly<Record<JurisdictionId, Cell>>,
  request: IncomingMessage,
): Promise<HttpResponse> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [, bucket, named, ...rest] = pathname.split('/');
  const id = JURISDICTION_IDS.find((one) => one === named);
  if (id === undefined) return { statusCode: 404, headers: {} };
  const { archives } = cells[id];
  const { objects } = bucket === 'media' ? archives.objects : archives.archives;
  const headers = { 'access-control-allow-origin': '*' };
  if (request.method === 'POST') {
    const content = new Uint8Array(await contentOf(request));
    const type = request.headers['content-type'] ?? '';
    const form = await new Response(content, { headers: { 'content-type': type } }).formData();
    objects.set(form.get('key') as string, Buffer.from(await (form.get('file') as File).arrayBuffer()));
    return { statusCode: 204, headers };
  }
  const object = objects.get(rest.join('/'));
  if (object === undefined) return { statusCode: 404, headers };
  return { statusCode: 200, headers, body: object.toString('base64'), isBase64Encoded: true };
}

async function contentOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
