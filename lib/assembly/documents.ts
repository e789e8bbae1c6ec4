import { InputError } from '../domain/errors';
import { NOTHING } from './given';
import { type Located, literal, type Possible, possibleText, Resolved } from './possible';
import type { Stack } from './stack';
import { isMap } from './template';
import { type Hole, type Text, textOf } from './text';
import { parseYaml } from './yaml';

/** Stand for the holes of a text while it is parsed: private characters, which no template holds. */
const [OPENING, CLOSING] = ['\uE000', '\uE001'];
const MARK = /\uE000(\d+)\uE001/gu;

/**
 * The JSON or YAML document that a text holds, its holes where they were. Undefined where it holds none: a single word is
 * no document.
 *
 * What is in it is taken as it stands: a key called `Ref` is no intrinsic, for CloudFormation reads no text.
 */
export function documentIn(text: Text, stack: Stack): Possible | undefined {
  const [first] = text;
  if (typeof first !== 'string' || first.length > LONGEST) return undefined;
  const parsed = /^\s*[[{]/u.test(first.slice(0, 1000)) ? jsonIn(text) : yamlIn(text);
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  return asPossible(parsed, holesOf(text), stack);
}

/** Far more than CloudFormation takes for a whole template. */
const LONGEST = 2_000_000;
/** More than any service takes; YAML takes a hundred times as long as JSON. */
const LONGEST_YAML = 200_000;

function jsonIn(text: Text): unknown {
  let isQuoted = false;
  let holes = 0;
  const marked = text.map((part) => {
    if (typeof part === 'string') {
      for (const [quote] of part.matchAll(/\\.|"/gsu)) if (quote === '"') isQuoted = !isQuoted;
      return part;
    }
    holes += 1;
    const mark = `${OPENING}${holes - 1}${CLOSING}`;
    return isQuoted ? mark : `"${mark}"`;
  });
  try {
    return JSON.parse(marked.join(''));
  } catch {
    return undefined;
  }
}

const LOOKS_LIKE_YAML = /^\s*(?:---|#|- |[\w."'-]+:(?:\s|$))/u;

function yamlIn(text: Text): unknown {
  let holes = 0;
  const marked = text
    .map((part) => {
      if (typeof part === 'string') return part;
      holes += 1;
      return `${OPENING}${holes - 1}${CLOSING}`;
    })
    .join('');
  if (!LOOKS_LIKE_YAML.test(marked) || !marked.includes('\n') || marked.length > LONGEST_YAML) return undefined;
  try {
    return parsedYaml(marked);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Several rules read the same text one after the other. */
let last = { text: '', value: undefined as unknown };

function parsedYaml(text: string): unknown {
  if (last.text !== text) last = { text, value: parseYaml(text, 'a text') };
  return last.value;
}

function holesOf(text: Text): readonly Hole[] {
  return text.filter((part): part is Hole => typeof part === 'object');
}

function asPossible(value: unknown, holes: readonly Hole[], stack: Stack): Possible {
  if (Array.isArray(value)) {
    const items = value.map((item): Located => ({ node: new Resolved([asPossible(item, holes, stack)]), stack }));
    return { kind: 'list', items, given: NOTHING, via: [] };
  }
  if (isMap(value)) {
    const entries = Object.entries(value).map(([key, member]) => [
      key.replaceAll(MARK, (_, index: string) => holes[Number(index)]?.label ?? ''),
      new Resolved([asPossible(member, holes, stack)]),
    ]);
    return { kind: 'map', entries: Object.fromEntries(entries), stack, given: NOTHING, via: [] };
  }
  return typeof value === 'string' ? possibleText(withHoles(value, holes)) : literal(String(value))[0];
}

function withHoles(value: string, holes: readonly Hole[]): Text {
  if (!value.includes(OPENING)) return textOf(value);
  const parts = value.split(MARK).map((part, index) => (index % 2 === 0 ? part : holes[Number(part)]));
  return parts.filter((part) => part !== undefined && part !== '') as Text;
}
