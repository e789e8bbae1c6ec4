import type { Document, LineCounter, Node, Pair, Scalar, YAMLParseError } from 'yaml';
import { InputError } from '../domain/errors';

/** Aliases may repeat what they name; a text of a few lines that becomes more than this is a bomb. */
const MOST_NODES = 500_000;

/** Is told of a key that stands twice in one map, of which the last is taken. */
export type OnRepeated = (flaw: InputError) => void;

export const refuse: OnRepeated = (flaw) => {
  throw flaw;
};

/**
 * A YAML text as plain values, CloudFormation's short tags in their long form.
 *
 * @throws InputError naming the file and the line where the text is broken
 */
export function parseYaml(text: string, file: string, onRepeated: OnRepeated = refuse): unknown {
  const yaml = loadYaml();
  const lineCounter = new yaml.LineCounter();
  if (isTooDeep(text)) throw tooDeep(file);
  const flaw = (what: string, offset: number | undefined) =>
    new InputError('BrokenYaml', `'${file}' is no YAML${at(lineCounter, offset)}: ${what}`);
  const document = parsedDocument(text, lineCounter);
  const [error] = document.errors;
  if (error !== undefined) throw flaw(sentence(error.message), error.pos[0]);
  return new Converter(document.contents, (what, node) => flaw(what, node?.range?.[0]), onRepeated).convert();
}

function parsedDocument(text: string, lineCounter: LineCounter): Document.Parsed {
  let written = text;
  for (let repairs = 0; ; repairs += 1) {
    // CloudFormation reads YAML 1.1, in which `yes` is true. Repeated keys are found below: there it takes no square of their number.
    const options = { version: '1.1', uniqueKeys: false, lineCounter, prettyErrors: false } as const;
    const document = loadYaml().parseDocument(written, options);
    const unclosed = document.errors.find(isUnclosed);
    const isHopeless = unclosed === undefined || repairs === MOST_REPAIRS || text.length > LONGEST_TO_REPAIR;
    const repaired = isHopeless ? undefined : indented(written, unclosed);
    if (repaired === undefined) return document;
    written = repaired;
    lineCounter.lineStarts = [];
  }
}

const MOVED = ' '.repeat(100);
const MOST_REPAIRS = 40;
/** Twice as long as CloudFormation takes. */
const LONGEST_TO_REPAIR = 2_000_000;

/** Whether something is left open because the next line begins too far left. */
function isUnclosed({ code, message }: YAMLParseError): boolean {
  return code === 'MISSING_CHAR' || (code === 'BAD_INDENT' && message.startsWith('Flow '));
}

/**
 * CloudFormation takes quoted texts whose lines begin further left than they should, as policies within quotes often do, and
 * maps and lists within brackets that do. There the beginnings of lines mean nothing, so that moving them to the right
 * changes nothing either.
 */
function indented(text: string, { code, message, pos: [end] }: YAMLParseError): string | undefined {
  const isBracket = code === 'BAD_INDENT';
  const start = (isBracket ? text.lastIndexOf('\n', end - 1) : text.indexOf('\n', end)) + 1;
  if (start === 0 || text.startsWith(MOVED, start)) return undefined;
  const closing = isBracket
    ? closingBracket(text, start)
    : closingQuote(text, start, message.includes('"') ? '"' : "'");
  if (closing === -1) return undefined;
  const lines = text.slice(start, closing).replaceAll(/^/gmu, MOVED);
  return text.slice(0, start) + lines + text.slice(closing);
}

/** Where a quoted text ends: a doubled quote, or one behind a backslash in double quotes, belongs to the text. */
function closingQuote(text: string, from: number, quote: string): number {
  for (let next = text.indexOf(quote, from); next !== -1; next = text.indexOf(quote, next + 1)) {
    if (quote === '"' ? text[next - 1] !== '\\' : text[next + 1] !== quote) return next;
    if (quote === "'") next += 1;
  }
  return -1;
}

/** Where the brackets end that are open here; those within quotes and comments are none. */
function closingBracket(text: string, from: number): number {
  let depth = 0;
  for (let index = from; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"' || character === "'") {
      const end = closingQuote(text, index + 1, character);
      if (end === -1) return -1;
      index = end;
    } else if (character === '#' && /\s/u.test(text.charAt(index - 1))) {
      index = text.indexOf('\n', index);
      if (index === -1) return -1;
    } else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') {
      if (depth === 0) return index;
      depth -= 1;
    }
  }
  return -1;
}

/**
 * Told before parsing: the parser recurses, and where it does so too deeply Node does not throw but ends.
 * Columns count as well, since `- - - -` nests without a bracket.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let column = 0;
  let isIndent = true;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === LINE_FEED) {
      column = 0;
      isIndent = true;
    } else if (isIndent && (character === SPACE || character === DASH || character === QUESTION_MARK)) {
      column += 1;
    } else {
      isIndent = false;
      if (character === OPENING_BRACKET || character === OPENING_BRACE) depth += 1;
      else if ((character === CLOSING_BRACKET || character === CLOSING_BRACE) && depth > 0) depth -= 1;
    }
    if (depth > DEEPEST || column > DEEPEST) return true;
  }
  return false;
}

const DEEPEST = 500;
const [LINE_FEED, SPACE, DASH, QUESTION_MARK] = [10, 32, 45, 63];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [91, 93, 123, 125];

function tooDeep(file: string): InputError {
  return new InputError('TooDeep', `'${file}' is nested too deeply; no template is`);
}

/** Costs forty milliseconds, which an assembly in JSON need not pay. */
function loadYaml(): typeof import('yaml') {
  return require('yaml') as typeof import('yaml');
}

class Converter {
  readonly #root: Node | null;
  readonly #anchors = new Map<string, Node>();
  readonly #flaw: (what: string, node: Node) => InputError;
  readonly #onRepeated: OnRepeated;
  readonly #yaml = loadYaml();
  #count = 0;

  constructor(root: Node | null, flaw: (what: string, node: Node) => InputError, onRepeated: OnRepeated) {
    this.#root = root;
    this.#flaw = flaw;
    this.#onRepeated = onRepeated;
  }

  convert(): unknown {
    return this.#value(this.#root);
  }

  #value(node: unknown): unknown {
    if (!this.#yaml.isNode(node)) return null;
    this.#count += 1;
    if (this.#count > MOST_NODES) throw this.#flaw('its aliases make it larger than any template', node);
    if (this.#yaml.isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target === undefined) throw this.#flaw(`nothing before it is called '${node.source}'`, node);
      return this.#value(target);
    }
    const value = this.#untagged(node);
    // Only now: an alias inside of what it names would never end.
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    return tagged(node.tag, value);
  }

  #untagged(node: Node): unknown {
    if (this.#yaml.isSeq(node)) return node.items.map((item) => this.#value(item));
    if (this.#yaml.isMap(node)) return this.#map(node.items, node);
    return this.#yaml.isScalar(node) ? scalar(node) : null;
  }

  #map(pairs: readonly Pair[], node: Node): Record<string, unknown> {
    // Under '__proto__' a plain object would not hold what it is given.
    const own = new Map<string, unknown>();
    const merged = new Map<string, unknown>();
    for (const { key, value } of pairs) {
      const name = String(this.#yaml.isScalar(key) ? (key.source ?? key.value) : this.#value(key));
      if (name === '<<') {
        for (const source of [this.#value(value)].flat()) {
          for (const [member, given] of Object.entries(source ?? {})) merged.set(member, given);
        }
        continue;
      }
      if (own.has(name)) {
        this.#onRepeated(this.#flaw(`'${name}' stands twice in one map`, this.#yaml.isNode(key) ? key : node));
      }
      own.set(name, this.#value(value));
    }
    return Object.fromEntries([...merged, ...own]);
  }
}

/** `!GetAtt a.b` as `Fn::GetAtt`; tags of YAML itself change nothing. */
function tagged(tag: string | undefined, value: unknown): unknown {
  const name = tag?.startsWith('!') ? tag.slice(1) : '';
  if (name === '') return value;
  return name === 'Ref' || name === 'Condition' ? { [name]: value } : { [`Fn::${name}`]: value };
}

/** CloudFormation's reader leaves `y` and `n` texts: the attribute type `N` is one. */
const BOOLEAN = /^(?:true|false|yes|no|on|off)$/iu;

/** Numbers that say more than their value, such as an account id, and dates stay as they are written. */
function scalar({ value, source }: Scalar): unknown {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean' && BOOLEAN.test(source ?? '')) return value;
  return typeof value === 'number' && (source === undefined || String(value) === source) ? value : source;
}

function at(lineCounter: LineCounter, offset: number | undefined): string {
  if (offset === undefined) return '';
  const { line, col } = lineCounter.linePos(offset);
  return ` at line ${line}, column ${col}`;
}

function sentence(message: string): string {
  const [first = ''] = message.split(/[\n;]/u);
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/u, '');
}
