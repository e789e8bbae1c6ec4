import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { InputError } from '../domain/errors';

/**
 * Writes a file as a whole or not at all: whoever reads it meanwhile, or after a crash, finds the old one.
 *
 * @throws InputError `OutputNotWritten`
 */
export function writeWhole(file: string, text: string): void {
  try {
    const target = existing(file);
    // A device or a pipe cannot be replaced, and must not be: it is written to.
    if (target !== undefined && !target.isFile) writeFileSync(file, text);
    else replace(target?.path ?? file, text);
  } catch (cause) {
    throw new InputError('OutputNotWritten', `'${file}' cannot be written; name a file in a folder that is there`, {
      cause,
    });
  }
}

/** What a file's name leads to, through links. */
function existing(file: string): { readonly path: string; readonly isFile: boolean } | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && { path: realpathSync(file), isFile: stats.isFile() };
}

function replace(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
