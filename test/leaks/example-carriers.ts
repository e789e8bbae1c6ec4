import { isMap, isText, type JsonMap } from '../../lib/assembly/template';
import { CHANNELS } from '../../lib/catalogue/catalogue';
import { type Channel, type Example, isCovered, type Proactive } from '../../lib/catalogue/channel';
import { judge } from '../../lib/controls/proactive/judge';
import type { Finding } from '../../lib/domain/finding';
import { REGIONS } from '../../lib/domain/regions';
import { stackOf } from '../support/in-memory';
import { closedAt, leastOf } from './at-home';
import { type Carrier, cannotBeIncluded } from './carriers';
import { completedMembers, membersOfType } from './forms';
import type { Spell } from './place';
import { HOME, type Pair } from './values';

/** A channel with only those of its rules of which no selector says what they read. */
interface Unselected {
  readonly channel: Channel;
  readonly proactive: Proactive;
}

/** A carrier for each value that breaks a rule without selectors in an example of its channel. */
export function carriersOfExamples(): Carrier[] {
  return unselected().flatMap(({ channel, proactive }) =>
    proactive.violating.flatMap((example) =>
      judge({ stacks: [stackOf({ ...example })] }, {}, [channel]).flatMap((finding) =>
        carriersIn(example, finding, proactive),
      ),
    ),
  );
}

function unselected(): Unselected[] {
  return CHANNELS.flatMap((channel) => {
    if (!isCovered(channel.proactive)) return [];
    const [first, ...more] = channel.proactive.rules.filter(({ kind }) => kind === 'function' || kind === 'rest');
    if (first === undefined) return [];
    const proactive: Proactive = { ...channel.proactive, rules: [first, ...more] };
    return [{ channel: { ...channel, proactive }, proactive }];
  });
}

function carriersIn(example: Example, { channel, logicalId, path, reach }: Finding, proactive: Proactive): Carrier[] {
  const declared = example.Resources[logicalId];
  if (declared === undefined) return [];
  const { Type: type, Properties: written = {} } = declared;
  const properties = { ...leastOf(type), ...completedMembers(written, membersOfType(type)) };
  const found = valueAt(written, segmentsOf(path));
  // A function in an example is a spelling already.
  if (path !== '' && (isMap(found.value) || Array.isArray(found.value))) return [];
  const rulePath = path.replaceAll(/\[\d+\]/gu, '[]');
  const pair = { leak: found.value, twin: twinOf(found, type, path, proactive) };
  const { [logicalId]: _, ...others } = example.Resources;
  return [
    {
      channel,
      type,
      path: rulePath,
      form: path === '' ? 'resource' : found.value === undefined ? 'absence' : 'text',
      isHint: true,
      namesBucket: false,
      passesUnbound: FUNCTIONS_DECIDE,
      at: path,
      reach,
      others,
      ...(found.segments.includes(AS_TEXT)
        ? { cannotBeIncluded: `aws-cdk-lib reads no ${AS_TEXT}` }
        : cannotBeIncluded(type, rulePath, pair)),
      resource: (which, spell) => ({
        Type: type,
        Properties: path === '' ? properties : (replaced(properties, found.segments, pair, which, spell) as JsonMap),
      }),
    },
  ];
}

const WHY = 'a rule without selectors decides for itself what it says of what is not known';
const FUNCTIONS_DECIDE = { value: WHY, region: WHY };

/** What rules without selectors read and no example writes out, as type and path. */
export function unwritten(carriers: readonly Carrier[]): string[] {
  return unselected().flatMap(({ channel, proactive }) =>
    proactive.rules.flatMap((rule) => {
      if (rule.kind !== 'function') return [];
      const own = carriers.filter((carrier) => carrier.channel === channel.id);
      return rule.types.flatMap((type) =>
        rule.paths
          .filter((path) => !own.some((carrier) => carrier.type === type && isAt(carrier.path, path)))
          .map((path) => `${type} ${path}`),
      );
    }),
  );
}

/** Whether a path is one that a rule reads, or within it. */
function isAt(path: string, read: string): boolean {
  return path.startsWith(read.replace(/\{\}$/u, ''));
}

/** `A[0].B` as `A`, `0`, `B`. */
function segmentsOf(path: string): readonly string[] {
  return path === '' ? [] : path.replaceAll(/\[(\d+)\]/gu, '.$1').split('.');
}

const AS_TEXT = 'Fn::ToJsonString';

interface FoundValue {
  readonly value: unknown;
  /** To the value: a document that is written as a text is a value as a whole. */
  readonly segments: readonly string[];
}

function valueAt(properties: unknown, segments: readonly string[]): FoundValue {
  let value = properties;
  const followed: string[] = [];
  for (const segment of segments) {
    if (isText(value)) break;
    if (isMap(value) && Object.hasOwn(value, AS_TEXT)) {
      followed.push(AS_TEXT);
      value = value[AS_TEXT];
    }
    followed.push(segment);
    value = Array.isArray(value) ? value[Number(segment)] : isMap(value) ? value[segment] : undefined;
  }
  return { value, segments: followed };
}

function replaced(node: unknown, segments: readonly string[], pair: Pair, which: keyof Pair, spell: Spell): unknown {
  const [segment, ...rest] = segments;
  if (segment === undefined) return which === 'leak' ? spell(pair.leak, pair.twin) : spell(pair.twin, pair.leak);
  if (Array.isArray(node)) {
    return node.map((item, index) =>
      String(index) === segment ? replaced(item, rest, pair, which, spell) : (item as unknown),
    );
  }
  const map = isMap(node) ? node : {};
  return { ...map, [segment]: replaced(map[segment], rest, pair, which, spell) };
}

/** The same at home; else what an example that breaks no rule has there, where one has something else; else nothing. */
function twinOf({ value, segments }: FoundValue, type: string, path: string, { compliant }: Proactive): unknown {
  if (value === undefined) return closedAt(type, path);
  if (typeof value === 'boolean') return !value;
  const text = isText(value) ? value : JSON.stringify(value);
  const moved = atHome(text);
  if (moved !== text) return moved;
  const others = compliant.flatMap(({ Resources }) =>
    Object.values(Resources).flatMap((resource) =>
      resource.Type === type ? [valueAt(resource.Properties, segments).value] : [],
    ),
  );
  return others.find((other) => isText(other) && other !== text);
}

function atHome(text: string): string {
  return Object.keys(REGIONS)
    .filter((region) => region !== HOME)
    .reduce((moved, region) => moved.replaceAll(region, HOME), text.replaceAll('arn:aws-cn:', 'arn:aws:'));
}
