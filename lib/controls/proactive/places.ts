import { allowedBy, both, type Given, NOTHING } from '../../assembly/given';
import {
  type Located,
  type Possible,
  type PossibleMap,
  type PossibleText,
  possibleText,
  under,
} from '../../assembly/possible';
import type { Resolver } from '../../assembly/resolver';
import type { JsonMap } from '../../assembly/template';
import { wholeHole } from '../../assembly/text';

/** A place that a path leads to, and what can stand there. */
export interface FoundPlace {
  readonly path: string;
  /** As the template has it. */
  readonly node: unknown;
  readonly possible: readonly Possible[];
}

export interface Found {
  readonly places: readonly FoundPlace[];
  /** Whether something on the way can be missing. */
  readonly canBeAbsent: boolean;
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
  excuse?: Excuse,
): Found {
  const walk = new Walk(segmentsOf(path), worlds, resolver, excuse);
  walk.from(properties, 0, '', NOTHING);
  return { places: [...walk.places.values()], canBeAbsent: walk.canBeAbsent };
}

const SEGMENTS = new Map<string, readonly string[]>();

/** `A.B[].C` as `A`, `B`, `[]`, `C`. */
export function segmentsOf(path: string): readonly string[] {
  let segments = SEGMENTS.get(path);
  if (segments === undefined) {
    segments = path
      .replaceAll(/(\[\]|\{\})/gu, '.$1')
      .split('.')
      .filter((segment) => segment !== '');
    SEGMENTS.set(path, segments);
  }
  return segments;
}

interface GrowingPlace extends FoundPlace {
  readonly possible: Possible[];
}

class Walk {
  readonly places = new Map<string, GrowingPlace>();
  canBeAbsent = false;
  readonly #segments: readonly string[];
  readonly #worlds: readonly Given[];
  readonly #resolver: Resolver;
  readonly #excuse: Excuse | undefined;

  constructor(segments: readonly string[], worlds: readonly Given[], resolver: Resolver, excuse: Excuse | undefined) {
    this.#segments = segments;
    this.#worlds = worlds;
    this.#resolver = resolver;
    this.#excuse = excuse;
  }

  from(container: Located, depth: number, path: string, given: Given): void {
    if (this.#excuse?.depth === depth && this.#excuse.isExcused(container, given)) return;
    for (const possible of this.#resolver.resolve(container.node, container.stack)) {
      const merged = both(given, possible.given);
      if (merged === undefined || !allowedBy(this.#worlds, merged)) continue;
      this.#step(under(possible, given) ?? possible, container, depth, path, merged);
    }
  }

  #step(possible: Possible, container: Located, depth: number, path: string, given: Given): void {
    const segment = this.#segments[depth];
    if (possible.kind === 'absent') {
      this.canBeAbsent = true;
    } else if (segment === undefined || isWhollyUnknown(possible)) {
      this.#record(path, container.node, possible);
    } else if (possible.kind === 'list') {
      for (const [index, item] of possible.items.entries()) {
        if (segment === '[]') this.from(item, depth + 1, `${path}[${index}]`, given);
      }
    } else if (possible.kind === 'map') {
      this.#member(possible, segment, container, depth, path, given);
    }
  }

  #member(map: PossibleMap, segment: string, container: Located, depth: number, path: string, given: Given): void {
    const { entries, stack } = map;
    if (segment === '{}') {
      for (const [key, node] of Object.entries(entries))
        this.from({ node, stack }, depth + 1, joined(path, key), given);
    } else if (segment === '[]') {
      // CloudFormation takes one element for a list of one.
      this.#step(map, container, depth + 1, path, given);
    } else if (isIncluded(entries, segment)) {
      this.#record(joined(path, TRANSFORM), entries, INCLUDED);
    } else {
      this.from({ node: entries[segment], stack }, depth + 1, joined(path, segment), given);
    }
  }

  #record(path: string, node: unknown, possible: Possible): void {
    const place = this.places.get(path);
    if (place === undefined) this.places.set(path, { path, node, possible: [possible] });
    else place.possible.push(possible);
  }
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

const NO_TEXT = { key: 'no text', label: '${…}', because: 'a list or a map stands where a name should' };
