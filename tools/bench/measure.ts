import { spawnSync } from 'node:child_process';

/** A command, run to its end with its output thrown away. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a command once.
 *
 * @returns seconds of wall-clock time
 * @throws Error with the end of what the command said, when it failed
 */
export function seconds({ program, args, cwd, env }: Command): number {
  const started = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const elapsed = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0) throw new Error(`'${program} ${args.join(' ')}' failed:\n${`${stdout}${stderr}`.slice(-2000)}`);
  return elapsed;
}

/** Runs commands in turn, several times each, after one run that warms the file cache. @returns the median of each */
export function medians<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  times: number,
): Record<Name, number> {
  const names = Object.keys(commands) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= times; round += 1) {
    for (const name of names) {
      const elapsed = seconds(commands[name]);
      if (round > 0) taken.get(name)?.push(elapsed);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A table as Markdown takes it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
