// Writes what reviewers and `tools/compare-evidence.ts` read into a folder: a synthesis with every check, what was found in it,
// and every policy with its size. A step that finds something stops nothing: the worst of their exit codes is the end's.
//   npm run evidence -- <folder>
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const [folder, ...more] = process.argv.slice(2);
if (folder === undefined || more.length > 0) {
  process.stderr.write('evidence: name one folder to write to\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const domicile = (...args) => run('dist/bin/domicile.js', ...args);
process.exitCode = Math.max(
  run('tools/synth-strict.mjs'),
  domicile('check', 'cdk.out', '--format', 'json', '--output', path.join(folder, 'residency.json')),
  domicile('check', 'cdk.out', '--format', 'sarif', '--output', path.join(folder, 'residency.sarif')),
  domicile('nag', 'cdk.out', '--out', path.join(folder, 'nag')),
  domicile('policies', '--out', path.join(folder, 'policies')),
);

function run(...args) {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 2;
}
