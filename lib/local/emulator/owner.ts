import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processStart } from './process-start';

/** Which process an emulator's folder belongs to, written into the folder by that process. */
export interface Owner {
  readonly pid: number;
  readonly start: string | undefined;
  /** Whether it goes on without the run that started it. */
  readonly kept: boolean;
  readonly endpoint: string;
  readonly emulatorPort: number;
}

const PREFIX = 'emulator-';
const OWNER = 'owner.json';

export function writeOwner(folder: string, description: Omit<Owner, 'pid' | 'start'>): void {
  const owner: Owner = { pid: process.pid, start: processStart(process.pid), ...description };
  writeFileSync(path.join(folder, OWNER), `${JSON.stringify(owner)}\n`);
}

/** A name for an emulator's folder in `within` that nobody has. */
export function newFolder(within: string): string {
  return path.join(within, `${PREFIX}${process.pid}-${Date.now().toString(36)}`);
}

/** The owners that still run, each with its folder; folders whose owner has died are removed. */
export function livingOwners(within: string): { readonly folder: string; readonly owner: Owner }[] {
  mkdirSync(within, { recursive: true });
  return readdirSync(within)
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => {
      const folder = path.join(within, name);
      const owner = readOwner(folder);
      if (owner !== undefined && isRunning(owner)) return [{ folder, owner }];
      rmSync(folder, { recursive: true, force: true });
      return [];
    });
}

/** Whether it is that very process, and not another that was given its id since. */
export function isRunning({ pid, start }: Pick<Owner, 'pid' | 'start'>): boolean {
  return start !== undefined && processStart(pid) === start;
}

function readOwner(folder: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, OWNER), 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}
