import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** All that the app and its build are made of; what npm installed is in its own list. */
const FOLDERS = ['bin', 'lib', 'stacks', 'tools'];
const FILES = [
  'cdk.json',
  'cdk.context.json',
  'package.json',
  'package-lock.json',
  'residency-exceptions.json',
  'tsconfig.json',
  path.join('node_modules', '.package-lock.json'),
];

/**
 * What an assembly was made from, as a digest of every byte of it: an assembly of the same key is the same.
 *
 * @param given what the app is told from outside
 */
export function assemblyKey(root: string, given: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, given]));
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );
  const present = FILES.filter((file) => existsSync(path.join(root, file)));
  for (const file of [...inFolders, ...present].toSorted()) {
    const bytes = readFileSync(path.join(root, file));
    hash.update(JSON.stringify([file, bytes.length])).update(bytes);
  }
  return hash.digest('hex');
}

/** The key beside an assembly, which is there only when the assembly is whole. */
export class KeyFile {
  readonly #file: string;

  constructor(assembly: string) {
    this.#file = `${assembly}.key`;
  }

  holds(key: string): boolean {
    return existsSync(this.#file) && readFileSync(this.#file, 'utf8') === key;
  }

  write(key: string): void {
    writeFileSync(this.#file, key);
  }

  remove(): void {
    rmSync(this.#file, { force: true });
  }
}
