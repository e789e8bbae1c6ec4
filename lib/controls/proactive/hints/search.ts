import { documentIn } from '../../../assembly/documents';
import { allowedBy, both, type Given, NOTHING } from '../../../assembly/given';
import { isChoice } from '../../../assembly/intrinsics/parameters';
import type { Located, Possible, PossibleText } from '../../../assembly/possible';
import type { Resolver } from '../../../assembly/resolver';
import { isMap, type JsonMap } from '../../../assembly/template';
import { type Hole, searchable, show, type Text, UNKNOWN_STRETCH, wholeHole } from '../../../assembly/text';
import type { Claims } from './claims';
import { codeHint, expressionHint, type IsSet } from './code';
import { isDestinationRegion, undecidedDestination } from './destination-region';
import { isIntrinsic } from './harmless';
import { policySightings } from './policy';
import { canNameAPlace, decoded, type Hint } from './reading';
import { scriptHint } from './script';
import type { Surroundings } from './surroundings';
import { isOnlySaid, type NamesCount, valueHint } from './value';

/** Something abroad that is spoken of somewhere within a value. */
export interface Sighting extends Hint {
  readonly path: string;
  readonly node: unknown;
  /** For a person. */
  readonly value: string;
  readonly via: readonly string[];
}

/** Where a search is. */
export interface Spot extends Located {
  readonly path: string;
  /** The nearest key around it. */
  readonly key: string;
  readonly given: Given;
  readonly namesCount: NamesCount;
  /** @default - free text, or a document */
  readonly language?: 'script' | { readonly isSet: IsSet };
}

interface Alternative {
  readonly possible: Possible;
  readonly given: Given;
}

/** Looks through values of any shape for what they name abroad. */
export class Search {
  readonly sightings: Sighting[] = [];
  readonly surroundings: Surroundings;
  readonly #resolver: Resolver;
  readonly #worlds: readonly Given[];
  /** The values that the one being looked at is within. */
  readonly #around = new Set<unknown>();
  /** How often a function has been followed: values that import each other lead to one another in ever new ways. */
  readonly #followed = new Map<unknown, number>();

  constructor(resolver: Resolver, worlds: readonly Given[], surroundings: Surroundings) {
    this.#resolver = resolver;
    this.#worlds = worlds;
    this.surroundings = surroundings;
  }

  from(spot: Spot, claims?: Claims): void {
    const { node } = spot;
    // What leads back to itself, as an output can that a stack imports again, has been looked through already.
    if (this.#isHarmless(spot) || this.#around.has(node)) return;
    if (isMap(node) && Object.keys(node).some(isIntrinsic)) {
      const times = this.#followed.get(node) ?? 0;
      if (times === OFTEN_ENOUGH) return;
      this.#followed.set(node, times + 1);
    }
    this.#around.add(node);
    this.among(this.possibilities(spot), spot, claims);
    this.#around.delete(node);
  }

  /** Looks through all that a value can be. Where a free choice can also be at home, nothing hints that it is not. */
  among(alternatives: readonly Alternative[], spot: Spot, claims?: Claims): void {
    const before = this.sightings.length;
    let canBeHome = false;
    for (const { possible, given } of alternatives) {
      const sofar = this.sightings.length;
      this.#at(possible, { ...spot, given }, claims);
      if (possible.kind === 'text' && this.sightings.length === sofar) canBeHome = true;
    }
    const isFreeChoice = this.sightings.slice(before).every(({ via }) => via.some(isChoice));
    if (canBeHome && isFreeChoice && !isDestinationRegion(spot.key)) this.sightings.length = before;
  }

  #isHarmless(spot: Spot): boolean {
    const isName = spot.namesCount === 'of anything' && this.surroundings.bucketsAbroad.size > 0;
    return !isName && isHarmless(spot);
  }

  /** What a value can be, with all that is taken for given where it stands. */
  possibilities({ node, stack, given }: Spot): Alternative[] {
    return this.#resolver.resolve(node, stack).flatMap((possible) => {
      const merged = both(given, possible.given);
      return merged === undefined || !allowedBy(this.#worlds, merged) ? [] : [{ possible, given: merged }];
    });
  }

  #at(possible: Possible, spot: Spot, claims?: Claims): void {
    if (possible.kind === 'text') this.#text(possible, spot);
    else if (possible.kind === 'list') {
      for (const [index, item] of possible.items.entries()) {
        const inner = claims?.item();
        if (inner !== 'claimed') this.from({ ...spot, ...item, path: `${spot.path}[${index}]` }, inner);
      }
    } else if (possible.kind === 'map') this.#map(possible.entries, { ...spot, stack: possible.stack }, claims);
  }

  /** The spots of a map's members, but for those that only say something. */
  #map(entries: JsonMap, spot: Spot, claims: Claims | undefined): void {
    if (Object.hasOwn(entries, 'Statement') && policySightings(entries, spot, this)) return;
    if (isTemplate(entries)) {
      const { Resources: node } = entries;
      this.from({ ...spot, node, key: 'Resources', path: joined(spot.path, 'Resources') });
      return;
    }
    const pair = entries['Name'] ?? entries['Key'] ?? entries['ParameterKey'];
    for (const [key, node] of Object.entries(entries)) {
      const inner = claims?.member(key);
      // Of a pair, its name is the key: `{ Name: 'SES_REGION', Value: 'us-east-1' }`.
      const named = typeof pair === 'string' && key.endsWith('Value') ? pair : key;
      if (inner === 'claimed' || isOnlySaid(named)) continue;
      const path = joined(spot.path, key);
      this.from({ ...spot, node, key: named, path }, inner);
    }
  }

  #text(possible: PossibleText, spot: Spot): void {
    const { text, via } = possible;
    if (spot.language !== undefined) {
      this.#program(possible, spot, spot.language);
      return;
    }
    const written = searchable(text);
    const document = canNameAPlace(written) && written.length > 20 ? documentIn(text, spot.stack) : undefined;
    if (document !== undefined) {
      this.#at(document, { ...spot, given: NOTHING, namesCount: 'of what is kept' });
      return;
    }
    const expression = JSONATA.exec(written)?.[1];
    if (expression !== undefined) {
      const within = expressionHint(expression, this.surroundings);
      if (within !== undefined) this.report(within, text, via, spot);
      return;
    }
    const hint =
      this.resourceHint(text) ??
      valueHint(written, spot, this.surroundings) ??
      (spot.namesCount === 'of buckets' ? undefined : undecidedDestination(text, spot.key));
    if (hint !== undefined) this.report(hint, text, via, spot);
  }

  #program({ text, via }: PossibleText, spot: Spot, language: NonNullable<Spot['language']>): void {
    const { path, node, key } = spot;
    const written = decoded(searchable(text));
    const hint = this.#programHint(written, language) ?? undecidedDestination(text, key);
    if (hint === undefined) return;
    const value = excerpt(written).replaceAll(UNKNOWN_STRETCH, '${…}');
    this.sightings.push({ path, node, value, via, ...hint });
  }

  #programHint(written: string, language: NonNullable<Spot['language']>): Hint | undefined {
    if (!canNameAPlace(written)) return undefined;
    return language === 'script'
      ? scriptHint(written, this.surroundings)
      : codeHint(written, this.surroundings, language.isSet);
  }

  /** What a text is of that a stack of the assembly makes abroad. */
  resourceHint(text: Text): Hint | undefined {
    const hole = text.find((part): part is Hole => typeof part === 'object' && part.resource !== undefined);
    const resource = hole?.resource;
    if (resource === undefined || this.surroundings.allowed.includes(resource.region)) return undefined;
    if (wholeHole(text) === undefined && text[0] !== hole) return undefined;
    const { type, logicalId } = resource;
    return IMPERSONAL_TYPES.test(type) || (type === 'AWS::CloudFormation::Stack' && IMPERSONAL_OUTPUTS.test(logicalId))
      ? undefined
      : { because: `which stack '${resource.madeBy}' makes in '${resource.region}'` };
  }

  report(hint: Hint, text: Text, via: readonly string[], { path, node }: Spot): void {
    this.sightings.push({ path, node, value: excerpt(show(text)), via, ...hint });
  }
}

/** Whether a map is a template within a template, as a stack set has one: of those, maps and conditions are no values. */
function isTemplate(entries: JsonMap): boolean {
  return (
    Object.hasOwn(entries, 'Resources') &&
    (Object.hasOwn(entries, 'AWSTemplateFormatVersion') || 'Outputs' in entries || Object.keys(entries).length === 1)
  );
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** What may be of another region, because it has to be, or because it is code. */
const IMPERSONAL_TYPES =
  /^AWS::(?:CertificateManager|CloudFront|CodeBuild|CodeCommit|CodePipeline|ECR|IAM|Route53|WAFv2|SSM)::|^AWS::Lambda::(?:LayerVersion|Version)$/u;

/** Outputs of a stack that is not here, by their names: what of another region a resource at home may be told of. */
const IMPERSONAL_OUTPUTS =
  /cert|acm|distribution|cloudfront|edge|web_?acl|waf|zone|role|policy|image|repo|layer|version/iu;

/** An expression that a state machine evaluates. */
const JSONATA = /^\s*\{%([\s\S]*)%\}\s*$/u;

const OFTEN_ENOUGH = 20;

const LONGEST_VALUE = 80;

/** As much of a text as a message holds. */
function excerpt(text: string): string {
  const line = text.slice(0, 1000).replaceAll(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_VALUE ? line : `${line.slice(0, LONGEST_VALUE)}…`;
}

/** Whether a value is plain and names no place, or is something that this stack makes itself: then it is not worth resolving. */
function isHarmless({ node, stack }: Spot): boolean {
  if (typeof node === 'string') return !canNameAPlace(node) && !node.includes('{{resolve:');
  if (typeof node !== 'object' || node === null) return true;
  if (!isMap(node)) return false;
  const { Ref: name } = node;
  return typeof name === 'string' && Object.hasOwn(stack.template.Resources, name);
}
