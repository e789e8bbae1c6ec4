import { isMap, isText, type JsonMap } from '../../../lib/assembly/template';

export type Template = Readonly<Record<'Parameters' | 'Mappings' | 'Conditions' | 'Resources', JsonMap>>;

type Sections = Partial<Template>;

export function sectionsOf({
  Parameters = {},
  Mappings = {},
  Conditions = {},
  Resources = {},
}: Sections = {}): Template {
  return { Parameters, Mappings, Conditions, Resources };
}

export function together(one: Template, other: Template): Template {
  return {
    Parameters: { ...one.Parameters, ...other.Parameters },
    Mappings: { ...one.Mappings, ...other.Mappings },
    Conditions: { ...one.Conditions, ...other.Conditions },
    Resources: { ...one.Resources, ...other.Resources },
  };
}

/** The same, with the keys of each map begun elsewhere. */
export function turned(node: unknown, turn: number): unknown {
  if (Array.isArray(node)) return node.map((item) => turned(item, turn));
  if (!isMap(node)) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, turned(value, turn)]);
  const by = entries.length === 0 ? 0 : turn % entries.length;
  return Object.fromEntries([...entries.slice(by), ...entries.slice(0, by)]);
}

export type Way = readonly (string | number)[];

/** Where a text stands in the properties of a resource that no function is made of. */
export function placesOf({ Resources: resources }: Template): Way[] {
  return Object.entries(resources).flatMap(([logicalId, resource]) =>
    textsIn(isMap(resource) ? resource['Properties'] : undefined, [logicalId, 'Properties']),
  );
}

function textsIn(node: unknown, way: Way): Way[] {
  if (isText(node)) return [way];
  if (Array.isArray(node)) return node.flatMap((item, index) => textsIn(item, [...way, index]));
  if (!isMap(node) || Object.keys(node).some((key) => key === 'Ref' || key.startsWith('Fn::'))) return [];
  return Object.entries(node).flatMap(([key, value]) => textsIn(value, [...way, key]));
}

interface Spelled {
  readonly value: unknown;
  readonly sections?: Partial<Template>;
}

/** Ways to write a text that is cut in two. */
export const SPELLINGS: Readonly<Record<string, (head: string, tail: string) => Spelled>> = {
  'Fn::Sub with values of its own': (head, tail) => ({
    value: { 'Fn::Sub': ['${Head}${Tail}', { Head: head, Tail: tail }] },
  }),
  'Fn::Sub with parameters': (head, tail) => ({
    value: { 'Fn::Sub': '${SpelledHead}${SpelledTail}' },
    sections: {
      Parameters: {
        SpelledHead: { Type: 'String', Default: head },
        SpelledTail: { Type: 'String', AllowedValues: [tail] },
      },
    },
  }),
  'Fn::Join': (head, tail) => ({ value: { 'Fn::Join': ['', [head, tail]] } }),
  'Fn::Join of parameters': (head, tail) => ({
    value: { 'Fn::Join': ['', [{ Ref: 'SpelledHead' }, tail]] },
    sections: { Parameters: { SpelledHead: { Type: 'String', Default: head } } },
  }),
  'Fn::FindInMap': (head, tail) => ({
    value: { 'Fn::FindInMap': ['Spelled', { Ref: 'AWS::Region' }, 'to'] },
    sections: { Mappings: { Spelled: { 'eu-central-1': { to: head + tail }, 'us-east-1': { to: 'other' } } } },
  }),
  'Fn::FindInMap of a part': (head, tail) => ({
    value: { 'Fn::Join': ['', [head, { 'Fn::FindInMap': ['Spelled', 'asked', 'to'] }]] },
    sections: { Mappings: { Spelled: { asked: { to: tail } } } },
  }),
  'Fn::Select': (head, tail) => ({ value: { 'Fn::Select': [1, ['other', head + tail]] } }),
  'Fn::If': (head, tail) => ({
    value: { 'Fn::If': ['Spelled', head + tail, 'other'] },
    sections: { Conditions: { Spelled: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-central-1'] } } },
  }),
};

export function spelled(template: Template, way: Way, spelling: string, cut: number): Template {
  const text = valueAt(template.Resources, way);
  const at = cut % (text.length + 1);
  const { value, sections } = SPELLINGS[spelling]?.(text.slice(0, at), text.slice(at)) ?? { value: text };
  return together({ ...template, Resources: put(template.Resources, way, value) as JsonMap }, sectionsOf(sections));
}

function valueAt(node: unknown, way: Way): string {
  return way.reduce<unknown>(
    (inner, key) => (inner as Readonly<Record<string | number, unknown>>)[key],
    node,
  ) as string;
}

function put(node: unknown, [key, ...rest]: Way, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node))
    return node.map((item, index) => (index === key ? put(item, rest, value) : (item as unknown)));
  const map = isMap(node) ? node : {};
  return { ...map, [key]: put(map[key], rest, value) };
}
