import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stands before the emulator on the loopback and says of each request that it came over TLS.
 *
 * The emulator speaks plain HTTP, and enforces the policies that refuse plain HTTP: CDK's bootstrap buckets have one, and so
 * have ours. With this no policy is loosened for the sake of a laptop.
 */
export interface Forwarder {
  readonly port: number;
  close(): Promise<void>;
}

/** Shorter than the emulator's own 75 s, so that no request meets a connection that it is closing. */
const IDLE_MS = 60_000;

export async function startForwarder(port: number, upstreamPort: number): Promise<Forwarder> {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });
  const server = createServer((incoming, outgoing) => {
    const upstream = request(
      {
        host: '127.0.0.1',
        port: upstreamPort,
        agent,
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, 'x-forwarded-proto': 'https' },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    upstream.on('error', () => {
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    });
    outgoing.on('close', () => upstream.destroy());
    incoming.pipe(upstream);
  });
  server.keepAliveTimeout = IDLE_MS;
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      agent.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
