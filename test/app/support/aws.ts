import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What AWS was asked: the operation, its input, and the region that the call was signed for, if it was. */
interface AwsCall {
  readonly operation: string;
  readonly input: unknown;
  readonly signedFor: string | undefined;
}

export type AwsAnswer = { readonly status: number; readonly body: object };

export const said = (body: object): AwsAnswer => ({ status: 200, body });
export const failed = (name: string, message = '', more: object = {}): AwsAnswer => ({
  status: 400,
  body: { __type: name, message, ...more },
});

/** An AWS on loopback that speaks the JSON protocols: it keeps what it was asked, and says what it is told to. */
export async function awsOnLoopback() {
  const calls: AwsCall[] = [];
  const answers: AwsAnswer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
      const input = JSON.parse(Buffer.concat(chunks).toString()) as unknown;
      // Credential=<key>/<day>/<region>/<service>/aws4_request
      const signedFor = request.headers.authorization?.split('/')[2];
      calls.push({ operation, input, signedFor });
      const { status, body } = answers.shift() ?? failed('NotExpected');
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  // The SDK warns of the Node versions that it will want later; a test prints nothing.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  return {
    calls,
    /** The answers to the next calls. */
    answers: (...next: readonly AwsAnswer[]) => {
      calls.length = 0;
      answers.splice(0, answers.length, ...next);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
