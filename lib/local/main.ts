import path from 'node:path';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Context } from './context';
import { destroy } from './destroy';
import { type Emulator, findKept, startEmulator } from './emulator/emulator';
import { newFolder } from './emulator/owner';
import { LOCAL_ACCOUNT, LOCAL_CREDENTIALS } from './environment';
import { LocalError } from './errors';
import { takeLock } from './lock';
import { keepEmulatorLog, run } from './run';
import { linesToTry, summary } from './summary';
import { type Credentials, sdkConfiguration, type Target } from './target';

const READY_SECONDS = 60;

/** `npm start`, once everything is installed. Returns the exit code; what cannot go on is thrown. */
export async function main(context: Context): Promise<number> {
  // Node 20 is what we support at least; the SDK's announcement is for those who update it.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const { root, options, steps, stopping } = context;
  const within = path.join(root, '.local');
  if (options.verb === 'stop') return stop(context, within);

  stopping.onStop(takeLock(within));
  if (options.verb === 'destroy') {
    const target = options.endpoint === undefined ? targetOf(mustFindKept(within)) : await targetAt(options.endpoint);
    for (const line of await destroy(context, target)) steps.line(line);
    return 0;
  }
  if (options.endpoint !== undefined) {
    const shown = await run(context, await targetAt(options.endpoint));
    for (const line of summary(shown, steps)) steps.line(line);
    return 0;
  }
  const emulator = await emulatorFor(context, within);
  try {
    const shown = await run(context, targetOf(emulator));
    for (const line of summary(shown, steps)) steps.line(line);
    if (options.keep) await emulator.keep();
    if (options.keep || emulator.found) for (const line of linesToTry(shown, emulator, steps)) steps.line(line);
    return 0;
  } catch (error) {
    const log = keepEmulatorLog(root, emulator.folder);
    if (log !== undefined) steps.line(steps.faint(`  the emulator's log is in '${log}' until the next run`));
    throw error;
  }
}

async function stop({ steps }: Context, within: string): Promise<number> {
  const emulator = mustFindKept(within);
  await emulator.stop();
  steps.line(`the emulator at ${emulator.endpoint} has been stopped, and all that it held removed`);
  return 0;
}

async function emulatorFor({ root, options, steps, stopping }: Context, within: string): Promise<Emulator> {
  const kept = findKept(within);
  if (kept !== undefined) {
    if (options.port !== 0 && !kept.endpoint.endsWith(`:${options.port}`)) {
      throw new LocalError(
        'AlreadyKept',
        `an emulator was kept at ${kept.endpoint}, and '--port' is '${options.port}'; stop it with 'npm start -- --stop', or leave '--port' out`,
      );
    }
    await steps.run('emulator', () => Promise.resolve(`the one that was kept, ${kept.endpoint}`));
    return kept;
  }
  let emulator: Emulator | undefined;
  await steps.run('emulator', async (step) => {
    step.note('starting');
    const configuration = {
      root,
      folder: newFolder(within),
      command: [path.join(root, '.emulator', 'bin', 'ministack')],
      port: options.port,
      readySeconds: READY_SECONDS,
    };
    emulator = await startEmulator(configuration, stopping);
    return `${emulator.endpoint}, on this machine only; it enforces IAM`;
  });
  if (emulator === undefined) throw new LocalError('NotReady', 'the emulator did not start; run it again');
  return emulator;
}

function mustFindKept(within: string): Emulator {
  const kept = findKept(within);
  if (kept === undefined)
    throw new LocalError('NothingKept', "no emulator is running here; 'npm start -- --keep' leaves one");
  return kept;
}

function targetOf({ endpoint }: Emulator): Target {
  return { endpoint, credentials: LOCAL_CREDENTIALS, account: LOCAL_ACCOUNT };
}

/** Somebody else's endpoint: with the credentials of the environment when there are any, in the account that they are of. */
async function targetAt(endpoint: string): Promise<Target> {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  const credentials: Credentials =
    accessKeyId !== undefined && secretAccessKey !== undefined ? { accessKeyId, secretAccessKey } : LOCAL_CREDENTIALS;
  const sts = new STSClient(sdkConfiguration({ endpoint, credentials }, 'us-east-1'));
  try {
    const { Account } = await sts.send(new GetCallerIdentityCommand({}));
    return { endpoint, credentials, account: Account ?? LOCAL_ACCOUNT };
  } catch (error) {
    throw new LocalError(
      'EndpointSilent',
      `'${endpoint}' does not answer as AWS does (${(error as Error).message}); give the URL of an AWS-compatible endpoint`,
      { cause: error },
    );
  }
}
