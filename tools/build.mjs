// Bundles everything that runs as JavaScript: the CDK app, the command line, and one file for each function of a cell.
// A fraction of a second; cdk.json does it before each run of the app, so that an edit is never ignored.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildPage } from './build-web.mjs';
import { onlyWhatIsLoaded } from './only-what-is-loaded.mjs';
import { ruleNames } from './rule-names.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const within = (...parts) => path.join(root, ...parts);
const SUFFIX = '.lambda.ts';

/** The functions' names and files: `<name>.lambda.ts` of the application and of the detective controls. */
function functions() {
  return [within('lib', 'app'), within('lib', 'controls', 'detective')]
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => ({ name: path.basename(file, SUFFIX), file }));
}

/**
 * Bundles the app, the command line and the functions into `dist/`. Two builds at once do each other no harm.
 *
 * @param forReview whether every pack of cdk-nag runs
 */
export default async function buildAll({ forReview = false } = {}) {
  const shared = { absWorkingDir: root, bundle: true, platform: 'node', logLevel: 'warning', legalComments: 'none' };
  const made = functions();
  for (const stale of existsSync(within('dist', 'functions')) ? readdirSync(within('dist', 'functions')) : []) {
    if (!made.some(({ name }) => name === stale))
      rmSync(within('dist', 'functions', stale), { recursive: true, force: true });
  }
  await Promise.all([
    build({
      ...shared,
      entryPoints: ['app.ts', 'domicile.ts'].map((file) => within('bin', file)).filter(existsSync),
      outdir: within('dist', 'bin'),
      format: 'cjs',
      target: 'node20',
      // cdk-nag is hundreds of small files: one file of them loads in half the time. The others look for files of their own.
      external: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs', 'commander', 'yaml', 'zod', 'zod/*'],
      plugins: forReview ? [ruleNames, onlyWhatIsLoaded] : [onlyWhatIsLoaded],
      // Read when something is found, to name the line that somebody wrote; loading the bundle does not touch them.
      sourcemap: 'linked',
    }),
    build({
      ...shared,
      entryPoints: made.map(({ name, file }) => ({ in: file, out: `${name}/index` })),
      outdir: within('dist', 'functions'),
      outExtension: { '.js': '.mjs' },
      format: 'esm',
      target: 'node20',
      // The SDK's CommonJS parts call require; an ES module has none of its own.
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      mainFields: ['module', 'main'],
      minify: true,
      keepNames: true,
    }),
    buildPage(root, within('dist', 'functions', 'home-page')),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  buildAll().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
