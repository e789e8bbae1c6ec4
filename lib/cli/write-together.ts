import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../domain/errors';

/**
 * Writes files into a folder, all of them or none: each is complete before the first takes its place.
 *
 * @throws InputError `OutputNotWritten`
 */
export function writeTogether(folder: string, files: Readonly<Record<string, string>>): void {
  const temporary = (name: string) => path.join(folder, `.${name}.${process.pid}.tmp`);
  const names = Object.keys(files);
  let made: string | undefined;
  try {
    made = mkdirSync(folder, { recursive: true });
    for (const name of names) writeFileSync(temporary(name), files[name] ?? '');
    for (const name of names) {
      if (statSync(path.join(folder, name), { throwIfNoEntry: false })?.isDirectory())
        throw new Error(`'${name}' is a folder`);
    }
    for (const name of names) renameSync(temporary(name), path.join(folder, name));
  } catch (cause) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      for (const name of names) rmSync(temporary(name), { force: true });
    }
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw new InputError('OutputNotWritten', `'${folder}' cannot be written; name a folder with --out that can be`, {
      cause,
    });
  }
}
