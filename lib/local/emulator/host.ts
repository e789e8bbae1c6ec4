import type { ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { emulatorEnvironment } from '../environment';
import { type Forwarder, startForwarder } from './forwarder';
import { writeOwner } from './owner';

/** What the host is asked to run. */
export interface HostConfiguration {
  readonly root: string;
  /** All that the emulator writes; removed when it stops, for it holds what people were given to type. */
  readonly folder: string;
  /** Its program and arguments. */
  readonly command: readonly string[];
  /** 0 stands for a free one. */
  readonly port: number;
  readonly readySeconds: number;
}

export type ToHost = { readonly kind: 'run'; readonly configuration: HostConfiguration } | { readonly kind: 'keep' };

export type FromHost =
  | { readonly kind: 'ready'; readonly endpoint: string; readonly emulatorPort: number }
  | { readonly kind: 'kept' }
  | { readonly kind: 'failed'; readonly code: 'PortTaken' | 'NotReady'; readonly message: string };

/** The two things that `tools/processes.mjs` lends. */
export interface Tether {
  readonly startTethered: (
    program: string,
    args: readonly string[],
    options: { cwd: string; env: NodeJS.ProcessEnv; output: number },
  ) => ChildProcess;
  readonly endGroup: (child: ChildProcess) => Promise<void>;
}

const HEALTH = '/_ministack/health';
const TAIL_LINES = 15;

/**
 * The emulator's life, in a process of its own so that it can go on after the run that started it (`--keep`). Until it is
 * told to, it ends when that run ends, however it ends; and the emulator ends when it does.
 */
export function host({ startTethered, endGroup }: Tether): void {
  let emulator: ChildProcess | undefined;
  let forwarder: Forwarder | undefined;
  let folder = '';
  let endpoint = '';
  let emulatorPort = 0;
  let kept = false;
  let stopped: Promise<void> | undefined;

  const stop = (exitCode: number): Promise<void> => {
    stopped ??= (async () => {
      await forwarder?.close();
      if (emulator !== undefined) await endGroup(emulator);
      if (folder !== '') rmSync(folder, { recursive: true, force: true });
      process.exit(exitCode);
    })();
    return stopped;
  };

  const fail = async (code: 'PortTaken' | 'NotReady', message: string): Promise<void> => {
    await tell({ kind: 'failed', code, message });
    await stop(1);
  };

  const run = async (configuration: HostConfiguration): Promise<void> => {
    const { root, command, port, readySeconds } = configuration;
    folder = configuration.folder;
    const log = prepare(folder);
    writeOwner(folder, { kept: false, endpoint: '', emulatorPort: 0 });
    emulatorPort = await freePort();
    try {
      forwarder = await startForwarder(port, emulatorPort);
    } catch (error) {
      const why =
        (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
          ? 'another program listens there'
          : (error as Error).message;
      await fail(
        'PortTaken',
        `cannot listen on port '${port}' of 127.0.0.1: ${why}; choose another with '--port', or leave it out for a free one`,
      );
      return;
    }
    endpoint = `http://127.0.0.1:${forwarder.port}`;
    const [program = '', ...args] = command;
    emulator = startTethered(program, args, {
      cwd: folder,
      env: emulatorEnvironment({ root, folder, port: emulatorPort, endpoint }, process.env),
      output: openSync(log, 'a'),
    });
    let exited = false;
    emulator.once('exit', () => {
      exited = true;
    });
    const deadline = Date.now() + readySeconds * 1000;
    while (!(await isHealthy(emulatorPort))) {
      if (stopped !== undefined) return;
      if (exited || Date.now() > deadline) {
        const how = exited ? 'ended before it was ready' : `was not ready within ${readySeconds} s`;
        await fail('NotReady', [...tailOf(log), `the emulator ${how}; its last lines are above`].join('\n'));
        return;
      }
      await delay(25);
    }
    emulator.once('exit', () => void stop(1));
    await tell({ kind: 'ready', endpoint, emulatorPort });
  };

  process.on('message', (message: ToHost) => {
    if (message.kind === 'run') {
      run(message.configuration).catch((error: unknown) =>
        fail('NotReady', `the emulator could not be started: ${(error as Error).message}`),
      );
    } else {
      // Written down before it is so: an emulator that nobody can find again could not be stopped.
      writeOwner(folder, { kept: true, endpoint, emulatorPort });
      kept = true;
      void tell({ kind: 'kept' });
    }
  });
  process.on('disconnect', () => {
    if (!kept) void stop(0);
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
}

function tell(message: FromHost): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected) process.send?.(message, () => resolve());
    else resolve();
  });
}

function prepare(folder: string): string {
  mkdirSync(path.join(folder, 'tmp'), { recursive: true });
  mkdirSync(path.join(folder, 'state'), { recursive: true });
  // The emulator writes its functions' CommonJS workers below; a project of ES modules around it would break each of them.
  writeFileSync(path.join(folder, 'tmp', 'package.json'), '{"type":"commonjs"}\n');
  return path.join(folder, 'emulator.log');
}

/** Another program may take it before the emulator does; the emulator then ends at once, and says so. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${HEALTH}`, { signal: AbortSignal.timeout(2000) });
    return answer.ok;
  } catch {
    return false;
  }
}

function tailOf(log: string): string[] {
  return readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-TAIL_LINES)
    .map((line) => `    ${line}`);
}
