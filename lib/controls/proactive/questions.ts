import type { Beside, Selector } from '../../catalogue/channel';
import { isSeveral, segmentsOf } from './places';

/** What a selector looks for, and what it asks beside that. */
export type Sought = Pick<Selector, 'path' | 'unless' | 'when'>;

/** What is asked beside a value, and what answer excuses the value. */
export interface Question {
  readonly beside: Beside;
  readonly excusing: 'always' | 'never';
  /** How many segments of the value's path lead to the container in which it is asked. */
  readonly depth: number;
  /** From there to what stands beside. */
  readonly path: string;
  readonly segments: readonly string[];
}

const KNOWN = new WeakMap<Sought, readonly Question[]>();

/** What a selector asks, which is taken apart once. */
export function questionsOf(sought: Sought): readonly Question[] {
  let questions = KNOWN.get(sought);
  if (questions === undefined) {
    const { path, unless, when } = sought;
    questions = [
      ...(unless === undefined ? [] : [question(path, unless, 'always')]),
      ...(when === undefined ? [] : [question(path, when, 'never')]),
    ];
    KNOWN.set(sought, questions);
  }
  return questions;
}

/** Both paths are the same as far as the last list that they share: there the other one is followed as well. */
function question(path: string, beside: Beside, excusing: Question['excusing']): Question {
  const [ones, others] = [segmentsOf(path), segmentsOf(beside.path)];
  const parting = ones.findIndex((segment, index) => segment !== others[index]);
  const depth = ones.slice(0, parting).findLastIndex(isSeveral) + 1;
  const segments = others.slice(depth);
  return { beside, excusing, depth, path: segments.join('.'), segments };
}
