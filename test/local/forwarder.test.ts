import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Forwarder, startForwarder } from '../../lib/local/emulator/forwarder';

let upstream: Server;
let forwarder: Forwarder;
let seen:
  | { method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders; body: string }
  | undefined;

beforeAll(async () => {
  upstream = createServer((incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    incoming.on('end', () => {
      seen = { method: incoming.method, url: incoming.url, headers: incoming.headers, body };
      if (incoming.url === '/hang-up') outgoing.destroy();
      else outgoing.writeHead(418, { 'x-answer': 'yes' }).end('teapot');
    });
  });
  await new Promise<void>((resolve) => {
    upstream.listen(0, '127.0.0.1', resolve);
  });
  forwarder = await startForwarder(0, (upstream.address() as AddressInfo).port);
});

afterAll(async () => {
  await forwarder.close();
  upstream.closeAllConnections();
  upstream.close();
});

describe('the forwarder', () => {
  it('passes everything on, and says that it came over TLS', async () => {
    const answer = await ask('PUT', '/bucket/key?x=1', 'content');
    expect(answer).toEqual({ status: 418, header: 'yes', body: 'teapot' });
    expect(seen).toMatchObject({ method: 'PUT', url: '/bucket/key?x=1', body: 'content' });
    expect(seen?.headers).toMatchObject({ host: 'abc.execute-api.localhost', 'x-forwarded-proto': 'https' });
  });

  it('answers 502 when the emulator hangs up', async () => {
    expect((await ask('GET', '/hang-up')).status).toBe(502);
  });

  it('refuses a port that is taken', async () => {
    await expect(startForwarder(forwarder.port, 1)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

function ask(method: string, path: string, body?: string) {
  return new Promise<{ status: number | undefined; header: unknown; body: string }>((resolve, reject) => {
    const headers = { host: 'abc.execute-api.localhost', 'x-forwarded-proto': 'http' };
    const outgoing = request(
      { host: '127.0.0.1', port: forwarder.port, method, path, headers, agent: false },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (more: string) => {
          text += more;
        });
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode, header: incoming.headers['x-answer'], body: text }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
