import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { isMap, type JsonMap } from '../../lib/assembly/template';
import { plausible } from './values';

const database = loadAwsServiceSpecSync();

/** What a property can be, as AWS's resource specification has it. */
export type Form =
  | { readonly type: 'array' | 'map'; readonly element: Form }
  | { readonly type: 'ref'; readonly reference: { readonly $ref: string } }
  | { readonly type: 'union'; readonly types: readonly Form[] }
  | { readonly type: 'string'; readonly allowedValues?: readonly string[] }
  | { readonly type: 'boolean' | 'integer' | 'number' | 'json' | 'tag' | 'date-time' };

interface Member {
  readonly type: Form;
  readonly required?: boolean;
}

export type Members = Readonly<Record<string, Member>>;

/** What the specification says nothing of: free-form documents, custom resources, and types that it lacks. */
export const FREE: Form = { type: 'json' };

const NO_MEMBERS: Members = {};

/** The properties of a type of resource. */
export function membersOfType(type: string): Members {
  const [resource] = database.lookup('resource', 'cloudFormationType', 'equals', type);
  return (resource?.properties as Members | undefined) ?? NO_MEMBERS;
}

/** The forms that a union is of. */
export function alternativesOf(form: Form): readonly Form[] {
  return form.type === 'union' ? form.types.flatMap(alternativesOf) : [form];
}

/** The members of the structure that a form is, the first that has one of this name where it can be several. */
export function membersOf(form: Form, name?: string): Members {
  const structures = alternativesOf(form).flatMap((one) =>
    one.type === 'ref' ? [database.get('typeDefinition', one.reference.$ref).properties as Members] : [],
  );
  const known = name === undefined ? undefined : structures.find((members) => Object.hasOwn(members, name));
  return known ?? structures[0] ?? NO_MEMBERS;
}

/** What the elements of a list, or the values of a map, are. */
export function elementOf(form: Form, of: 'array' | 'map'): Form {
  for (const one of alternativesOf(form)) if (one.type === of) return one.element;
  return FREE;
}

/** Whether a document is written as a text there. */
export function isWrittenAsText(form: Form): boolean {
  return alternativesOf(form).every(({ type }) => type === 'string');
}

/** Whether a document stands there by itself. */
export function isDocument(form: Form): boolean {
  return form !== FREE && alternativesOf(form).every(({ type }) => type === 'json');
}

/** What AWS asks for in a structure, with values at home. */
export function required(members: Members): JsonMap {
  return Object.fromEntries(
    Object.entries(members)
      .filter(([, member]) => member.required === true)
      .map(([name, member]) => [name, filled(member.type, name)]),
  );
}

/** A value of a form, at home. */
export function filled(form: Form, name: string): unknown {
  const alternatives = alternativesOf(form);
  const one = alternatives.find(({ type }) => type !== 'json' && type !== 'string') ?? alternatives[0] ?? FREE;
  switch (one.type) {
    case 'string':
      return one.allowedValues?.[0] ?? plausible(name);
    case 'array':
      return [filled(one.element, name)];
    case 'map':
      return { Entry: filled(one.element, name) };
    case 'ref':
      return required(membersOf(one));
    case 'tag':
      return { Key: 'sample', Value: 'sample' };
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return 1;
    case 'date-time':
      return '2030-01-01T00:00:00Z';
    case 'json':
      return {};
    case 'union':
      return filled(one.types[0] ?? FREE, name);
    default:
      return one satisfies never;
  }
}

/** Something of a form, as little as it can be. An empty map is nothing to aws-cdk-lib. */
export function present(form: Form, name: string): unknown {
  if (form === FREE) return 'sample';
  if (isDocument(form)) return { Sample: 'sample' };
  const value = filled(form, name);
  if (!isMap(value) || Object.keys(value).length > 0) return value;
  const [[first, member] = []] = Object.entries(membersOf(form));
  return first === undefined || member === undefined ? value : { [first]: present(member.type, first) };
}

/** The same, with what AWS asks for wherever it is lacking. */
function completed(node: unknown, form: Form): unknown {
  if (Array.isArray(node)) return node.map((item) => completed(item, elementOf(form, 'array')));
  return isMap(node) && alternativesOf(form).some(({ type }) => type === 'ref')
    ? completedMembers(node, membersOf(form))
    : node;
}

export function completedMembers(node: JsonMap, members: Members): JsonMap {
  const written = Object.entries(node).map(([name, value]) => [name, completed(value, members[name]?.type ?? FREE)]);
  return { ...required(members), ...Object.fromEntries(written) };
}

export function asMap(value: unknown): JsonMap {
  return isMap(value) ? value : {};
}
