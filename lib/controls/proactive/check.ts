import { assertRegion } from '../../assembly/build-stacks';
import { readAssembly } from '../../assembly/read';
import { InputError } from '../../domain/errors';
import type { Finding } from '../../domain/finding';
import { judge } from './judge';

export interface CheckOptions {
  /** The region of stacks of which nothing else says where they go. */
  readonly home?: string | undefined;
  /** What a person can do where neither says it. @default - to name a region with --home */
  readonly adviceWithoutHome?: string | undefined;
  /** Regions beside home among which data may move. */
  readonly allowed?: readonly string[] | undefined;
  /** For each jurisdiction the regions among which its data may move. */
  readonly groups?: readonly (readonly string[])[] | undefined;
  /** Is told what comes next, before it is done. */
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** What was not judged, and why. */
  readonly problems: readonly InputError[];
  /** The stacks that were judged, with the files of their templates. */
  readonly judged: readonly { readonly stack: string; readonly template: string; readonly region: string }[];
}

/**
 * Reads and judges cloud assemblies, templates and folders of templates.
 *
 * @throws InputError when a region among the options is none, or is allowed by no setting
 */
export function check(inputs: readonly string[], options: CheckOptions = {}): CheckResult {
  const { home, adviceWithoutHome, allowed = [], groups = [], onStep } = options;
  if (home !== undefined) assertRegion(home, 'the home region');
  for (const region of [...allowed, ...groups.flat()]) assertRegion(region, 'an allowed region');
  onStep?.('reading templates');
  const { assembly, problems } = readAssembly([...new Set(inputs)], { home, adviceWithoutHome });
  const together = home === undefined ? allowed : [...new Set([home, ...allowed])];
  const judged = assembly.stacks.map(({ label, file, region }) => ({ stack: label, template: file, region }));
  onStep?.('judging stacks');
  try {
    return { findings: judge(assembly, { allowed: together, groups }), problems, judged };
  } catch (cause) {
    const problem = cause instanceof RangeError ? tooDeep(cause) : cause;
    if (!(problem instanceof InputError)) throw cause;
    return { findings: [], problems: [...problems, problem], judged: [] };
  }
}

function tooDeep(cause: RangeError): InputError {
  return new InputError('TooDeep', 'a template is nested too deeply to be judged; no template is', { cause });
}
