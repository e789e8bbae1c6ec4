import { canonical, concat, known, type Text } from '../../assembly/text';

/** Whether a text matches a pattern: for sure, for some values of what is not known, or never. */
export type Match = 'yes' | 'maybe' | 'no';

const WILDCARD = /[*?]/u;

const EXPRESSIONS = new Map<string, RegExp>();

/** Whether a literal matches a pattern of IAM, in which `*` is any text and `?` one character. */
export function matches(pattern: string, literal: string): boolean {
  const first = pattern.search(WILDCARD);
  if (first === -1) return pattern === literal;
  if (!literal.startsWith(pattern.slice(0, first))) return false;
  // As nearly all patterns do.
  if (first === pattern.length - 1 && pattern.endsWith('*')) return true;
  let expression = EXPRESSIONS.get(pattern);
  if (expression === undefined) {
    const source = pattern
      .replaceAll(/[.+^${}()|[\]\\]/gu, '\\$&')
      .replaceAll(/\*+/gu, '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, 'su');
    EXPRESSIONS.set(pattern, expression);
  }
  return expression.test(literal);
}

export function hasWildcard(text: Text): boolean {
  return text.some((part) => typeof part === 'string' && WILDCARD.test(part));
}

/** Whether a name, in which holes are not known, matches a pattern, in which holes and wildcards are not. */
export function matchesText(pattern: Text, name: Text): Match {
  if (canonical(pattern) === canonical(name)) return 'yes';
  const [rest, restOfName] = withoutCommonStart(pattern, name);
  const [literal, literalName] = [known(rest), known(restOfName)];
  if (literal === '*') return 'yes';
  if (literal !== undefined && literalName !== undefined) return matches(literal, literalName) ? 'yes' : 'no';
  const isApart =
    !agree(startOf(rest), startOf(restOfName)) || !agree(reversed(endOf(rest)), reversed(endOf(restOfName)));
  return isApart ? 'no' : 'maybe';
}

/** Parts that are the same in both, holes by their keys. */
function withoutCommonStart(pattern: Text, name: Text): readonly [Text, Text] {
  let common = 0;
  while (
    common < pattern.length &&
    canonical(pattern.slice(common, common + 1)) === canonical(name.slice(common, common + 1))
  ) {
    common += 1;
  }
  return [pattern.slice(common), name.slice(common)];
}

/** The known stretch before the first hole or wildcard. */
export function startOf([first]: Text): string {
  return typeof first === 'string' ? (first.split(WILDCARD)[0] ?? '') : '';
}

function endOf(text: Text): string {
  const last = text.at(-1);
  return typeof last === 'string' ? (last.split(WILDCARD).at(-1) ?? '') : '';
}

function agree(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function reversed(text: string): string {
  return text.split('').toReversed().join('');
}

/** What follows a literal start, or undefined where the text begins otherwise. */
export function after(start: string, text: Text): Text | undefined {
  const [first = '', ...rest] = text;
  if (typeof first !== 'string' || !first.startsWith(start)) return undefined;
  return concat([[first.slice(start.length)], rest]);
}

/** A text up to the first of some characters in its known stretches. */
export function upTo(end: RegExp, text: Text): Text {
  const parts: Text[number][] = [];
  for (const part of text) {
    const at = typeof part === 'string' ? part.search(end) : -1;
    if (at === -1) parts.push(part);
    else {
      if (typeof part === 'string' && at > 0) parts.push(part.slice(0, at));
      break;
    }
  }
  return parts;
}
