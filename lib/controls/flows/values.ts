import type { Located } from '../../assembly/possible';
import { Resolved } from '../../assembly/possible';
import type { Resolver } from '../../assembly/resolver';
import type { Stack } from '../../assembly/stack';
import { isMap, type JsonMap } from '../../assembly/template';
import { type Text, textOf } from '../../assembly/text';

/** A map, and the stack whose parameters and resources its members speak of. */
export interface MapOf {
  readonly entries: JsonMap;
  readonly stack: Stack;
}

/** A member of a map, where it can be there. */
export function memberOf({ entries, stack }: MapOf, key: string): Located | undefined {
  return Object.hasOwn(entries, key) ? { node: entries[key], stack } : undefined;
}

/** Each map that a value can be. */
export function mapsAt(located: Located | undefined, resolver: Resolver): readonly MapOf[] {
  if (located === undefined) return [];
  const { node, stack } = located;
  if (isWrittenOut(node)) return [{ entries: node, stack }];
  return resolver.resolve(node, stack).filter((possible) => possible.kind === 'map');
}

/** Each text that a value, or an element of it where it is a list, can be. */
export function textsAt(located: Located | undefined, resolver: Resolver): readonly Text[] {
  if (located === undefined) return [];
  const { node, stack } = located;
  // As nearly everything in policies is: a text that refers to nothing.
  if (typeof node === 'string' && !node.includes('{{')) return [textOf(node)];
  if (Array.isArray(node)) return node.flatMap((item: unknown) => textsAt({ node: item, stack }, resolver));
  const texts: Text[] = [];
  for (const possible of resolver.resolve(node, stack)) {
    if (possible.kind === 'text') texts.push(possible.text);
    else if (possible.kind === 'list') texts.push(...possible.items.flatMap((item) => textsAt(item, resolver)));
  }
  return texts;
}

/** Each element that a list can have; what is no list is an element by itself. */
export function itemsAt(located: Located | undefined, resolver: Resolver): readonly Located[] {
  if (located === undefined) return [];
  const { node, stack } = located;
  if (Array.isArray(node)) return node.map((item: unknown) => ({ node: item, stack }));
  if (isWrittenOut(node)) return [located];
  return resolver.resolve(node, stack).flatMap((possible): readonly Located[] => {
    if (possible.kind === 'list') return possible.items;
    return possible.kind === 'absent' ? [] : [located];
  });
}

/** Whether a value is a map that needs not be resolved to be read: policies are large, and have few functions in them. */
function isWrittenOut(node: unknown): node is JsonMap {
  if (!isMap(node) || node instanceof Resolved) return false;
  for (const key in node) if (key === 'Ref' || key.startsWith('Fn::')) return false;
  return true;
}
