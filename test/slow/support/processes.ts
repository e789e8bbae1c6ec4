import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A process whose command line names the folder: everything that a run there started does. */
export interface Found {
  readonly pid: number;
  readonly command: string;
}

export function processesIn(folder: string): Found[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    // One that has ended and was not waited for has no command line any more.
    const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
    return command.includes(folder) ? [{ pid, command }] : [];
  });
}

/** The processes that are still there after some seconds. */
export async function processesLeft(folder: string, seconds = 6): Promise<Found[]> {
  const deadline = Date.now() + seconds * 1000;
  while (processesIn(folder).length > 0 && Date.now() < deadline) await delay(50);
  return processesIn(folder);
}

const LISTENING = '0A';

/** The addresses that processes listen on, `127.0.0.1:4566`. */
export function listenersOf(processes: readonly Found[]): string[] {
  const inodes = new Set(processes.flatMap(({ pid }) => socketsOf(pid)));
  return ['tcp', 'tcp6'].flatMap((table) =>
    read(`/proc/net/${table}`)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === LISTENING && inodes.has(columns[9] ?? ''))
      .map((columns) => address(columns[1] ?? '')),
  );
}

function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return entries(folder).flatMap((name) => {
    const target = link(path.join(folder, name));
    return target.startsWith('socket:[') ? [target.slice('socket:['.length, -1)] : [];
  });
}

/** `0100007F:11D6` is 127.0.0.1:4566; what is longer is an address of version 6, and none of ours. */
function address(hex: string): string {
  const [host = '', port = ''] = hex.split(':');
  const name = host.length === 8 ? [...Buffer.from(host, 'hex')].toReversed().join('.') : host;
  return `${name}:${Number.parseInt(port, 16)}`;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function link(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
