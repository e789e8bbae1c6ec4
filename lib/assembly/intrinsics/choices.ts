import { flatMap, limited, texts } from '../combine';
import { type Given, givenThat, NOTHING } from '../given';
import { type Possible, under, unknown } from '../possible';
import type { Resolver } from '../resolver';
import type { Stack } from '../stack';
import { isMap, isText, type JsonMap, mapAt } from '../template';
import { couldBe, known, type Text, wholeHole } from '../text';

/** `Fn::If`: one branch where the condition is decided, both where it is not. */
export function choose(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  const [name, whenTrue, whenFalse] = Array.isArray(argument) ? argument : [];
  if (!isText(name)) return unknown(unreadable('Fn::If', argument, stack));
  const outcomes = resolver.condition(name, stack);
  const via = outcomes.length > 1 ? [`condition '${name}' is not decided here`] : [];
  return limited(
    outcomes.flatMap(({ holds, given }) =>
      resolver
        .resolve(holds ? whenTrue : whenFalse, stack)
        .map((value) => under(value, given, via))
        .filter((value) => value !== undefined),
    ),
  );
}

/** `Fn::FindInMap`: the one value where both keys are known, else that of every row and column that they can be. */
export function findInMap(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  const [map, row, column, options] = Array.isArray(argument) ? argument : [];
  const found = flatMap(resolver.resolve(map, stack), (mapName) => {
    const name = mapName.kind === 'text' ? known(mapName.text) : undefined;
    if (name === undefined) return unknown(unreadable('Fn::FindInMap', argument, stack));
    const mapping = mapAt(stack.template.Mappings, name);
    return flatMap(resolver.resolve(row, stack), (rowKey) =>
      flatMap(resolver.resolve(column, stack), (columnKey) =>
        [rowKey, columnKey].every(({ kind }) => kind === 'text')
          ? cells(name, mapping, textIn(rowKey), textIn(columnKey), stack, resolver)
          : unknown(unreadable('Fn::FindInMap', argument, stack)),
      ),
    );
  });
  if (found.length > 0) return found;
  const fallback = isMap(options) ? options['DefaultValue'] : undefined;
  return fallback === undefined ? unknown(noSuchCell(argument, stack)) : resolver.resolve(fallback, stack);
}

function cells(
  name: string,
  mapping: JsonMap,
  row: Text,
  column: Text,
  stack: Stack,
  resolver: Resolver,
): readonly Possible[] {
  return limited(
    matching(mapping, row).flatMap(({ key, given }) => {
      const columns = mapping[key];
      return (isMap(columns) ? matching(columns, column) : []).flatMap((cell) =>
        resolver
          .resolve(plain((columns as JsonMap)[cell.key]), stack)
          .map((value) => under(value, given, [`map '${name}' has it under '${key}'`]))
          .map((value) => value && under(value, cell.given))
          .filter((value) => value !== undefined),
      );
    }),
  );
}

/** A map holds texts and lists of texts. Functions in it are not called. */
function plain(cell: unknown): unknown {
  return isMap(cell) ? { 'Fn::FindInMap': cell } : cell;
}

/** The keys of a map that a text can be, each with what that takes for given. */
function matching(map: JsonMap, text: Text): { readonly key: string; readonly given: Given }[] {
  const hole = wholeHole(text);
  return Object.keys(map)
    .filter((key) => couldBe(text, key))
    .map((key) => ({ key, given: hole === undefined ? NOTHING : givenThat(hole.key, key) }));
}

function textIn(possible: Possible): Text {
  return texts([possible])[0]?.text ?? [];
}

function noSuchCell(argument: unknown, stack: Stack) {
  return {
    key: `cell ${stack.id} ${JSON.stringify(argument)}`,
    label: '${Fn::FindInMap}',
    because: `the map has nothing under these keys in '${stack.region}'`,
  };
}

function unreadable(name: string, argument: unknown, stack: Stack) {
  return {
    key: `${name} ${stack.id} ${JSON.stringify(argument) ?? ''}`,
    label: `\${${name}}`,
    because: `'${name}' is not used in a way that can be read here`,
  };
}
