import path from 'node:path';

/** The 12-digit access key is the root of that account in the emulator. One account for both cells: the harder case. */
export const LOCAL_ACCOUNT = '000000000000';
export const LOCAL_CREDENTIALS = { accessKeyId: LOCAL_ACCOUNT, secretAccessKey: 'test' } as const;

/**
 * What a program that we start may know of the environment: nothing by which a profile, a proxy or an endpoint of the
 * person who runs this could get in.
 */
function bare(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    // The same Node for everything, also for the functions that the emulator runs.
    PATH: [path.dirname(process.execPath), inherited['PATH']].filter(Boolean).join(path.delimiter),
    LANG: inherited['LANG'] ?? 'C.UTF-8',
  };
}

export interface EmulatorPlace {
  readonly root: string;
  /** All that the emulator writes is here. */
  readonly folder: string;
  readonly port: number;
  /** Where requests reach it as if over TLS. */
  readonly endpoint: string;
}

export function emulatorEnvironment(
  { root, folder, port, endpoint }: EmulatorPlace,
  inherited: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  return {
    ...bare(inherited),
    HOME: folder,
    TMPDIR: path.join(folder, 'tmp'),
    STATE_DIR: path.join(folder, 'state'),
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    // Two listeners on all interfaces that BIND_HOST does not reach.
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    // It would look through the containers of this machine and remove some.
    DOCKER_HOST: `unix://${path.join(folder, 'no-docker')}`,
    LAMBDA_EXECUTOR: 'local',
    AUTH: 'true',
    // What a workflow waits for minutes, or a day, passes a thousand times as fast.
    SFN_WAIT_SCALE: '0.001',
    // Handed to the functions: their calls have to look as if over TLS too.
    AWS_ENDPOINT_URL: endpoint,
    AWS_DEFAULT_REGION: 'us-east-1',
    // CDK's own custom resources take the SDK from the runtime, which this one does not have.
    NODE_PATH: path.join(root, 'node_modules'),
    PYTHONUNBUFFERED: '1',
  };
}

export interface CdkPlace {
  /** What the command line caches is here. */
  readonly folder: string;
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Environment variables that name the cells' accounts. */
  readonly accounts: Readonly<Record<string, string>>;
}

export function cdkEnvironment(
  { folder, endpoint, credentials, accounts }: CdkPlace,
  inherited: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  return {
    ...bare(inherited),
    ...accounts,
    HOME: folder,
    CDK_HOME: folder,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    // Stacks name their regions; this one is for calls without a stack.
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    NO_COLOR: '1',
  };
}
