import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Scratch } from './support/scratch';

jest.setTimeout(2 * 60_000);

let scratch: Scratch;
beforeAll(() => {
  scratch = new Scratch(['node_modules']);
});
afterAll(() => scratch.remove());

/** The files in which the compiler finds something missing. */
function filesThatDoNotCompile(): string[] {
  const args = [path.join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', '.'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: scratch.folder, encoding: 'utf8' });
  const files = stdout.split('\n').flatMap((line) => /^(lib\/[^(]+)\(/.exec(line)?.[1] ?? []);
  return [...new Set(files)].toSorted();
}

// test/constructs/declarations.test.ts shows a store that is not in the table at all.
it('a store that is added to the table of personal stores does not compile without its three handlers', () => {
  const table = path.join(scratch.folder, 'lib', 'domain', 'personal-stores.ts');
  const whole = readFileSync(table, 'utf8');
  const store = "letters: { export: 'handler', erase: 'handler', move: 'handler' },";
  writeFileSync(
    table,
    whole.replace('export const PERSONAL_STORES = {', `export const PERSONAL_STORES = {\n  ${store}`),
  );
  expect(filesThatDoNotCompile()).toEqual(
    expect.arrayContaining([
      'lib/app/archive/records.ts',
      'lib/app/stores/erasers.ts',
      'lib/app/use-cases/import-archive.ts',
      'lib/domain/archive/format.ts',
    ]),
  );
  writeFileSync(table, whole);
  expect(filesThatDoNotCompile()).toEqual([]);
});
