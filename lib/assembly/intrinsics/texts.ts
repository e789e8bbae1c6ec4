import { flatMap, joined, limited } from '../combine';
import { ABSENT, type Located, literal, type Possible, possibleText, Resolved, unknown } from '../possible';
import type { Resolver } from '../resolver';
import type { Stack } from '../stack';
import { isMap, isText, type JsonMap } from '../template';
import { concat, type Hole, known, split, type Text, textOf, wholeHole } from '../text';
import { storedUnder } from './parameters';
import { getAtt, ref } from './references';

const DYNAMIC = /\{\{resolve:([a-z-]+):([^{}]*)\}\}/gu;
const VARIABLE = /\$\{([^!{}][^{}]*)\}/gu;
const LITERAL_VARIABLE = /\$\{!([^{}]*)\}/gu;

/** A text of the template itself, in which only dynamic references are not literal. */
export function plainText(value: string, stack: Stack, resolver: Resolver): readonly Possible[] {
  if (!value.includes('{{resolve:')) return literal(value);
  return joined(
    pieces(value, DYNAMIC, ([whole, service = '', reference = '']) =>
      dynamic(whole, service, reference, stack, resolver),
    ),
  );
}

function dynamic(
  whole: string,
  service: string,
  reference: string,
  stack: Stack,
  resolver: Resolver,
): readonly Possible[] {
  if (service === 'ssm') return storedUnder(textOf(reference.replace(/:\d+$/u, '')), stack, resolver);
  return unknown({ key: `dynamic ${stack.region} ${whole}`, label: whole, because: `'${service}' keeps it secret` });
}

/** Dynamic references that only come about once a text is put together. */
function withDynamic(possible: readonly Possible[], stack: Stack, resolver: Resolver): readonly Possible[] {
  return flatMap(possible, (alternative) => {
    const text = alternative.kind === 'text' ? known(alternative.text) : undefined;
    return text?.includes('{{resolve:') ? plainText(text, stack, resolver) : [alternative];
  });
}

/** `Fn::Sub`, of a text or of a text and the values of its own variables. */
export function sub(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  const [template, own] = Array.isArray(argument) ? argument : [argument, {}];
  if (!isText(template)) return unknown(misused('Fn::Sub', argument, stack));
  const variables: JsonMap = isMap(own) ? own : {};
  const parts = pieces(template, VARIABLE, ([, written = '']) => {
    const name = written.trim();
    if (Object.hasOwn(variables, name)) return resolver.resolve(variables[name], stack);
    return name.includes('.') ? getAtt(name, stack, resolver) : ref(name, stack, resolver);
  });
  return withDynamic(joined(parts), stack, resolver);
}

function pieces(
  text: string,
  pattern: RegExp,
  value: (match: RegExpMatchArray) => readonly Possible[],
): (readonly Possible[])[] {
  const parts: (readonly Possible[])[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(literal(unescaped(text.slice(end, match.index))), value(match));
    end = match.index + match[0].length;
  }
  parts.push(literal(unescaped(text.slice(end))));
  return parts;
}

function unescaped(text: string): string {
  return text.replace(LITERAL_VARIABLE, '${$1}');
}

export function join(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  const [delimiter, list] = Array.isArray(argument) ? argument : [];
  if (!isText(delimiter)) return unknown(misused('Fn::Join', argument, stack));
  return flatMap(resolver.resolve(list, stack), (alternative) => {
    if (alternative.kind === 'absent') return literal('');
    if (alternative.kind !== 'list')
      return [alternative.kind === 'text' ? alternative : misusedText('Fn::Join', argument, stack)];
    const items = alternative.items.map((item) => resolver.resolve(item.node, item.stack));
    return withDynamic(joined(items, delimiter), stack, resolver);
  });
}

export function splitAt(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  const [delimiter, source] = Array.isArray(argument) ? argument : [];
  if (!isText(delimiter) || delimiter === '') return unknown(misused('Fn::Split', argument, stack));
  return flatMap(resolver.resolve(source, stack), (alternative) => {
    if (alternative.kind !== 'text') return [misusedText('Fn::Split', argument, stack)];
    const fields = split(alternative.text, delimiter);
    const hole = wholeHole(alternative.text);
    if (hole !== undefined && fields.length === 1) return unknown(partOf(hole, `split at '${delimiter}'`));
    return [listOf(fields, stack)];
  });
}

function listOf(fields: readonly Text[], stack: Stack): Possible {
  const items = fields.map((text): Located => ({ node: new Resolved([possibleText(text)]), stack }));
  return { kind: 'list', items, given: literal('')[0].given, via: [] };
}

export function select(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  const [position, list] = Array.isArray(argument) ? argument : [];
  return flatMap(resolver.resolve(position, stack), (at) =>
    flatMap(resolver.resolve(list, stack), (alternative) => {
      const index = at.kind === 'text' ? known(at.text) : undefined;
      if (alternative.kind === 'text') {
        const hole = wholeHole(alternative.text);
        return hole === undefined
          ? [misusedText('Fn::Select', argument, stack)]
          : unknown(partOf(hole, `item ${index}`));
      }
      if (alternative.kind !== 'list') return [misusedText('Fn::Select', argument, stack)];
      if (index === undefined)
        return limited(alternative.items.flatMap((item) => resolver.resolve(item.node, item.stack)));
      const item = alternative.items[Number(index)];
      return item === undefined
        ? unknown(misused('Fn::Select', argument, stack))
        : resolver.resolve(item.node, item.stack);
    }),
  );
}

export function length(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  return flatMap(resolver.resolve(argument, stack), (alternative) =>
    alternative.kind === 'list'
      ? literal(String(alternative.items.length))
      : unknown(misused('Fn::Length', argument, stack)),
  );
}

/** The zones of a region; which letters they have differs by account, the region does not. */
export function zones(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  return flatMap(resolver.resolve(argument, stack), (alternative) => {
    if (alternative.kind !== 'text') return unknown(misused('Fn::GetAZs', argument, stack));
    const region = known(alternative.text) === '' ? [stack.region] : alternative.text;
    return [
      listOf(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((zone) => concat([region, [zone]]) ?? region),
        stack,
      ),
    ];
  });
}

/** The JSON text of a value, with holes where its members have them. */
export function jsonText(node: unknown, stack: Stack, resolver: Resolver, depth = 0): readonly Possible[] {
  if (depth > 50) return unknown(misused('Fn::ToJsonString', 'too deep', stack));
  return flatMap(resolver.resolve(node, stack), (alternative) => {
    const inner = (value: unknown, where: Stack) => jsonText(value, where, resolver, depth + 1);
    switch (alternative.kind) {
      case 'absent':
        return ABSENT;
      case 'text':
        return [jsonString(alternative.text, node)];
      case 'list': {
        const items = alternative.items.map((item) => inner(item.node, item.stack));
        return joined([literal('['), joined(items, ','), literal(']')]);
      }
      case 'map': {
        const members = Object.entries(alternative.entries).map(([key, value]) =>
          flatMap(inner(value, alternative.stack), (one) =>
            one.kind === 'absent' ? ABSENT : joined([literal(`${JSON.stringify(key)}:`), [one]]),
          ),
        );
        return joined([literal('{'), joined(members, ','), literal('}')]);
      }
      default:
        return alternative satisfies never;
    }
  });
}

function jsonString(text: Text, node: unknown): Possible {
  if (typeof node === 'number' || typeof node === 'boolean') return possibleText(text);
  const escaped = text.map((part) => (isText(part) ? JSON.stringify(part).slice(1, -1) : part));
  return possibleText(concat([['"'], escaped, ['"']]) ?? text);
}

function partOf(hole: Hole, what: string): Hole {
  const { label, because, settle } = hole;
  return { key: `${what} of ${hole.key}`, label, because, ...(settle !== undefined && { settle }) };
}

function misused(name: string, argument: unknown, stack: Stack): Hole {
  return {
    key: `${name} ${stack.id} ${JSON.stringify(argument) ?? ''}`,
    label: `\${${name}}`,
    because: `'${name}' is not used in a way that can be read here`,
  };
}

function misusedText(name: string, argument: unknown, stack: Stack): Possible {
  return possibleText([misused(name, argument, stack)]);
}
