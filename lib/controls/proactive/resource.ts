import { type Given, NOTHING } from '../../assembly/given';
import type { Located } from '../../assembly/possible';
import type { Stack } from '../../assembly/stack';
import { isMap, type JsonMap, memberOf, textAt } from '../../assembly/template';
import { couldBe, known, show, wholeHole } from '../../assembly/text';
import type {
  Beside,
  Destination,
  DestinationKind,
  FlagSelector,
  JudgedResource,
  Place,
} from '../../catalogue/channel';
import { type Destinations, excusesPlainly, isAnyOf, isAtHome, isClosed, lacks } from './glance';
import type { Claims } from './hints/claims';
import { Search, type Sighting, type Spot } from './hints/search';
import type { JudgedStack } from './judged-stack';
import { type Excuse, type Found, type FoundPlace, findPlaces, isPlain, textsAt } from './places';
import { type Question, questionsOf, type Sought } from './questions';
import { reachOf } from './reach';

/** A resource of a template, read through the resolver. */
export class TemplateResource implements JudgedResource {
  readonly type: string;
  readonly logicalId: string;
  readonly home: string;
  readonly allowed: readonly string[];
  readonly resource: JsonMap;
  readonly stack: Stack;
  readonly #judged: JudgedStack;
  readonly #properties: Located;
  readonly #worlds: readonly Given[];
  #isHarmless: boolean | undefined;

  constructor(logicalId: string, resource: JsonMap, judged: JudgedStack) {
    const { stack, terms, resolver } = judged;
    this.logicalId = logicalId;
    this.resource = resource;
    this.type = textAt(resource, 'Type') ?? '';
    this.stack = stack;
    this.home = terms.home;
    this.allowed = terms.allowed;
    this.#judged = judged;
    this.#properties = { node: propertiesOf(resource), stack };
    this.#worlds = resolver.worlds(resource, stack);
  }

  /** Whether it can be made at all: a condition that is decidably false removes it. */
  get canBeMade(): boolean {
    return this.#worlds.length > 0;
  }

  get places(): JudgedResource['places'] {
    return (path) => this.#find(path).places.map((place) => this.#placeAt(place));
  }

  get canBeMissing(): JudgedResource['canBeMissing'] {
    return (path) => {
      const { places, missing } = this.#find(path);
      return places.length === 0 || missing.length > 0;
    };
  }

  /** The names of its properties; undefined where that takes more than a glance to tell. */
  get members(): readonly string[] | undefined {
    const { node } = this.#properties;
    return isPlain(node) ? Object.keys(node) : undefined;
  }

  /** Whether it certainly has no such property, by the names of all that it is within. */
  lacks(members: readonly string[]): boolean {
    return lacks(this.#properties.node, members);
  }

  /** Whether all that a selector can speak of is certainly at home. */
  isAtHome(selector: Destinations): boolean {
    return isAtHome(selector, this.#properties, this.#judged);
  }

  /** Whether a flag certainly does not open its channel. */
  isClosed(selector: FlagSelector): boolean {
    return isClosed(selector, this.#properties);
  }

  /** What a selector's path leads to, but for what its `unless` and `when` leave out; and where something is missing. */
  find(selector: Sought) {
    const { places, missing } = this.findRaw(selector);
    return { places: places.map((place) => this.#placeAt(place)), missing };
  }

  findRaw(sought: Sought): Found {
    return this.#find(
      sought.path,
      questionsOf(sought).map((question) => this.#excuse(question)),
    );
  }

  #find(path: string, excuses: readonly Excuse[] = []): Found {
    return findPlaces(this.#properties, path, this.#worlds, this.#judged.resolver, excuses);
  }

  #excuse(question: Question): Excuse {
    const isExcused = (container: Located, given: Given) => {
      const plainly = excusesPlainly(question, container.node);
      if (plainly !== undefined) return plainly;
      const worlds = given === NOTHING ? this.#worlds : [given];
      const found = findPlaces(container, question.path, worlds, this.#judged.resolver);
      return holds(question.beside, found) === question.excusing;
    };
    return { depth: question.depth, isExcused };
  }

  #placeAt(place: FoundPlace): Place {
    return {
      path: place.path,
      value: place.node,
      canBe: (texts) => canBe(place, texts),
      canBeOther: (texts) => canBeOther(place, texts),
      destination: (kind) => this.#destination(place, kind),
    };
  }

  /** Everything abroad that is spoken of at a place. */
  search({ path, node, stack, possible }: FoundPlace, reading: Partial<Spot> = {}): readonly Sighting[] {
    const search = this.#newSearch();
    const alternatives = possible.map((alternative) => ({ possible: alternative, given: alternative.given }));
    search.among(alternatives, {
      path,
      node,
      stack,
      key: lastKey(path),
      given: NOTHING,
      namesCount: 'of buckets',
      ...reading,
    });
    return search.sightings;
  }

  /** Everything abroad that is spoken of anywhere in the properties, but for what other rules read. */
  searchRest(claims: Claims): readonly Sighting[] {
    const search = this.#newSearch();
    const namesCount = DECIDED_BY_CODE.test(this.type) ? 'of what is kept' : 'of buckets';
    const rest = this.#isJudgedElsewhere
      ? claims.and(['Parameters'])
      : this.#isForEdge
        ? claims.and(['Region'])
        : claims;
    search.from({ path: '', ...this.#properties, key: '', given: NOTHING, namesCount }, rest);
    return search.sightings;
  }

  /** Whether it is a nested stack whose template is here: what it does with its parameters is judged there. */
  get #isJudgedElsewhere(): boolean {
    return this.stack.nested.has(this.logicalId);
  }

  /** Whether it is a custom resource for what CloudFront takes from us-east-1 only, such as a certificate. */
  get #isForEdge(): boolean {
    const { node } = this.#properties;
    const isCertificate = isMap(node) && 'DomainName' in node && ('HostedZoneId' in node || 'ValidationMethod' in node);
    return DECIDED_BY_CODE.test(this.type) && (isCertificate || FOR_EDGE.test(this.type));
  }

  /** Whether nothing in the properties needs to be searched. */
  get isHarmless(): boolean {
    this.#isHarmless ??= !DECIDED_BY_CODE.test(this.type) && this.#judged.harmless.is(this.#properties.node);
    return this.#isHarmless;
  }

  /** Whether its environment has a variable, or may have it where that takes more than a glance to tell. */
  #sets(variable: string): boolean {
    const { node } = this.#properties;
    if (!isPlain(node)) return true;
    return VARIABLES.some(([around, within]) => {
      if (!Object.hasOwn(node, around)) return false;
      const variables = memberOf(node[around], within);
      return !isPlain(variables) || Object.hasOwn(variables, variable);
    });
  }

  #newSearch(): Search {
    const { resolver, surroundings } = this.#judged;
    return new Search(resolver, this.#worlds, surroundings);
  }

  #destination(place: FoundPlace, kind: DestinationKind): Destination {
    if (kind === 'text') return asDestination(this.search(place, { namesCount: 'of anything' })[0]);
    if (kind === 'code' || kind === 'script') {
      const language = kind === 'script' ? kind : { isSet: (variable: string) => this.#sets(variable) };
      return asDestination(this.search(place, { language })[0]);
    }
    const { terms, resolver } = this.#judged;
    let worst: Destination = AT_HOME;
    let worstRank = RANKING.indexOf('home') + 1;
    for (const { text, via } of textsAt(place)) {
      const answer = reachOf(kind, text, terms, resolver.index);
      const isUnnamed = answer.reach === 'unknown' && wholeHole(text) !== undefined;
      const rank = RANKING.indexOf(answer.reach) + (isUnnamed ? 0.5 : 0);
      if (worstRank <= rank) continue;
      worstRank = rank;
      worst = { ...answer, value: show(text), ...(via.length > 0 && { via }), ...(isUnnamed && { isUnnamed }) };
    }
    return worst;
  }
}

/** Types of which code, or another template, decides what their properties mean. */
const DECIDED_BY_CODE =
  /^(?!AWS::)|^AWS::CloudFormation::(?:CustomResource|Stack|StackSet)$|^AWS::Serverless::Application$/u;

/** Where functions and canaries have the variables of their environment. */
const VARIABLES = [
  ['Environment', 'Variables'],
  ['RunConfig', 'EnvironmentVariables'],
] as const;

const FOR_EDGE = /^Custom::\w*(?:cert|acm|edge|cloudfront|waf)/iu;

/** The last name in a path. */
function lastKey(path: string): string {
  return /([^.[\]]+)(?:\[\d+\])*$/u.exec(path)?.[1] ?? '';
}

function asDestination(sighting: Omit<Sighting, 'path' | 'node'> | undefined): Destination {
  if (sighting === undefined) return { reach: 'home', value: '' };
  const { value, because, via, reach = 'abroad', settle } = sighting;
  return { reach, value, because, ...(settle !== undefined && { settle }), ...(via.length > 0 && { via }) };
}

const INIT = 'AWS::CloudFormation::Init';

/** A macro beside the properties can put anything into them. What cfn-init reads in the metadata is put beside them, too. */
function propertiesOf({ Properties: properties = {}, Metadata: metadata, 'Fn::Transform': macro }: JsonMap): unknown {
  const init = memberOf(metadata, INIT);
  if (!isMap(properties) || (macro === undefined && init === undefined)) return properties;
  return {
    ...properties,
    ...(macro !== undefined && { 'Fn::Transform': macro }),
    ...(init !== undefined && { [INIT]: init }),
  };
}

/** Whether what stands beside a value is so always, sometimes or never. Of the keys of a map it is enough that one is so. */
function holds({ path, is }: Beside, { places, missing }: Found): 'always' | 'sometimes' | 'never' {
  if (is === 'absent' && places.length === 0) return 'always';
  if (places.length === 0) return 'never';
  if (path.endsWith('{key}') && Array.isArray(is) && places.some((place) => isAlways(place, is))) return 'always';
  if (is === 'present') return missing.length === 0 ? 'always' : 'sometimes';
  if (is === 'absent') return missing.length === 0 ? 'never' : 'sometimes';
  if (missing.length === 0 && places.every((place) => isAlways(place, is))) return 'always';
  return places.every((place) => canBe(place, is) === 'no') ? 'never' : 'sometimes';
}

function isAlways(place: FoundPlace, literals: readonly string[]): boolean {
  return textsAt(place).every(({ text }) => isAnyOf(known(text), literals));
}

const AT_HOME: Destination = { reach: 'home', value: '' };
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

function canBeOther(place: FoundPlace, texts: readonly string[]): 'yes' | 'no' | 'unknown' {
  const others = textsAt(place).filter(({ text }) => !isAnyOf(known(text), texts));
  if (others.length === 0) return 'no';
  return others.some(({ text }) => !texts.some((literal) => couldBe(text, literal, { ignoreCase: true })))
    ? 'yes'
    : 'unknown';
}
