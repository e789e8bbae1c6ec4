// Before `npm pack`: bundles what other programs import, and writes its declarations. Not part of each build, for nothing in
// this repository needs it.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const ENTRIES = ['lib/public/cdk-domicile.ts', 'lib/public/check.ts', 'lib/public/nag.ts'];

async function buildPackage() {
  await build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outdir: path.join('dist', 'lib'),
    packages: 'external',
    legalComments: 'none',
    logLevel: 'warning',
  });
  declare();
}

/** Of all declarations that the compiler writes, those that the entries lead to: the others name what is nobody's business. */
function declare() {
  const emitted = mkdtempSync(path.join(tmpdir(), 'domicile-types-'));
  try {
    const compiler = path.join('node_modules', 'typescript', 'bin', 'tsc');
    const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.package.json', '--outDir', emitted], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('the declarations of the package cannot be written');
    const types = path.join(root, 'dist', 'types');
    rmSync(types, { recursive: true, force: true });
    for (const file of reachable(emitted)) cpSync(path.join(emitted, file), path.join(types, file));
  } finally {
    rmSync(emitted, { recursive: true, force: true });
  }
}

function reachable(folder) {
  const files = new Set(ENTRIES.map((entry) => entry.replace(/\.ts$/, '.d.ts')));
  // A set that grows while it is walked is walked to its new end.
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
      files.add(path.join(path.dirname(file), `${name}.d.ts`));
    }
  }
  return files;
}

buildPackage().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
