/**
 * What one possibility takes for given: parameters and conditions that only the deployment decides, each by key with the
 * value that it is taken to have, or with values that it is taken not to have (`key≠value`).
 *
 * Possibilities that contradict each other are never combined: a template cannot be in two minds about one parameter.
 */
export type Given = ReadonlyMap<string, string>;

const SEPARATOR = '\u0000≠\u0000';

export const NOTHING: Given = new Map();

export function givenThat(key: string, value: string): Given {
  return new Map([[key, value]]);
}

export function givenThatNot(key: string, value: string): Given {
  return new Map([[`${key}${SEPARATOR}${value}`, '']]);
}

/** Both together, or undefined when they contradict each other. */
export function both(one: Given, other: Given): Given | undefined {
  if (one.size === 0) return other;
  if (other.size === 0 || one === other) return one;
  for (const [key, value] of other) {
    const taken = one.get(key);
    if (taken !== undefined && taken !== value) return undefined;
    if (one.has(`${key}${SEPARATOR}${value}`)) return undefined;
    const [positive = '', excluded] = key.split(SEPARATOR);
    if (excluded !== undefined && one.get(positive) === excluded) return undefined;
  }
  return new Map([...one, ...other]);
}

/** Whether any of the worlds allows it. */
export function allowedBy(worlds: readonly Given[], given: Given): boolean {
  return worlds.some((world) => both(world, given) !== undefined);
}
