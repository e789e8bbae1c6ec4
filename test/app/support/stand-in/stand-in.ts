import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { JURISDICTION_IDS, JURISDICTIONS } from '../../../../lib/domain/jurisdictions';
import { type Buckets, refused, s3 } from './buckets';
import { Faults } from './faults';
import { type Accounts, cognito, type DataKeys, type Executions, kms, stepFunctions } from './services';
import { dynamodb, RefusedError, type Tables } from './tables';

/** All that rests in the services of AWS. */
export interface State extends Buckets {
  readonly tables: Tables;
  /** Of transactions that were written. */
  readonly tokens: Set<string>;
  readonly accounts: Accounts;
  readonly dataKeys: DataKeys;
  readonly executions: Executions;
}

const newState = (): State => ({
  tables: new Map(),
  tokens: new Set(),
  versions: [],
  uploads: new Map(),
  accounts: new Map(),
  dataKeys: new Map(),
  executions: new Map(),
});

interface Reply {
  readonly status: number;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An AWS on loopback that keeps what it is told, for every cell: the services that our adapters ask, with the rules that they rely
 * on. Calls of the SDK can be made to fail (`faults`), and what rests can be put aside and back.
 */
export class StandIn {
  readonly faults = new Faults();
  state = newState();
  /** Calls that nothing here serves, or that went to another region: a defect of the stand-in, or of ours. */
  readonly defects: string[] = [];
  readonly #startAt: (machine: string) => string;
  readonly #server = createServer((request, response) => this.#receive(request, response));

  /** @param startAt the first state of a workflow */
  constructor(startAt: (machine: string) => string) {
    this.#startAt = startAt;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    process.env['AWS_ACCESS_KEY_ID'] = 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** What rests now, to be put back any number of times. */
  snapshot(): () => void {
    const kept = structuredClone(this.state);
    return () => {
      this.state = structuredClone(kept);
    };
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const url = new URL(request.url ?? '', 'http://stand-in');
      const invocation = request.headers['amz-sdk-invocation-id'];
      const perform = () => this.#perform(request, url, body);
      // Links and forms are a device's, and not of the process that fails.
      const outcome =
        typeof invocation === 'string'
          ? this.faults.judge(operationOf(request, url), invocation, perform)
          : { kind: 'answered' as const, reply: perform() };
      if (outcome.kind === 'cut-off') {
        request.socket.destroy();
        return;
      }
      const {
        status,
        body: text,
        headers,
      } = outcome.kind === 'answered' ? outcome.reply : denied(request.headers['x-amz-target'] === undefined);
      response.writeHead(status, headers);
      response.end(text);
    });
  }

  #perform({ headers, method = 'GET' }: IncomingMessage, url: URL, body: Buffer): Reply {
    const [service = '', operation] = String(headers['x-amz-target'] ?? '').split('.');
    const region = headers.authorization?.split('/')[2] ?? url.searchParams.get('X-Amz-Credential')?.split('/')[2];
    try {
      if (operation === undefined) {
        assertHome(url.pathname.slice(1), region);
        const reply = s3(this.state, { method, url, headers, body });
        return { ...reply, headers: { 'content-type': 'application/xml', ...reply.headers } };
      }
      return json(200, this.#serve(service, operation, JSON.parse(body.toString()) as object, region));
    } catch (error) {
      if (error instanceof RefusedError) return json(400, { __type: error.name, message: '', ...error.more });
      this.defects.push(String(error));
      return json(400, { __type: 'NotServed', message: '' });
    }
  }

  #serve(service: string, operation: string, input: object, region: string | undefined): object {
    const { tables, tokens, accounts, dataKeys, executions } = this.state;
    // What anybody may ask of a user pool is not signed.
    if (region !== undefined || !service.startsWith('AWSCognito'))
      for (const name of namesIn(input)) assertHome(name, region);
    if (service.startsWith('DynamoDB')) return dynamodb(tables, tokens, operation, input);
    if (service.startsWith('AWSCognito')) return cognito(accounts, operation, input);
    if (service === 'TrentService') return kms(dataKeys, operation, input);
    return stepFunctions(executions, this.#startAt, input);
  }
}

/** Names of resources in an input; each begins with the cell's. */
function namesIn(input: object): string[] {
  const { TransactItems: items = [], ...one } = input as {
    readonly TransactItems?: readonly Readonly<Record<string, object>>[];
  };
  const named = one as Readonly<Record<string, unknown>>;
  const own = ['TableName', 'UserPoolId', 'ClientId', 'KeyId', 'stateMachineArn'].map((name) => named[name]);
  return [
    ...own.filter((name): name is string => typeof name === 'string'),
    ...items.flatMap((item) => Object.values(item).flatMap(namesIn)),
  ];
}

/** A call that is about another cell's store, or was signed for another region, is a defect of ours. */
function assertHome(name: string, region: string | undefined): void {
  const cell = JURISDICTION_IDS.find((id) => name.startsWith(`${id}-`));
  if (cell === undefined || JURISDICTIONS[cell].homeRegion !== region)
    throw new Error(`'${name}' was asked for in '${region}'`);
}

function operationOf({ headers, method }: IncomingMessage, url: URL): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.')[1] ?? '';
  const kind = ['uploads', 'partNumber', 'uploadId', 'versions', 'versionId'].find((one) => url.searchParams.has(one));
  return `${method}${kind === undefined ? ' object' : ` ${kind}`}`;
}

function json(status: number, body: object): Reply {
  return { status, body: JSON.stringify(body), headers: { 'content-type': 'application/x-amz-json-1.1' } };
}

/** An error that the SDK does not repeat. */
function denied(isS3: boolean): Reply {
  return isS3 ? refused(403, 'AccessDenied') : json(400, { __type: 'AccessDeniedException', message: '' });
}
