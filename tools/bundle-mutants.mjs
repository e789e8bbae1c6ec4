// Stryker's build command: puts the tests of a part and all that they load into one file, so that jest has one to load for each
// change, where it would look up and load hundreds. Runs where Stryker has put the changed sources.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { bundle, sources, tests } from './mutants.cjs';

const root = process.cwd();

/** What is changed is loaded first: what runs only then is told from what a test runs. */
const entry = [
  ...sources.map((file) => `import './${file}';`),
  ...tests.map((file) => `describe('${file}', () => void require('./${file}'));`),
].join('\n');

/** Folders that tests name beside themselves are those of the sources, not of the bundle. */
const ownFolders = {
  name: 'own-folders',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, async (args) => ({
      contents: (await readFile(args.path, 'utf8')).replaceAll('__dirname', JSON.stringify(path.dirname(args.path))),
      loader: 'ts',
    }));
  },
};

await build({
  stdin: { contents: entry, resolveDir: root, sourcefile: 'mutants.js' },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [ownFolders],
});
