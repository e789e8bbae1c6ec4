import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CannotRunError } from './errors.mjs';

const TETHER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'tether.sh');
const HEAD_LINES = 10;
const TAIL_LINES = 25;
const GRACE_MS = 3000;

/** Other programs, each in a process group of its own that ends with this process, however that ends (see `tether.sh`). */
export function createProcesses(stopping) {
  return {
    /**
     * Runs a program to its end.
     *
     * @param {string} program
     * @param {string[]} args
     * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: string, limitSeconds: number, onLine?: (line: string) => void }} options
     * @returns {Promise<{ exitCode: number, head: string[], tail: string[] }>} first and last lines of both outputs, as they came
     */
    async run(program, args, { cwd, env, log, limitSeconds, onLine }) {
      const child = startTethered(program, args, { cwd, env });
      const forget = stopping.onStop(() => endGroup(child));
      const head = [];
      const tail = [];
      const file = log === undefined ? undefined : createWriteStream(log, { flags: 'a' });
      // A log that cannot be written must not end the run: the tail is kept all the same.
      file?.on('error', () => {});
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          if (head.length < HEAD_LINES) head.push(line);
          tail.push(line);
          if (tail.length > TAIL_LINES) tail.shift();
          file?.write(`${line}\n`);
          onLine?.(line);
        });
      }
      let timedOut = false;
      const limit = setTimeout(() => {
        timedOut = true;
        void endGroup(child);
      }, limitSeconds * 1000);
      try {
        const exitCode = await ended(child, program);
        if (timedOut) {
          throw new CannotRunError(
            [...tail, `'${[program, ...args].join(' ')}' did not end within ${limitSeconds} s, and was stopped`].join(
              '\n',
            ),
          );
        }
        return { exitCode, head, tail };
      } finally {
        clearTimeout(limit);
        forget();
        file?.end();
      }
    },
  };
}

/** Starts a program as the leader of a process group that ends with this process. */
export function startTethered(program, args, { cwd, env, output = 'pipe' }) {
  return spawn('sh', [TETHER, program, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['pipe', output, output],
  });
}

/** Ends a program and everything that it started: asks first, then insists. */
export async function endGroup(child) {
  if (child.pid === undefined) return;
  signalGroup(child.pid, 'SIGTERM');
  const deadline = Date.now() + GRACE_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) await delay(20);
  signalGroup(child.pid, 'SIGKILL');
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}

function ended(child, program) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new CannotRunError(`cannot start '${program}': ${error.message}`)));
    // A grandchild may hold the outputs open; nothing of the group is to stay.
    child.once('exit', () => signalGroup(child.pid, 'SIGKILL'));
    child.once('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}
