import type { Template } from './assembly';

/** Parts that are shorter, or stand fewer times, are quicker read where they are. */
const SHORTEST = 60;
const FEWEST = 3;
const OWN = '<own>';

/**
 * A template as a person can review it: a part that stands in it several times stands once, under `Alike`, and is named by its
 * number wherever it was. Nothing is lost: unfolded, it is the template again, but for the names that a function gives what
 * belongs to it, which are `<own>` in it.
 *
 * @param names of the functions, by which what belongs to one is told from what belongs to another
 */
export function foldAlike(template: Template, names: readonly string[]): object {
  const resources = Object.entries(template.Resources).map(
    ([id, resource]) => [id, ownedBy(id, resource, names)] as const,
  );
  const times = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = JSON.stringify(value);
    times.set(text, (times.get(text) ?? 0) + 1);
    for (const part of Object.values(value)) count(part);
  };
  for (const [, resource] of resources) count(resource);

  const alike: unknown[] = [];
  const numbers = new Map<string, number>();
  /** @param around how often that stands which this is a part of: what stands nowhere else stays in it */
  const partsOf = (value: object, around: number): unknown =>
    Array.isArray(value)
      ? value.map((part) => fold(part, around))
      : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fold(part, around)]));
  const fold = (value: unknown, around: number): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    const often = times.get(text) ?? 0;
    if (text.length < SHORTEST || often < FEWEST || often <= around) return partsOf(value, around);
    const number = numbers.get(text) ?? numbers.size + 1;
    if (!numbers.has(text)) {
      numbers.set(text, number);
      alike[number - 1] = partsOf(value, often);
    }
    return `alike ${number}`;
  };
  const folded = Object.fromEntries(resources.map(([id, resource]) => [id, fold(resource, 0)]));
  return { ...template, Resources: folded, Alike: Object.fromEntries(alike.map((part, index) => [index + 1, part])) };
}

/** What belongs to a function, with the function's name put aside; anything else as it is. */
function ownedBy(id: string, resource: unknown, names: readonly string[]): unknown {
  const name = names.filter((one) => id.startsWith(one.replaceAll('-', ''))).toSorted((a, b) => b.length - a.length)[0];
  if (name === undefined) return resource;
  const ids = new RegExp(`\\b${name.replaceAll('-', '')}(?=[A-Za-z]*[0-9A-F]{8}\\b)`, 'gu');
  return JSON.parse(JSON.stringify(resource).replaceAll(ids, OWN).replaceAll(`Eu-${name}"`, `Eu-${OWN}"`));
}
