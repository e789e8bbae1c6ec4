import { isMap, type JsonMap } from '../../lib/assembly/template';
import { segmentsOf } from '../../lib/controls/proactive/places';
import {
  asMap,
  elementOf,
  type Form,
  FREE,
  isWrittenAsText,
  type Members,
  membersOf,
  present,
  required,
} from './forms';

/** Writes a value; the other is what a decoy beside it is to be. */
export type Spell = (value: unknown, other: unknown) => unknown;

/** What is put at the end of a path. */
export interface Leaf {
  readonly value: unknown;
  readonly other: unknown;
  readonly spell: Spell;
  /** The document that the value is within, where the path ends at a document. @default - none */
  readonly around?: (value: unknown, form: Form) => Around;
}

export interface Around {
  readonly node: unknown;
  /** From the end of the path to the value. */
  readonly path: string;
}

/** A value in its place. */
export interface Placed {
  readonly node: unknown;
  /** Where it is, as findings name it. */
  readonly path: string;
  /** Whether it is the name of a member, for which no function can stand. */
  readonly isKey?: boolean;
  /** Whether AWS asks for it. */
  readonly isRequired?: boolean;
  /** What the end of the path is to hold. */
  readonly form: Form;
}

/** The key of an entry of a map. */
const ENTRY = 'Target';

/** Properties with a leaf at a selector's path, and all that AWS asks for on the way. */
export function placed(properties: JsonMap, members: Members, path: string, leaf: Leaf): Placed {
  return put(properties, { members }, segmentsOf(path), leaf, '');
}

/** A form, or the members of a type of resource, which has none. */
type Slot = { readonly form: Form } | { readonly members: Members };

function put(node: unknown, slot: Slot, segments: readonly string[], leaf: Leaf, path: string): Placed {
  const form = 'form' in slot ? slot.form : FREE;
  const [segment, ...rest] = segments;
  if (segment === undefined) return end(form, leaf, path);
  switch (segment) {
    case '[]': {
      const [first, ...more] = Array.isArray(node) ? (node as unknown[]) : [];
      const inner = put(first, { form: elementOf(form, 'array') }, rest, leaf, `${path}[0]`);
      return { ...inner, node: [inner.node, ...more] };
    }
    case '{}': {
      const inner = put(asMap(node)[ENTRY], { form: elementOf(form, 'map') }, rest, leaf, joined(path, ENTRY));
      return { ...inner, node: { ...asMap(node), [ENTRY]: inner.node } };
    }
    case '{key}': {
      const key = String(leaf.value);
      const value = present(elementOf(form, 'map'), key);
      return { node: { [key]: value }, path: joined(path, key), isKey: true, form };
    }
    case '$':
      return isWrittenAsText(form) ? inText(rest, leaf, path) : put(node, slot, rest, leaf, path);
    case '**': {
      const way = wayTo(rest[0] ?? '', form);
      return put(node, slot, [...way, ...rest], leaf, path);
    }
    default: {
      const members = 'members' in slot ? slot.members : membersOf(form, segment);
      const around = isMap(node) ? node : required(members);
      const member = members[segment]?.type ?? elementOf(form, 'map');
      const inner = put(around[segment], { form: member }, rest, leaf, joined(path, segment));
      const isRequired = rest.length === 0 && members[segment]?.required === true;
      return { ...inner, node: { ...around, [segment]: inner.node }, ...(isRequired && { isRequired }) };
    }
  }
}

function end(form: Form, { value, other, spell, around }: Leaf, path: string): Placed {
  if (around === undefined) return { node: spell(value, other), path, form };
  const [document, decoy] = [around(value, form), around(other, form)];
  const node = isWrittenAsText(form)
    ? spell(JSON.stringify(document.node), JSON.stringify(decoy.node))
    : around(spell(value, other), form).node;
  return { node, path: path + document.path, form };
}

/** A document that is written as a text is spelled as a whole. */
function inText(segments: readonly string[], leaf: Leaf, path: string): Placed {
  const plainly = { spell: (value: unknown) => value, ...(leaf.around && { around: leaf.around }) };
  const [document, decoy] = [leaf, { value: leaf.other, other: leaf.value }].map(({ value, other }) =>
    put(undefined, { form: FREE }, segments, { value, other, ...plainly }, path),
  ) as [Placed, Placed];
  const node = leaf.spell(JSON.stringify(document.node), JSON.stringify(decoy.node));
  return { node, path: document.path, form: document.form };
}

/** A member through which `**` can lead to one of this name. */
function wayTo(name: string, form: Form): readonly string[] {
  const through = Object.entries(membersOf(form)).find(([, member]) =>
    Object.hasOwn(membersOf(member.type, name), name),
  );
  return through === undefined ? ['Inner'] : [through[0]];
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
