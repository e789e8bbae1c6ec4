import type { Located, PossibleMap } from '../../assembly/possible';
import type { Resolver } from '../../assembly/resolver';
import { type Text, textOf } from '../../assembly/text';

/** A member of a map, where it can be there. */
export function memberOf({ entries, stack }: PossibleMap, key: string): Located | undefined {
  return Object.hasOwn(entries, key) ? { node: entries[key], stack } : undefined;
}

/** Each map that a value can be. */
export function mapsAt(located: Located | undefined, resolver: Resolver): readonly PossibleMap[] {
  if (located === undefined) return [];
  return resolver.resolve(located.node, located.stack).filter((possible) => possible.kind === 'map');
}

/** Each text that a value, or an element of it where it is a list, can be. */
export function textsAt(located: Located | undefined, resolver: Resolver): readonly Text[] {
  if (located === undefined) return [];
  const { node } = located;
  // As nearly everything in policies is: a text that refers to nothing.
  if (typeof node === 'string' && !node.includes('{{')) return [textOf(node)];
  const texts: Text[] = [];
  for (const possible of resolver.resolve(located.node, located.stack)) {
    if (possible.kind === 'text') texts.push(possible.text);
    else if (possible.kind === 'list') texts.push(...possible.items.flatMap((item) => textsAt(item, resolver)));
  }
  return texts;
}

/** Each element that a list can have; what is no list is an element by itself. */
export function itemsAt(located: Located | undefined, resolver: Resolver): readonly Located[] {
  if (located === undefined) return [];
  return resolver.resolve(located.node, located.stack).flatMap((possible): readonly Located[] => {
    if (possible.kind === 'list') return possible.items;
    return possible.kind === 'absent' ? [] : [located];
  });
}
