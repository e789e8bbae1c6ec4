import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import buildAll from '../build.mjs';
import { medians, table } from './measure';

const TIMES = 7;

/**
 * `cdk synth` of both cells against that of an empty app: the same CLI, both prebuilt, both without AWS's own validation,
 * which `npm run synth:strict` runs instead, in CI.
 */
export async function synthesis(): Promise<string> {
  await buildAll();
  const folder = mkdtempSync(path.join(tmpdir(), 'domicile-bench-'));
  try {
    const library = JSON.stringify(path.resolve('node_modules', 'aws-cdk-lib', 'core'));
    writeFileSync(
      path.join(folder, 'empty.js'),
      `const { App, Stack } = require(${library}); const app = new App(); new Stack(app, 'Empty'); app.synth();`,
    );
    const synth = (app: string, output: string) => ({
      program: process.execPath,
      args: [
        path.join('node_modules', 'aws-cdk', 'bin', 'cdk'),
        'synth',
        '--quiet',
        '--no-validation',
        '--no-notices',
        '--app',
        app,
        '--output',
        path.join(folder, output),
      ],
    });
    const node = JSON.stringify(process.execPath);
    const { empty, cells } = medians(
      {
        empty: synth(`${node} ${path.join(folder, 'empty.js')}`, 'empty'),
        cells: synth(`${node} ${path.join('tools', 'built-app.cjs')}`, 'cells'),
      },
      TIMES,
    );
    return table(
      ['cdk synth, median of 7', 'seconds', 'ratio'],
      [
        ['an empty app', empty.toFixed(2), '1'],
        ['both cells, with cdk-nag and our checks', cells.toFixed(2), (cells / empty).toFixed(2)],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
