import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Stopping } from '../context';
import { LocalError } from '../errors';
import type { FromHost, HostConfiguration, ToHost } from './host';
import { isRunning, livingOwners } from './owner';

/** An emulator that answers. */
export interface Emulator {
  readonly endpoint: string;
  /** The port that it writes into the addresses of APIs, where requests do not look as if over TLS. */
  readonly emulatorPort: number;
  /** All that it writes is there. */
  readonly folder: string;
  /** Whether it was there before this run, and stays. */
  readonly found: boolean;
  /** Leaves it running when this process ends. */
  keep(): Promise<void>;
  stop(): Promise<void>;
}

const STOP_SECONDS = 10;

/** Starts an emulator, which ends with this process unless it is kept. */
export async function startEmulator(configuration: HostConfiguration, stopping: Stopping): Promise<Emulator> {
  const { root, folder } = configuration;
  const child = fork(path.join(root, 'tools', 'emulator-host.mjs'), [], {
    cwd: root,
    detached: true,
    stdio: 'ignore',
    execArgv: [],
  });
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exitOf(child, STOP_SECONDS);
  };
  const forget = stopping.onStop(end);
  const message = await ask(child, { kind: 'run', configuration });
  if (message.kind === 'failed') throw new LocalError(message.code, message.message);
  if (message.kind !== 'ready')
    throw new LocalError('NotReady', `the emulator's host said '${message.kind}' when it was to start`);
  return {
    endpoint: message.endpoint,
    emulatorPort: message.emulatorPort,
    folder,
    found: false,
    keep: async () => {
      await ask(child, { kind: 'keep' });
      forget();
      child.disconnect();
      child.unref();
    },
    stop: async () => {
      forget();
      await end();
    },
  };
}

/** The emulator that an earlier run kept, when it still runs. */
export function findKept(within: string): Emulator | undefined {
  const [found] = livingOwners(within).filter(({ owner }) => owner.kept);
  if (found === undefined) return undefined;
  const { folder, owner } = found;
  return {
    endpoint: owner.endpoint,
    emulatorPort: owner.emulatorPort,
    folder,
    found: true,
    keep: () => Promise.resolve(),
    stop: async () => {
      process.kill(owner.pid, 'SIGTERM');
      const deadline = Date.now() + STOP_SECONDS * 1000;
      while (isRunning(owner) && Date.now() < deadline) await delay(20);
      if (isRunning(owner)) process.kill(owner.pid, 'SIGKILL');
      livingOwners(within);
    },
  };
}

function ask(child: ChildProcess, message: ToHost): Promise<FromHost> {
  return new Promise((resolve) => {
    const onMessage = (answer: unknown): void => {
      child.off('exit', onExit);
      resolve(answer as FromHost);
    };
    const onExit = (): void => {
      child.off('message', onMessage);
      resolve({ kind: 'failed', code: 'NotReady', message: 'the emulator ended by itself; run it again' });
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
    // A host that has died cannot be told anything; its exit is what counts.
    child.send(message, () => {});
  });
}

function exitOf(child: ChildProcess, seconds: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const insist = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.once('exit', () => {
      clearTimeout(insist);
      resolve();
    });
  });
}
