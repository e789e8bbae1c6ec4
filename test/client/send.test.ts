import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DomicileClient } from '../../lib/client/domicile-client';
import { nodeSend } from '../../lib/client/node-send';

/** Serves for the time of one call. */
async function served<T>(listener: RequestListener, call: (endpoint: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await call(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const get = (endpoint: string) => nodeSend({ method: 'GET', url: new URL(`${endpoint}/status`), headers: {} });

describe("Node's own client", () => {
  it('sends method, path, Host header, token and body as they are given', async () => {
    const seen = await served(
      (request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          const { method, url } = request;
          const { host, authorization, 'content-type': type, 'if-match': seenVersion } = request.headers;
          const body = Buffer.concat(chunks).toString();
          response.end(JSON.stringify({ method, url, host, authorization, type, seenVersion, body }));
        });
      },
      (endpoint) => {
        const cells = { eu: { endpoint: `${endpoint}/stage/`, hostHeader: 'abc.execute-api.localhost:4566' } };
        const session = { jurisdiction: 'eu', accessToken: 'a.b.c', expiresAt: 0 } as const;
        return new DomicileClient({ cells, send: nodeSend }).writeProfile(
          session,
          { displayName: 'Ἄννα' },
          { version: 2 },
        );
      },
    );
    expect(seen).toEqual({
      method: 'PUT',
      url: '/stage/me',
      host: 'abc.execute-api.localhost:4566',
      authorization: 'Bearer a.b.c',
      type: 'application/json',
      seenVersion: '"2"',
      body: '{"displayName":"Ἄννα"}',
    });
  });

  it('follows no redirect', async () => {
    const listener: RequestListener = (_, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end();
    };
    expect(await served(listener, get)).toEqual({ status: 302, body: '' });
  });

  it.each<[string, RequestListener]>([
    [
      'is cut off',
      (_, response) => response.writeHead(200, { 'content-length': '9' }).write('{', () => response.destroy()),
    ],
    ['is too long', (_, response) => response.end('x'.repeat(1024 * 1024 + 1))],
    ['never comes', (_, response) => response.destroy()],
  ])('fails when the answer %s', async (_name, listener) => {
    await expect(served(listener, get)).rejects.toMatchObject({ name: 'UnreachableError', code: 'Unreachable' });
  });
});
