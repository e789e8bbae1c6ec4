import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { table } from './measure';

/** `npm start` on a clean clone of what is committed, twice, and how long each of its steps took. */
export function start(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'domicile-bench-'));
  try {
    run('git', ['clone', '--quiet', '.', folder], process.cwd());
    const [first, second] = [startIn(folder), startIn(folder)];
    const steps = [...new Set([...first.keys(), ...second.keys()])];
    return table(
      ['npm start', 'first time, seconds', 'second time, seconds'],
      steps.map((step) => [step, show(first.get(step)), show(second.get(step))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The seconds of each step by its name, and of all. */
function startIn(folder: string): Map<string, number> {
  const started = Date.now();
  const output = run('npm', ['start', '--silent'], folder);
  const all = (Date.now() - started) / 1000;
  const steps = [...output.matchAll(/^\s*✓ (?<step>\S+).*?\s(?<seconds>\d+(?:\.\d+)?) s\s*$/gm)];
  return new Map([
    ...steps.map(({ groups }) => [groups?.['step'] ?? '', Number(groups?.['seconds'])] as const),
    ['**all**', all],
  ]);
}

function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`'${program} ${args.join(' ')}' failed:\n${`${stdout}${stderr}`.slice(-3000)}`);
  return stdout;
}

function show(taken: number | undefined): string {
  return taken === undefined ? '–' : taken.toFixed(1);
}
