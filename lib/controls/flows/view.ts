import { NOTHING } from '../../assembly/given';
import { type Located, Resolved } from '../../assembly/possible';
import type { Resolver } from '../../assembly/resolver';
import type { Assembly, Stack } from '../../assembly/stack';
import type { Hole, Text } from '../../assembly/text';
import { type FoundPlace, findPlaces, textsAt } from '../proactive/places';
import type { Terms } from '../proactive/reach';
import { Resource } from './resource';

/** A value somewhere in a resource, and where. */
export interface Spot {
  readonly located: Located;
  readonly path: string;
}

export interface TextSpot {
  readonly text: Text;
  readonly path: string;
}

/** The resources of a whole assembly, and what their properties come to. */
export class View {
  readonly resources: readonly Resource[];
  readonly resolver: Resolver;
  /** Where the data of a stack may rest. */
  readonly terms: (stack: Stack) => Terms;
  readonly #byType = new Map<string, Resource[]>();
  readonly #byKey = new Map<string, Resource>();
  #byLabel: ReadonlyMap<string, Resource> | undefined;

  constructor({ stacks }: Assembly, resolver: Resolver, terms: (stack: Stack) => Terms) {
    this.resolver = resolver;
    this.terms = terms;
    this.resources = stacks.flatMap((stack) => this.#resourcesOf(stack));
    for (const resource of this.resources) {
      this.#byKey.set(keyOf(resource.stack.id, resource.logicalId), resource);
      const sofar = this.#byType.get(resource.type);
      if (sofar === undefined) this.#byType.set(resource.type, [resource]);
      else sofar.push(resource);
    }
  }

  #resourcesOf(stack: Stack): Resource[] {
    const found: Resource[] = [];
    for (const [logicalId, declared] of this.resolver.resources(stack)) {
      const worlds = this.resolver.worlds(declared, stack);
      if (worlds.length > 0) found.push(new Resource(logicalId, declared, stack, worlds));
    }
    return found;
  }

  /** The types that there are. */
  get types(): Iterable<string> {
    return this.#byType.keys();
  }

  ofType(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  /** A resource as a report names it. */
  called(stack: string, logicalId: string): Resource | undefined {
    this.#byLabel ??= new Map(this.resources.map((one) => [keyOf(one.stack.label, one.logicalId), one]));
    return this.#byLabel.get(keyOf(stack, logicalId));
  }

  /** The resource that a hole is the name or an attribute of. */
  behind(hole: Hole): Resource | undefined {
    return hole.resource && this.#byKey.get(keyOf(hole.resource.stackId, hole.resource.logicalId));
  }

  /** Every place that a path leads to in a resource. */
  spots(resource: Resource, path: string): readonly Spot[] {
    if (resource.lacks(path)) return NONE;
    const { properties, worlds, stack } = resource;
    return findPlaces(properties, path, worlds, this.resolver).places.map((place) => spotOf(place, stack, ''));
  }

  /** The same from a place on. */
  below({ located, path: start }: Spot, path: string): readonly Spot[] {
    const { places } = findPlaces(located, path, EVERY_WORLD, this.resolver);
    return places.map((place) => spotOf(place, located.stack, start));
  }

  /** Whether nothing can stand where a path leads to: always, or where a condition is not decided. */
  canBeMissing(resource: Resource, path: string): boolean {
    if (resource.lacks(path)) return true;
    const { properties, worlds } = resource;
    const { places, missing } = findPlaces(properties, path, worlds, this.resolver);
    return places.length === 0 || missing.length > 0;
  }

  /** Every text that can stand where a path leads to in a resource. */
  texts(resource: Resource, path: string): readonly TextSpot[] {
    if (resource.lacks(path)) return NONE;
    const { properties, worlds } = resource;
    return textSpots(findPlaces(properties, path, worlds, this.resolver).places, '');
  }

  textsBelow({ located, path: start }: Spot, path: string): readonly TextSpot[] {
    return textSpots(findPlaces(located, path, EVERY_WORLD, this.resolver).places, start);
  }
}

const EVERY_WORLD = [NOTHING];
const NONE: readonly never[] = [];

function keyOf(stackId: string, logicalId: string): string {
  return `${stackId}\u0000${logicalId}`;
}

function spotOf({ possible, path }: FoundPlace, stack: Stack, start: string): Spot {
  return { located: { node: new Resolved(possible), stack }, path: joined(start, path) };
}

function textSpots(places: readonly FoundPlace[], start: string): TextSpot[] {
  return places.flatMap((place) => textsAt(place).map(({ text }) => ({ text, path: joined(start, place.path) })));
}

function joined(start: string, path: string): string {
  if (start === '' || path === '') return start + path;
  return path.startsWith('[') ? start + path : `${start}.${path}`;
}
