import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

/** How the command ends whose report goes to a file, and what it has to say about it. */
function reportTo(file: string, flags: string) {
  const out = openSync(file, flags);
  try {
    const command = ['--import', 'tsx', path.join('bin', 'domicile.ts'), 'explain'];
    const { status, stderr } = spawnSync(process.execPath, command, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', out, 'pipe'],
    });
    return { status, stderr };
  } finally {
    closeSync(out);
  }
}

describe('the command as a process', () => {
  it('ends with 0 when its report is written', () => {
    expect(reportTo('/dev/null', 'w')).toEqual({ status: 0, stderr: '' });
  }, 30_000);

  it('ends with 2 when its report cannot be written, and says why', () => {
    // This device is always full.
    expect(reportTo('/dev/full', 'w')).toEqual({
      status: 2,
      stderr: "cdk-domicile: the report cannot be written to where the output goes ('ENOSPC')\n",
    });
  }, 30_000);
});
