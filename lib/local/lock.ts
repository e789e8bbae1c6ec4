import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, type Owner } from './emulator/owner';
import { processStart } from './emulator/process-start';
import { LocalError } from './errors';

type Holder = Pick<Owner, 'pid' | 'start'>;

/** Sees to it that one run at a time works in this folder: two would deploy into each other's assemblies. */
export function takeLock(within: string): () => void {
  mkdirSync(within, { recursive: true });
  const file = path.join(within, 'lock.json');
  const holder = read(file);
  if (holder !== undefined && isRunning(holder)) {
    throw new LocalError(
      'AlreadyRunning',
      `another run is under way here (process '${holder.pid}'); wait for its end, or stop it`,
    );
  }
  const own: Holder = { pid: process.pid, start: processStart(process.pid) };
  writeFileSync(file, JSON.stringify(own));
  return () => rmSync(file, { force: true });
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
