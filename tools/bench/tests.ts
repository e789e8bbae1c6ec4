import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { medians, table } from './measure';

const TIMES = 3;

/** The tiers of tests that `npm test` runs, against jest with one test that does nothing. */
export function tests(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'domicile-bench-'));
  try {
    writeFileSync(path.join(folder, 'nothing.test.js'), "test('nothing', () => undefined);");
    writeFileSync(path.join(folder, 'jest.config.js'), 'module.exports = {};');
    const jest = (...args: string[]) => ({
      program: process.execPath,
      args: [path.join('node_modules', 'jest', 'bin', 'jest'), ...args],
    });
    const of = medians(
      {
        nothing: jest('--rootDir', folder, '--config', path.join(folder, 'jest.config.js')),
        unit: jest('--selectProjects', 'unit'),
        engine: jest('--selectProjects', 'unit', 'engine'),
        fast: { program: 'npm', args: ['test', '--silent'] },
      },
      TIMES,
    );
    const row = (name: string, taken: number) => [name, taken.toFixed(1), (taken / of.nothing).toFixed(1)];
    return table(
      ['tests, median of 3', 'seconds', 'ratio'],
      [
        row('jest with one test that does nothing', of.nothing),
        row('unit tests, without aws-cdk-lib', of.unit),
        row('those and the engine, with all channels', of.engine),
        row('npm test: all of the fast tests', of.fast),
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
