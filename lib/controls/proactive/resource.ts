import { type Given, NOTHING } from '../../assembly/given';
import type { Located } from '../../assembly/possible';
import type { AssemblyResolver } from '../../assembly/resolve';
import type { Stack } from '../../assembly/stack';
import { isMap, type JsonMap, textAt } from '../../assembly/template';
import { couldBe, known, show } from '../../assembly/text';
import type { Destination, DestinationKind, JudgedResource, Place } from '../../catalogue/channel';
import { type Excuse, type Found, type FoundPlace, findPlaces, segmentsOf, textsAt } from './places';
import { reachOf, type Terms } from './reach';

/** A resource of a template, read through the resolver. */
export class TemplateResource implements JudgedResource {
  readonly type: string;
  readonly logicalId: string;
  readonly home: string;
  readonly allowed: readonly string[];
  readonly resource: JsonMap;
  readonly stack: Stack;
  readonly #terms: Terms;
  readonly #worlds: readonly Given[];
  readonly #resolver: AssemblyResolver;

  constructor(logicalId: string, resource: JsonMap, stack: Stack, terms: Terms, resolver: AssemblyResolver) {
    this.logicalId = logicalId;
    this.resource = resource;
    this.type = textAt(resource, 'Type') ?? '';
    this.stack = stack;
    this.home = terms.home;
    this.allowed = terms.allowed;
    this.#terms = terms;
    this.#worlds = resolver.worlds(resource, stack);
    this.#resolver = resolver;
  }

  /** Whether it can be made at all: a condition that is decidably false removes it. */
  get canBeMade(): boolean {
    return this.#worlds.length > 0;
  }

  readonly places = (path: string): readonly Place[] => this.#find(path).places.map((place) => this.#placeAt(place));

  /** The same, leaving out what an `unless` excuses, and whether something on the way can be missing. */
  find(path: string, unless?: { readonly path: string; readonly is: readonly string[] }) {
    const { places, canBeAbsent } = this.#find(path, unless && this.#excuse(path, unless));
    return { places: places.map((place) => this.#placeAt(place)), canBeAbsent };
  }

  #find(path: string, excuse?: Excuse): Found {
    const properties = { node: propertiesOf(this.resource), stack: this.stack };
    return findPlaces(properties, path, this.#worlds, this.#resolver, excuse);
  }

  /** Both paths are the same as far as the last list that they share: there the other one is followed as well. */
  #excuse(path: string, unless: { readonly path: string; readonly is: readonly string[] }): Excuse {
    const [segments, others] = [segmentsOf(path), segmentsOf(unless.path)];
    const parting = segments.findIndex((segment, index) => segment !== others[index]);
    const depth = segments.slice(0, parting).lastIndexOf('[]') + 1;
    const rest = others.slice(depth).join('.');
    const isExcused = (container: Located, given: Given) => {
      const worlds = given === NOTHING ? this.#worlds : [given];
      const { places, canBeAbsent } = findPlaces(container, rest, worlds, this.#resolver);
      const texts = places.flatMap(textsAt).map(({ text }) => known(text));
      return !canBeAbsent && texts.length > 0 && texts.every((text) => text !== undefined && unless.is.includes(text));
    };
    return { depth, isExcused };
  }

  #placeAt(place: FoundPlace): Place {
    return {
      path: place.path,
      value: place.node,
      canBe: (texts) => canBe(place, texts),
      destination: (kind) => this.#destination(place, kind),
    };
  }

  #destination(place: FoundPlace, kind: DestinationKind): Destination {
    const answers = textsAt(place).map(({ text, via }) => {
      const answer = reachOf(kind, text, this.#terms, this.#resolver.index);
      return { value: show(text), answer, via };
    });
    const worst = RANKING.map((reach) => answers.find(({ answer }) => answer.reach === reach)).find(
      (found) => found !== undefined,
    );
    if (worst === undefined) return { reach: 'home', value: '' };
    const { value, answer, via } = worst;
    return { ...answer, value, ...(via.length > 0 && { via }) };
  }
}

/** A macro beside the properties can put anything into them. */
function propertiesOf({ Properties: properties = {}, 'Fn::Transform': macro }: JsonMap): unknown {
  return macro === undefined || !isMap(properties) ? properties : { ...properties, 'Fn::Transform': macro };
}

const RANKING = ['abroad', 'unknown', 'home'] as const;

function canBe(place: FoundPlace, texts: readonly string[]): 'yes' | 'no' | 'unknown' {
  let answer: 'no' | 'unknown' = 'no';
  for (const { text } of textsAt(place)) {
    if (!texts.some((literal) => couldBe(text, literal, { ignoreCase: true }))) continue;
    if (known(text) !== undefined) return 'yes';
    answer = 'unknown';
  }
  return answer;
}
