import { documentIn } from '../../assembly/documents';
import { allowedBy, both, type Given, NOTHING } from '../../assembly/given';
import {
  type Located,
  type Possible,
  type PossibleMap,
  type PossibleText,
  possibleText,
  Resolved,
  under,
} from '../../assembly/possible';
import type { Resolver } from '../../assembly/resolver';
import type { Stack } from '../../assembly/stack';
import { isMap, type JsonMap } from '../../assembly/template';
import { textOf, wholeHole } from '../../assembly/text';

/** A place that a path leads to, and what can stand there. */
export interface FoundPlace {
  readonly path: string;
  /** As the template has it. */
  readonly node: unknown;
  readonly stack: Stack;
  readonly possible: readonly Possible[];
}

export interface Found {
  readonly places: readonly FoundPlace[];
  /** Where something can be missing, as the path would be: within a list, for each element that there is. */
  readonly missing: readonly string[];
}

/** Stops a walk at each container that it excuses. */
export interface Excuse {
  /** How many segments of the path lead to the container. */
  readonly depth: number;
  readonly isExcused: (container: Located, given: Given) => boolean;
}

/** Every place that a path leads to, through lists, maps, conditions and whatever else a value can be made of. */
export function findPlaces(
  properties: Located,
  path: string,
  worlds: readonly Given[],
  resolver: Resolver,
  excuses: readonly Excuse[] = [],
): Found {
  const walk = new Walk(planOf(path), worlds, resolver, excuses);
  walk.from(properties, 0, '', NOTHING);
  return walk.found;
}

/** A path, taken apart once. */
interface Plan {
  readonly segments: readonly string[];
  /** Up to this depth, what is missing is a list, a map or an element of one, and then nothing in it can be. */
  readonly firstOfOne: number;
}

const PLANS = new Map<string, Plan>();

function planOf(path: string): Plan {
  let plan = PLANS.get(path);
  if (plan === undefined) {
    const segments = path
      .replaceAll(/(\[\]|\{(?:key)?\}|\$)/gu, '.$1')
      .split('.')
      .filter((segment) => segment !== '');
    const last = segments.findLastIndex((segment) => !isSeveral(segment));
    plan = { segments, firstOfOne: segments.slice(0, last).findLastIndex(isSeveral) + 1 };
    PLANS.set(path, plan);
  }
  return plan;
}

/** `A.B[].C` as `A`, `B`, `[]`, `C`. */
export function segmentsOf(path: string): readonly string[] {
  return planOf(path).segments;
}

/** The properties that a path begins with, one within the other. */
export function firstMembers(path: string): readonly string[] {
  const segments = segmentsOf(path);
  const end = segments.findIndex((segment) => !isNamed(segment));
  return end === -1 ? segments : segments.slice(0, end);
}

const SEVERAL: ReadonlySet<string> = new Set(['[]', '{}', '{key}', '**']);

/** Whether a segment leads to more than one place. */
export function isSeveral(segment: string): boolean {
  return SEVERAL.has(segment);
}

/** Whether a segment is the name of a property. */
export function isNamed(segment: string): boolean {
  return segment !== '$' && !SEVERAL.has(segment);
}

interface GrowingPlace extends FoundPlace {
  readonly possible: Possible[];
}

class Walk {
  #places: Map<string, GrowingPlace> | undefined;
  readonly #missing: string[] = [];
  readonly #segments: readonly string[];
  readonly #firstOfOne: number;
  readonly #worlds: readonly Given[];
  readonly #resolver: Resolver;
  readonly #excuses: readonly Excuse[];

  constructor(
    { segments, firstOfOne }: Plan,
    worlds: readonly Given[],
    resolver: Resolver,
    excuses: readonly Excuse[],
  ) {
    this.#segments = segments;
    this.#firstOfOne = firstOfOne;
    this.#worlds = worlds;
    this.#resolver = resolver;
    this.#excuses = excuses;
  }

  get found(): Found {
    return { places: this.#places === undefined ? [] : [...this.#places.values()], missing: this.#missing };
  }

  from(container: Located, depth: number, path: string, given: Given): void {
    const segment = this.#segments[depth];
    if (segment !== undefined && isNamed(segment) && isPlain(container.node)) {
      this.#straight(container.node, segment, container, depth, path, given);
      return;
    }
    for (const possible of this.#resolver.resolve(container.node, container.stack)) {
      const merged = both(given, possible.given);
      if (merged === undefined || !allowedBy(this.#worlds, merged)) continue;
      this.#step(under(possible, given) ?? possible, container, depth, path, merged);
    }
  }

  /** From a map that is what it seems, nothing has to be resolved to get to a member of it. */
  #straight(map: JsonMap, segment: string, container: Located, depth: number, path: string, given: Given): void {
    if (this.#isExcused(container, depth, given)) return;
    const isThere = Object.hasOwn(map, segment);
    const inner = joined(path, segment);
    if (isThere || this.#excuses.length > 0) {
      this.from({ node: isThere ? map[segment] : undefined, stack: container.stack }, depth + 1, inner, given);
    } else if (depth + 1 > this.#firstOfOne) {
      this.#miss(inner, depth + 1);
    }
  }

  #step(possible: Possible, container: Located, depth: number, path: string, given: Given): void {
    if (this.#isExcused(container, depth, given)) return;
    const segment = this.#segments[depth];
    if (possible.kind === 'absent') {
      if (depth > this.#firstOfOne) this.#miss(path, depth);
    } else if (segment === undefined || (segment !== '**' && isWhollyUnknown(possible))) {
      this.#record(path, container, possible);
    } else if (segment === '$') {
      this.#document(possible, container, depth, path, given);
    } else if (segment === '**') {
      this.#anywhere(possible, container, depth, path, given);
    } else if (possible.kind === 'list') {
      if (segment === '[]') this.#items(possible.items, depth + 1, path, given);
    } else if (possible.kind === 'map') {
      this.#member(possible, segment, container, depth, path, given);
    } else if (segment === '[]') {
      // As policies do, CloudFormation takes one text for a list of one.
      this.#step(possible, container, depth + 1, path, given);
    }
  }

  #isExcused(container: Located, depth: number, given: Given): boolean {
    return (
      this.#excuses.length > 0 &&
      this.#excuses.some((excuse) => excuse.depth === depth && excuse.isExcused(container, given))
    );
  }

  /** A text that holds no document has nothing in it; what is a map or a list already is taken as it is. */
  #document(possible: Possible, container: Located, depth: number, path: string, given: Given): void {
    const document = possible.kind === 'text' ? documentIn(possible.text, container.stack) : possible;
    if (document !== undefined) {
      this.#step(under(document, given, possible.via) ?? document, container, depth + 1, path, given);
    }
  }

  #anywhere(possible: Possible, container: Located, depth: number, path: string, given: Given): void {
    if (possible.kind === 'text' || possible.kind === 'absent') return;
    this.#step(possible, container, depth + 1, path, given);
    if (possible.kind === 'list') this.#items(possible.items, depth, path, given);
    else if (possible.kind === 'map') this.#values(possible, depth, path, given);
  }

  #items(items: readonly Located[], depth: number, path: string, given: Given): void {
    for (const [index, item] of items.entries()) this.from(item, depth, `${path}[${index}]`, given);
  }

  #values({ entries, stack }: PossibleMap, depth: number, path: string, given: Given): void {
    for (const [key, node] of Object.entries(entries)) this.from({ node, stack }, depth, joined(path, key), given);
  }

  #member(map: PossibleMap, segment: string, container: Located, depth: number, path: string, given: Given): void {
    const { entries, stack } = map;
    if (segment === '{}') {
      this.#values(map, depth + 1, path, given);
    } else if (segment === '{key}') {
      for (const key of Object.keys(entries)) {
        this.#step(
          possibleText(textOf(key), given, map.via),
          { node: key, stack },
          depth + 1,
          joined(path, key),
          given,
        );
      }
    } else if (segment === '[]') {
      // CloudFormation takes one element for a list of one.
      this.#step(map, container, depth + 1, path, given);
    } else if (isIncluded(entries, segment)) {
      this.#record(joined(path, TRANSFORM), { node: entries, stack }, INCLUDED);
    } else {
      this.from({ node: entries[segment], stack }, depth + 1, joined(path, segment), given);
    }
  }

  #record(path: string, { node, stack }: Located, possible: Possible): void {
    this.#places ??= new Map();
    const place = this.#places.get(path);
    if (place === undefined) this.#places.set(path, { path, node, stack, possible: [possible] });
    else place.possible.push(possible);
  }

  #miss(path: string, depth: number): void {
    const rest = this.#segments.slice(depth).filter(isNamed).reduce(joined, path);
    if (!this.#missing.includes(rest)) this.#missing.push(rest);
  }
}

/** Whether a value is a map, and neither a function nor resolved already. */
export function isPlain(node: unknown): node is JsonMap {
  if (!isMap(node) || node instanceof Resolved) return false;
  for (const key in node) if (key === 'Ref' || key.startsWith('Fn::')) return false;
  return true;
}

const TRANSFORM = 'Fn::Transform';

/** Whether a member can come from a snippet or a macro that is not here. */
function isIncluded(entries: JsonMap, member: string): boolean {
  return Object.hasOwn(entries, TRANSFORM) && !Object.hasOwn(entries, member);
}

const INCLUDED = possibleText([
  {
    key: 'included',
    label: `\${${TRANSFORM}}`,
    because: 'a macro can put anything there',
    settle: 'check the template that CloudFormation makes of it (aws cloudformation get-template)',
  },
]);

function isWhollyUnknown(possible: Possible): possible is PossibleText {
  return possible.kind === 'text' && wholeHole(possible.text) !== undefined;
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The texts that can stand at a place. A list or a map there tells nothing. */
export function textsAt({ possible }: FoundPlace): readonly PossibleText[] {
  return possible.map((alternative) =>
    alternative.kind === 'text' ? alternative : possibleText([NO_TEXT], alternative.given, alternative.via),
  );
}

/** Stands where a text should, and there is a list or a map. */
export const NO_TEXT = { key: 'no text', label: '${…}', because: 'a list or a map stands where a name should' };
