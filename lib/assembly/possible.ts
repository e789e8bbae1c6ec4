import { both, type Given, NOTHING } from './given';
import type { Stack } from './stack';
import { canonical, type Hole, type Text, textOf } from './text';

/**
 * One thing that a value can be, down to its first level: a list's items and a map's values are resolved when asked for.
 */
export type Possible = PossibleText | PossibleList | PossibleMap | PossiblyAbsent;

interface Common {
  /** What it takes for given. */
  readonly given: Given;
  /** How it came about, for a person: `parameter 'Stage' is 'live' by default`. */
  readonly via: readonly string[];
}

/** A scalar. One whole hole can also be a list or a map: nothing is known of it. */
export interface PossibleText extends Common {
  readonly kind: 'text';
  readonly text: Text;
}

export interface PossibleList extends Common {
  readonly kind: 'list';
  readonly items: readonly Located[];
}

export interface PossibleMap extends Common {
  readonly kind: 'map';
  readonly entries: Readonly<Record<string, unknown>>;
  readonly stack: Stack;
}

/** `AWS::NoValue`, or a property that is not there. */
export interface PossiblyAbsent extends Common {
  readonly kind: 'absent';
}

/** A value of a template, and the stack whose parameters, conditions and resources it speaks of. */
export interface Located {
  readonly node: unknown;
  readonly stack: Stack;
}

/** Takes the place of a template's value when the value has been resolved already. */
export class Resolved {
  readonly possible: readonly Possible[];

  constructor(possible: readonly Possible[]) {
    this.possible = possible;
  }
}

/** More alternatives than this are no longer told apart. */
export const MOST_ALTERNATIVES = 256;

const NO_STEPS: readonly string[] = [];

export function possibleText(text: Text, given: Given = NOTHING, via: readonly string[] = NO_STEPS): PossibleText {
  return { kind: 'text', text, given, via };
}

export function literal(value: string): readonly [PossibleText] {
  return [possibleText(textOf(value))];
}

export function unknown(hole: Hole): readonly [PossibleText] {
  return [possibleText([hole])];
}

export const ABSENT: readonly Possible[] = [{ kind: 'absent', given: NOTHING, via: NO_STEPS }];

/** The same possibility under what another takes for given as well; undefined when they contradict each other. */
export function under<P extends Possible>(possible: P, given: Given, via: readonly string[] = NO_STEPS): P | undefined {
  const merged = both(given, possible.given);
  if (merged === undefined) return undefined;
  if (merged === possible.given && via.length === 0) return possible;
  return { ...possible, given: merged, via: steps(via, possible.via) };
}

/** The steps of both, each once. */
export function steps(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length === 0) return other;
  return other.length === 0 ? one : [...new Set([...one, ...other])];
}

/** Drops repeated alternatives. */
export function distinct(possible: readonly Possible[]): readonly Possible[] {
  if (possible.length < 2) return possible;
  const seen = new Set<string>();
  return possible.filter((alternative) => {
    if (alternative.kind === 'list' || alternative.kind === 'map') return true;
    const value = alternative.kind === 'text' ? canonical(alternative.text) : '\u0000absent';
    const key = `${value}\u0001${[...alternative.given].flat().join('\u0001')}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
