import { both, type Given, NOTHING } from './given';
import { distinct, MOST_ALTERNATIVES, type Possible, possibleText, steps, under } from './possible';
import { canonical, concat, type Hole, type Text } from './text';

/** Whatever each alternative leads to, under what the alternative takes for given. */
export function flatMap(
  possible: readonly Possible[],
  next: (alternative: Possible) => readonly Possible[],
): readonly Possible[] {
  if (
    possible.length === 1 &&
    possible[0] !== undefined &&
    possible[0].given.size === 0 &&
    possible[0].via.length === 0
  ) {
    return next(possible[0]);
  }
  let results: Possible[] = [];
  for (const alternative of possible) {
    for (const result of next(alternative)) {
      const merged = under(result, alternative.given, alternative.via);
      if (merged !== undefined) results.push(merged);
    }
    if (results.length > MOST_ALTERNATIVES) {
      results = [...distinct(results)];
      // The one alternative that `limited` adds stands for those not looked at, too.
      if (results.length > MOST_ALTERNATIVES) break;
    }
  }
  return limited(results);
}

interface Combination {
  readonly parts: readonly Text[];
  readonly given: Given;
  readonly via: readonly string[];
}

/** Texts put together from parts that can each be several things; what is absent is left out. */
export function joined(parts: readonly (readonly Possible[])[], delimiter = ''): readonly Possible[] {
  let combinations: readonly Combination[] = [{ parts: [], given: NOTHING, via: [] }];
  for (const part of parts) {
    const alternatives = combinations.length * part.length > MOST_ALTERNATIVES ? tooMany(part) : part;
    combinations = combinations.flatMap((combination) => extended(combination, alternatives));
  }
  return distinct(
    combinations.map(({ parts: values, given, via }) => {
      const text = concat(values, delimiter);
      return possibleText(text ?? [TOO_LONG], given, via);
    }),
  );
}

function extended(combination: Combination, alternatives: readonly Possible[]): Combination[] {
  const results: Combination[] = [];
  for (const alternative of alternatives) {
    const given = both(combination.given, alternative.given);
    if (given === undefined) continue;
    const via = steps(combination.via, alternative.via);
    if (alternative.kind === 'absent') results.push({ parts: combination.parts, given, via });
    else results.push({ parts: [...combination.parts, textIn(alternative)], given, via });
  }
  return results;
}

function textIn(possible: Exclude<Possible, { kind: 'absent' }>): Text {
  return possible.kind === 'text' ? possible.text : [NO_TEXT];
}

/** No more alternatives than are told apart; where there are more, one that stands for all that are left out. */
export function limited(possible: readonly Possible[]): readonly Possible[] {
  const told = distinct(possible);
  if (told.length <= MOST_ALTERNATIVES) return told;
  return [...told.slice(0, MOST_ALTERNATIVES - 1), ...tooMany(told.slice(MOST_ALTERNATIVES - 1))];
}

function tooMany(possible: readonly Possible[]): readonly Possible[] {
  const key = possible.map((alternative) =>
    alternative.kind === 'text' ? canonical(alternative.text) : alternative.kind,
  );
  return [possibleText([{ key: `any of ${key.join('\u0001')}`, label: '${…}', because: 'it can be too many things' }])];
}

/** Each text of a list of alternatives; anything else is one hole. */
export function texts(possible: readonly Possible[]): readonly { readonly text: Text; readonly possible: Possible }[] {
  return possible.flatMap((alternative) =>
    alternative.kind === 'absent' ? [] : [{ text: textIn(alternative), possible: alternative }],
  );
}

const NO_TEXT: Hole = { key: 'no text', label: '${…}', because: 'a list or a map stands where a text should' };
const TOO_LONG: Hole = { key: 'too long', label: '${…}', because: 'it is longer than any template' };
