import type { JsonMap } from '../../lib/assembly/template';
import { CHANNELS } from '../../lib/catalogue/catalogue';
import {
  type Beside,
  type Channel,
  type Example,
  type FlagSelector,
  isCovered,
  type RestSelector,
  type Selector,
} from '../../lib/catalogue/channel';
import { segmentsOf } from '../../lib/controls/proactive/places';
import type { Finding } from '../../lib/domain/finding';
import { atHome, closedAt, has, leastOf } from './at-home';
import {
  alternativesOf,
  type Form,
  FREE,
  filled,
  isDocument,
  membersOf,
  membersOfType,
  present,
  required,
} from './forms';
import { type Around, type Leaf, type Placed, placed, type Spell } from './place';
import { ACCOUNT, type Pair, pairOf } from './values';

/**
 * What carries the leak:
 * `text`, for which every function of CloudFormation can stand · `structure`, a map or a list · `absence`, something that is
 * not there · `name` of a member of a map · `resource`, which leaks by being there
 */
export type CarrierForm = 'text' | 'structure' | 'absence' | 'name' | 'resource';

/** A resource that leaks by one value at one path, and does not by its twin. */
export interface Carrier {
  readonly channel: string;
  readonly type: string;
  /** As the rule has it. */
  readonly path: string;
  readonly form: CarrierForm;
  /** Whether a choice that can also be at home is no hint of what is abroad. */
  readonly isHint: boolean;
  /** Whether it leaks to the bucket that is made abroad. */
  readonly namesBucket: boolean;
  /** Where findings see the value. */
  readonly at: string;
  readonly reach: Finding['reach'];
  /** What the rule asks for beside the value, which another rule may speak of. */
  readonly beside?: string;
  /** What stands beside the resource in its template. */
  readonly others?: Example['Resources'];
  /** Why its rule has nothing to say of a value that nothing binds, or of one of which only the region is not bound. */
  readonly passesUnbound: Partial<Readonly<Record<'value' | 'region', string>>>;
  /** Why aws-cdk-lib cannot include a template with it. */
  readonly cannotBeIncluded?: string;
  readonly resource: (which: keyof Pair, spell: Spell) => CarrierResource;
}

export interface CarrierResource {
  readonly Type: string;
  readonly Properties: JsonMap;
  readonly Metadata?: JsonMap;
}

/** Something that is not there. */
const ABSENT = undefined;

type ReadSelector = Exclude<Selector, RestSelector>;

/** What stands for a template that is given to a macro. CloudFormation takes no function for the name of one. */
const TEMPLATE_MACRO = 'AWS::CloudFormation::Transform';

/** A carrier for each type and path that a declarative rule reads. */
export function carriersOfSelectors(): Carrier[] {
  return CHANNELS.flatMap((channel) =>
    isCovered(channel.proactive)
      ? channel.proactive.rules.flatMap((rule) =>
          rule.kind === 'function' || rule.kind === 'rest'
            ? []
            : rule.types.filter((type) => type !== TEMPLATE_MACRO).flatMap((type) => carriersOf(channel, rule, type)),
        )
      : [],
  );
}

function carriersOf(channel: Channel, selector: ReadSelector, type: string): Carrier[] {
  const pairs = pairsOf(selector, type);
  return pairs.map((pair) => carrierOf(channel, selector, type, pair));
}

function carrierOf({ id }: Channel, selector: ReadSelector, type: string, pair: Pair): Carrier {
  const build = (which: keyof Pair, spell: Spell) => built(selector, type, pair, which, spell);
  const { path: at, isKey } = build('leak', itself);
  return {
    channel: id,
    type,
    path: selector.path,
    form: formOf(selector, pair, isKey === true),
    isHint: HINTS.has(selector.kind),
    namesBucket: selector.kind === 'bucket',
    at,
    reach: reachOf(selector),
    passesUnbound: passesUnbound(selector),
    ...cannotBeIncluded(type, selector.path, pair),
    ...(selector.when && { beside: placedAt(type, selector.when.path) }),
    resource: (which, spell) => asResource(type, build(which, spell).node as JsonMap),
  };
}

function built(selector: ReadSelector, type: string, pair: Pair, which: keyof Pair, spell: Spell): Placed {
  const members = membersOfType(type);
  const [value, other] = which === 'leak' ? [pair.leak, pair.twin] : [pair.twin, pair.leak];
  const leaf: Leaf = { value, other, spell, ...aroundOf(selector) };
  let properties = leastOf(type);
  if (selector.path === '') return { node: properties, path: '', form: FREE };
  properties = atHome(type, placed(properties, members, selector.path, { ...leaf, spell: itself }).node as JsonMap);
  for (const [beside, isMeant] of [
    [selector.when, true],
    [selector.unless, false],
  ] as const) {
    if (beside !== undefined && (isMeant || has(properties, segmentsOf(beside.path))))
      properties = withBeside(properties, type, beside, isMeant);
  }
  return placed(properties, members, selector.path, leaf);
}

const itself: Spell = (value) => value;

/** Puts beside the value what the rule asks for, or anything but what it excuses. */
function withBeside(properties: JsonMap, type: string, { path, is }: Beside, isMeant: boolean): JsonMap {
  if (is === (isMeant ? 'absent' : 'present')) return properties;
  const members = membersOfType(type);
  const { form } = placed(properties, members, path, EMPTY);
  const wanted = typeof is === 'string' ? filled(form, lastName(path)) : isMeant ? is[0] : otherThan(is, form, path);
  const leaf: Leaf = { value: wanted, other: wanted, spell: itself };
  return placed(properties, members, path, leaf).node as JsonMap;
}

function otherThan(texts: readonly string[], form: Form, path: string): unknown {
  return opposite(texts, form, filled(form, lastName(path)));
}

const HINTS: ReadonlySet<Selector['kind']> = new Set(['text', 'code', 'script', 'policy', 'rest']);

function pairsOf(selector: ReadSelector, type: string): Pair[] {
  const { kind, path } = selector;
  if (kind === 'flag') return pairsOfFlag(selector, formAt(type, path));
  if (kind === 'presence') return [{ leak: present(formAt(type, path), lastName(path)), twin: ABSENT }];
  if (kind === 'absence') return [{ leak: ABSENT, twin: closedAt(type, path) }];
  return [pairOf(kind, lastName(path))];
}

function formAt(type: string, path: string): Form {
  const members = membersOfType(type);
  if (path === '') return FREE;
  return placed(required(members), members, path, EMPTY).form;
}

function passesUnbound(selector: ReadSelector): Carrier['passesUnbound'] {
  if (HINTS.has(selector.kind)) return always('in free text and policies, what is not known is no hint');
  if (selector.kind === 'zone')
    return always('AWS takes no zone of another region, so one that is not bound is at home');
  if ('onlyAbroad' in selector && selector.onlyAbroad === true) {
    return always('the rule asks only for what is proven to be abroad, for another asks for the rest');
  }
  return 'passesUnnamed' in selector && selector.passesUnnamed === true
    ? { value: 'AWS takes it at home only, or it is usually no destination, so what nothing binds passes' }
    : {};
}

function always(why: string): Carrier['passesUnbound'] {
  return { value: why, region: why };
}

/** What aws-cdk-lib does not include, whether it leaks or not, and why. */
export function cannotBeIncluded(type: string, path: string, { leak, twin }: Pair): Pick<Carrier, 'cannotBeIncluded'> {
  const members = membersOfType(type);
  const [member = ''] = segmentsOf(path);
  if (type.startsWith('AWS::') && path !== '' && member !== INIT && !Object.hasOwn(members, member)) {
    return {
      cannotBeIncluded: 'the specification lacks the property, so nothing tells what aws-cdk-lib asks for in it',
    };
  }
  if (type === 'AWS::Logs::ResourcePolicy') {
    return { cannotBeIncluded: 'aws-cdk-lib takes the policy as a text only' };
  }
  const isLacking = path !== '' && (leak === ABSENT || twin === ABSENT);
  return isLacking && placed({}, members, path, EMPTY).isRequired === true
    ? { cannotBeIncluded: 'aws-cdk-lib includes no resource without what AWS asks for' }
    : {};
}

const EMPTY: Leaf = { value: '', other: '', spell: (value) => value };

function placedAt(type: string, path: string): string {
  return placed({}, membersOfType(type), path, EMPTY).path;
}

function pairsOfFlag(selector: FlagSelector, form: Form): Pair[] {
  const pair =
    selector.opens === undefined
      ? { leak: opposite(selector.closes, form), twin: asForm(selector.closes[0], form) }
      : { leak: asForm(selector.opens[0], form), twin: opposite(selector.opens, form) };
  return selector.opensWhenAbsent === true ? [pair, { leak: ABSENT, twin: pair.twin }] : [pair];
}

function asForm(text: string, form: Form): unknown {
  return alternativesOf(form).some(({ type }) => type === 'boolean') ? text === 'true' : text;
}

/** A value that a flag can have beside these. */
function opposite(texts: readonly string[], form: Form, otherwise: unknown = 'OTHER'): unknown {
  const [one = FREE] = alternativesOf(form);
  if (one.type === 'boolean') return !texts.includes('true');
  const allowed = one.type === 'string' ? one.allowedValues : undefined;
  return allowed?.find((value) => !texts.includes(value)) ?? otherwise;
}

function aroundOf({ kind, path }: ReadSelector): Pick<Leaf, 'around'> {
  if (kind === 'policy') return { around: path === 'Statement' ? statement : policy };
  return kind === 'text' ? { around: variable } : {};
}

function statement(resource: unknown): Around {
  return { node: { Effect: 'Allow', Action: '*', Principal: { AWS: ACCOUNT }, Resource: resource }, path: '.Resource' };
}

function policy(resource: unknown, form: Form): Around {
  const { node, path } = statement(resource);
  const document = { Version: '2012-10-17', Statement: [node] };
  const isList = alternativesOf(form).some(({ type }) => type === 'array');
  return {
    node: isList ? [document] : document,
    path: `${isList ? '[0]' : ''}.Statement[0]${path}`,
  };
}

/** A document, or a variable of an environment, where one is a map of its name and its value. */
function variable(value: unknown, form: Form): Around {
  if (isDocument(form)) return { node: { Target: value }, path: '' };
  const members = membersOf(form, 'Value');
  if (!Object.hasOwn(members, 'Value')) return { node: value, path: '' };
  const name = Object.keys(members).find((member) => /^(?:Option)?Name$/u.test(member)) ?? 'Name';
  return { node: { ...required(members), [name]: 'ORDERS_URL', Value: value }, path: '' };
}

function formOf({ kind, path }: ReadSelector, { leak }: Pair, isKey: boolean): CarrierForm {
  if (path === '') return 'resource';
  if (isKey) return 'name';
  if (leak === ABSENT || kind === 'absence') return 'absence';
  return typeof leak === 'object' ? 'structure' : 'text';
}

function reachOf(selector: ReadSelector): Finding['reach'] {
  if (selector.kind === 'account') return 'unknown';
  return 'reach' in selector ? selector.reach : 'abroad';
}

/** What cfn-init reads stands in the metadata, though rules read it like a property. */
function asResource(type: string, { [INIT]: init, ...properties }: JsonMap): CarrierResource {
  return { Type: type, Properties: properties, ...(init !== undefined && { Metadata: { [INIT]: init } }) };
}

const INIT = 'AWS::CloudFormation::Init';

function lastName(path: string): string {
  return /([\w@-]+)(?:\[\]|\{\}|\{key\}|\$)*$/u.exec(path)?.[1] ?? '';
}
