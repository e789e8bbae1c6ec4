// Bundles everything that runs as JavaScript: the CDK app, the command line, and one file for each function of a cell.
// A fraction of a second; cdk.json calls it before each run of the app, so that an edit is never ignored.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const within = (...parts) => path.join(root, ...parts);

const shared = { absWorkingDir: root, bundle: true, platform: 'node', logLevel: 'warning', legalComments: 'none' };

const suffix = '.lambda.ts';
const functions = readdirSync(within('lib', 'app'))
  .filter((file) => file.endsWith(suffix))
  .map((file) => ({ in: within('lib', 'app', file), out: `${file.slice(0, -suffix.length)}/index` }));

/** Bundles the app, the command line and the functions into `dist/`. */
export async function buildAll() {
  rmSync(within('dist', 'functions'), { recursive: true, force: true });
  await Promise.all([
    build({
      ...shared,
      entryPoints: ['app.ts', 'domicile.ts'].map((file) => within('bin', file)).filter(existsSync),
      outdir: within('dist', 'bin'),
      format: 'cjs',
      target: 'node20',
      packages: 'external',
    }),
    build({
      ...shared,
      entryPoints: functions,
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
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
