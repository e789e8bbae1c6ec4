import { InputError } from '../../domain/errors';
import { texts } from '../combine';
import type { Resolver } from '../resolver';
import type { Stack } from '../stack';
import { isMap, isText, type JsonMap } from '../template';
import { known } from '../text';

const LOOP = 'Fn::ForEach::';

/** Ten times as many as CloudFormation takes resources in one template. */
const MOST_COPIES = 5000;

/** Far more characters than CloudFormation takes in one template. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

/** Whether a map has a loop among its keys. */
export function hasLoop(entries: JsonMap): boolean {
  for (const key in entries) if (key.startsWith(LOOP)) return true;
  return false;
}

/** The map with each `Fn::ForEach` replaced by its copies. A loop over what is not known leaves one copy as it stands. */
export function withoutLoops(entries: JsonMap, stack: Stack, resolver: Resolver): JsonMap {
  const results: Record<string, unknown> = {};
  let copies = 0;
  const add = (map: JsonMap) => {
    for (const [key, value] of Object.entries(map)) {
      if (!key.startsWith(LOOP)) results[key] = value;
      else
        for (const copy of copiesOf(key, value, stack, resolver)) {
          copies += 1;
          if (copies > MOST_COPIES) throw tooManyCopies(key, stack);
          add(copy);
        }
    }
  };
  add(entries);
  return results;
}

function tooManyCopies(loop: string, stack: Stack): InputError {
  const what = `the loop '${loop}' of '${stack.label}'`;
  return new InputError('TooManyCopies', `${what} makes more than ${MOST_COPIES} copies, which no template may`);
}

function copiesOf(name: string, loop: unknown, stack: Stack, resolver: Resolver): readonly JsonMap[] {
  const [identifier, collection, body] = Array.isArray(loop) ? loop : [];
  if (!isText(identifier) || !isMap(body)) return [];
  const items = resolver
    .resolve(collection, stack)
    .flatMap((possible) => (possible.kind === 'list' ? possible.items : []))
    .flatMap((item) => texts(resolver.resolve(item.node, item.stack)))
    .map(({ text }) => known(text))
    .filter((text) => text !== undefined);
  if (items.length * JSON.stringify(body).length > MOST_CHARACTERS) throw tooManyCopies(name, stack);
  return items.length === 0
    ? [body]
    : [...new Set(items)].map((item) => substituted(body, identifier, item) as JsonMap);
}

/** The value with the identifier replaced wherever a `Ref` or a text speaks of it: `${Id}`, or `&{Id}` without symbols. */
function substituted(node: unknown, identifier: string, item: string): unknown {
  if (isText(node)) {
    return node
      .replaceAll(`\${${identifier}}`, item)
      .replaceAll(`&{${identifier}}`, item.replaceAll(/[^a-z0-9]/giu, ''));
  }
  if (Array.isArray(node)) return node.map((element) => substituted(element, identifier, item));
  if (!isMap(node)) return node;
  if (node['Ref'] === identifier) return item;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      String(substituted(key, identifier, item)),
      substituted(value, identifier, item),
    ]),
  );
}
