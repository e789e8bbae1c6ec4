import { assertRegion, unreadIn } from '../../assembly/build-stacks';
import { readAssembly } from '../../assembly/read';
import type { Assembly } from '../../assembly/stack';
import { InputError } from '../../domain/errors';
import type { Finding } from '../../domain/finding';
import type { StackSummary } from '../../domain/stack-summary';
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
  readonly judged: readonly StackSummary[];
}

/** With what was read, and the regions among which its data may move, for those who ask more of it. */
export interface Judgement extends CheckResult {
  readonly assembly: Assembly;
  readonly groups: readonly (readonly string[])[];
}

/**
 * Reads and judges cloud assemblies, templates and folders of templates.
 *
 * @throws InputError when a region among the options is none, or is allowed by no setting
 */
export function check(inputs: readonly string[], options: CheckOptions = {}): CheckResult {
  const { findings, problems, judged } = readAndJudge(inputs, options);
  return { findings, problems, judged };
}

/** The same, and what it was made from. */
export function readAndJudge(inputs: readonly string[], options: CheckOptions = {}): Judgement {
  const { home, adviceWithoutHome, allowed = [], groups = [], onStep } = options;
  if (home !== undefined) assertRegion(home, 'the home region');
  for (const region of [...allowed, ...groups.flat()]) assertRegion(region, 'an allowed region');
  onStep?.('reading templates');
  const { assembly, problems } = readAssembly([...new Set(inputs)], { home, adviceWithoutHome });
  const together = home === undefined ? allowed : [...new Set([home, ...allowed])];
  const judged = assembly.stacks.map((stack) => ({
    stack: stack.label,
    template: stack.file,
    region: stack.region,
    unread: unreadIn(stack),
  }));
  const read = { assembly, groups: [...groups, together] };
  onStep?.('judging stacks');
  try {
    return { findings: judge(assembly, { allowed: together, groups }), problems, judged, ...read };
  } catch (cause) {
    return { findings: [], problems: [...problems, asProblem(cause)], judged: [], ...read };
  }
}

/**
 * What stands in the way of an answer.
 *
 * @throws what was caught, when it is no fault of the input
 */
export function asProblem(cause: unknown): InputError {
  if (cause instanceof InputError) return cause;
  if (!(cause instanceof RangeError)) throw cause;
  return new InputError('TooDeep', 'a template is nested too deeply to be judged; no template is', { cause });
}
