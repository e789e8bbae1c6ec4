import { isMadeHere } from '../../assembly/intrinsics/references';
import type { Located } from '../../assembly/possible';
import { isText, scalarText } from '../../assembly/template';
import type { Beside, DestinationSelector, FlagSelector } from '../../catalogue/channel';
import type { JudgedStack } from './judged-stack';
import { isNamed, isPlain, segmentsOf } from './places';
import { type Question, questionsOf, type Sought } from './questions';
import type { PlaceKind } from './reach';

// What is as it seems needs not be resolved: literals, names of what the same stack makes, and the plain maps and lists that
// they stand in. That is most of every template. What these functions cannot tell, the resolver has to.

/** Whether there is certainly nothing under these names, one within the other. */
export function lacks(node: unknown, members: readonly string[]): boolean {
  let value = node;
  for (const member of members) {
    if (!isPlain(value)) return false;
    if (!Object.hasOwn(value, member)) return true;
    value = value[member];
  }
  return false;
}

/** Whether what stands beside a value excuses all that is in their container; undefined where it cannot be told. */
export function excusesPlainly({ beside, segments, excusing }: Question, container: unknown): boolean | undefined {
  const isSo = holdsPlainly(container, segments, beside);
  return isSo === undefined ? undefined : isSo === (excusing === 'always');
}

function holdsPlainly(node: unknown, segments: readonly string[], { is }: Beside): boolean | undefined {
  let value = node;
  for (const segment of segments) {
    if (!isNamed(segment) || !isPlain(value)) return undefined;
    if (!Object.hasOwn(value, segment)) return is === 'absent';
    value = value[segment];
  }
  const text = literalOf(value);
  if (text === undefined) return undefined;
  return is === 'present' || (is !== 'absent' && isAnyOf(text, is));
}

/** Whether a flag certainly does not open its channel. */
export function isClosed({ path, opens, closes, opensWhenAbsent }: FlagSelector, { node }: Located): boolean {
  if (opensWhenAbsent === true) return false;
  return allPass(node, segmentsOf(path), 0, NO_QUESTIONS, (value) => {
    const text = literalOf(value);
    return text !== undefined && (opens === undefined ? isAnyOf(text, closes) : !isAnyOf(text, opens));
  });
}

/** What a selector asks of destinations, as far as it counts here. */
export type Destinations = Sought & Pick<DestinationSelector, 'kind' | 'passesUnnamed'>;

/** Whether all destinations that are asked for are certainly at home. */
export function isAtHome(selector: Destinations, { node, stack }: Located, judged: JudgedStack): boolean {
  const { path, kind } = selector;
  if (kind === 'text' || kind === 'code' || kind === 'script') return false;
  return allPass(node, segmentsOf(path), 0, questionsOf(selector), (value) => {
    if (OF_WHAT_IS_MADE.has(kind) && isMadeHere(value, stack)) return true;
    return judged.isAtHome(kind, value, selector.passesUnnamed === true);
  });
}

/** Kinds of value that are at home wherever something that is made at home is named, whatever it is. */
const OF_WHAT_IS_MADE: ReadonlySet<PlaceKind> = new Set(['arn', 'key', 'account', 'model']);

const NO_QUESTIONS: readonly Question[] = [];

/** Whether all that a path leads to passes a test, or is excused. */
function allPass(
  node: unknown,
  segments: readonly string[],
  depth: number,
  questions: readonly Question[],
  passes: (value: unknown) => boolean,
): boolean {
  for (const question of questions) {
    if (question.depth === depth && excusesPlainly(question, node) === true) return true;
  }
  const segment = segments[depth];
  if (segment === undefined) return passes(node);
  if (segment === '[]') {
    if (!Array.isArray(node)) return allPass(node, segments, depth + 1, questions, passes);
    return node.every((item) => allPass(item, segments, depth + 1, questions, passes));
  }
  if (!isNamed(segment) || !isPlain(node)) return false;
  return !Object.hasOwn(node, segment) || allPass(node[segment], segments, depth + 1, questions, passes);
}

/** A value that is nothing but a text. */
function literalOf(value: unknown): string | undefined {
  if (isText(value)) return value.includes('{{resolve:') ? undefined : value;
  return typeof value === 'boolean' || typeof value === 'number' ? scalarText(value) : undefined;
}

/** Compared without regard to case, as CloudFormation compares. */
export function isAnyOf(text: string | undefined, literals: readonly string[]): boolean {
  return text !== undefined && literals.some((literal) => literal.toLowerCase() === text.toLowerCase());
}
