import { ANSWERS_FOR_OTHERS } from '../../../assembly/intrinsics/references';
import type { Resolver } from '../../../assembly/resolver';
import type { Stack } from '../../../assembly/stack';
import { isMap, isText, type JsonMap, memberOf, textAt } from '../../../assembly/template';
import { searchable, UNKNOWN_STRETCH, wholeHole } from '../../../assembly/text';
import { namesCopying } from '../../../domain/data-actions';
import { isDestinationRegion, undecidedDestination } from './destination-region';
import { canNameAPlace } from './reading';
import type { Surroundings } from './surroundings';

/**
 * Tells at a glance of what nothing needs to be searched: values that name no place, and speak of nothing but what their own
 * stack makes. That is nearly everything in nearly every template, and resolving it would take most of the time.
 */
export class Harmless {
  readonly #stack: Stack;
  readonly #resolver: Resolver;
  readonly #surroundings: Surroundings;
  readonly #parameters = new Map<string, boolean>();
  readonly #substitutions = new Map<string, boolean>();
  #mappingsAreHarmless: boolean | undefined;

  constructor(stack: Stack, resolver: Resolver, surroundings: Surroundings) {
    this.#stack = stack;
    this.#resolver = resolver;
    this.#surroundings = surroundings;
  }

  is(node: unknown): boolean {
    // Any text can be the name of a bucket that another stack makes abroad.
    return this.#surroundings.bucketsAbroad.size === 0 && this.#isHarmless(node, true);
  }

  /** @param isWhole whether it is all of a value, and not a part that others make another text of */
  #isHarmless(node: unknown, isWhole = false): boolean {
    if (typeof node === 'string') return isHarmlessText(node);
    if (typeof node !== 'object' || node === null) return true;
    if (Array.isArray(node)) {
      for (const item of node) if (!this.#isHarmless(item, isWhole)) return false;
      return true;
    }
    const map = node as JsonMap;
    for (const key in map) {
      const kind = kindOfKey(key);
      const isHarmless =
        kind === 'name'
          ? this.#isHarmless(map[key], isWhole)
          : kind === 'function' && this.#isIntrinsicHarmless(key, map[key], isWhole);
      if (!isHarmless) return false;
    }
    return true;
  }

  #isIntrinsicHarmless(name: string, argument: unknown, isWhole: boolean): boolean {
    switch (name) {
      case 'Ref':
        return isText(argument) && this.#isNameHarmless(argument);
      case 'Fn::GetAtt':
        return this.#isAttributeHarmless(argument);
      case 'Fn::Sub':
        return this.#isSubHarmless(argument);
      case 'Fn::Join':
        return this.#isHarmless(argument) && this.#isJoinHarmless(argument);
      case 'Fn::FindInMap':
        return isWhole && this.#areMappingsHarmless && this.#isHarmless(argument);
      case 'Fn::If':
        return this.#isHarmless(argument, isWhole);
      case 'Fn::Select':
      case 'Fn::Split':
      case 'Fn::Base64':
      case 'Fn::GetAZs':
      case 'Fn::ToJsonString':
        return this.#isHarmless(argument);
      default:
        return false;
    }
  }

  /** What any look-up in the stack's maps can come to. */
  get #areMappingsHarmless(): boolean {
    this.#mappingsAreHarmless ??= this.#isHarmless(this.#stack.template.Mappings);
    return this.#mappingsAreHarmless;
  }

  #isNameHarmless(name: string): boolean {
    const { Resources: resources } = this.#stack.template;
    if (name.startsWith('AWS::') || Object.hasOwn(resources, name)) return true;
    let known = this.#parameters.get(name);
    if (known === undefined) {
      const values = this.#resolver.resolve({ Ref: name }, this.#stack);
      known = values.every(
        (value) =>
          value.kind === 'absent' ||
          (value.kind === 'text' &&
            wholeHole(value.text)?.resource === undefined &&
            undecidedDestination(value.text, name) === undefined &&
            isHarmlessText(searchable(value.text))),
      );
      this.#parameters.set(name, known);
    }
    return known;
  }

  #isAttributeHarmless(argument: unknown): boolean {
    const logicalId = isText(argument) ? argument.split('.')[0] : Array.isArray(argument) ? argument[0] : undefined;
    if (!isText(logicalId)) return false;
    const resource = memberOf(this.#stack.template.Resources, logicalId);
    return resource !== undefined && !ANSWERS_FOR_OTHERS.test(textAt(resource, 'Type') ?? '');
  }

  #isSubHarmless(argument: unknown): boolean {
    if (!isText(argument)) {
      const [template, own] = Array.isArray(argument) ? argument : [];
      return isText(template) && this.#isHarmless(own) && this.#isFilledHarmless(template, isMap(own) ? own : {});
    }
    let known = this.#substitutions.get(argument);
    if (known === undefined) {
      known = this.#isFilledHarmless(argument, {});
      this.#substitutions.set(argument, known);
    }
    return known;
  }

  /** Whether a text is harmless as it is written, and with values put in place of its variables. */
  #isFilledHarmless(template: string, own: JsonMap): boolean {
    if (!isHarmlessText(template)) return false;
    let filled = '';
    let end = 0;
    for (let at = template.indexOf('${'); at !== -1; at = template.indexOf('${', at + 2)) {
      const closing = template.indexOf('}', at);
      if (closing === -1) break;
      const written = template.slice(at + 2, closing);
      if (written.includes('{')) continue;
      const name = written.trim();
      const isOwn = Object.hasOwn(own, name);
      if (!isOwn && written !== '' && !written.startsWith('!') && !this.#isVariableHarmless(name)) return false;
      const piece = this.#piece(isOwn ? own[name] : { Ref: name });
      if (piece === undefined) return false;
      filled += template.slice(end, at) + piece;
      end = closing + 1;
    }
    return isHarmlessText(filled + template.slice(end));
  }

  #isVariableHarmless(name: string): boolean {
    return name.includes('.') ? this.#isAttributeHarmless(name) : this.#isNameHarmless(name);
  }

  /** Whether the pieces of a join are harmless put together: `us`, `east` and `1` name a place. */
  #isJoinHarmless(argument: unknown): boolean {
    const [delimiter, items] = Array.isArray(argument) ? argument : [];
    if (!isText(delimiter) || !Array.isArray(items)) return true;
    const pieces = items.map((item) => this.#piece(item));
    return pieces.every((piece) => piece !== undefined) && isHarmlessText(pieces.join(delimiter));
  }

  /** A piece of a text as it is written, or as the parameter has it that it refers to; undefined where that has several. */
  #piece(node: unknown): string | undefined {
    if (isText(node)) return node;
    const name = textAt(node, 'Ref');
    const { Parameters: parameters } = this.#stack.template;
    if (name === undefined || !isMap(parameters) || !Object.hasOwn(parameters, name)) return UNKNOWN_STRETCH;
    const [only, ...others] = this.#resolver.resolve(node, this.#stack);
    if (others.length > 0) return undefined;
    return only?.kind === 'text' ? searchable(only.text) : UNKNOWN_STRETCH;
  }
}

/** Whether a key is that of a function of CloudFormation. */
export function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

type KindOfKey = 'name' | 'function' | 'destination region';

/** What a key says of its value; templates have the same few keys again and again. */
function kindOfKey(key: string): KindOfKey {
  let kind = KINDS_OF_KEYS.get(key);
  if (kind === undefined) {
    kind = isDestinationRegion(key) ? 'destination region' : isIntrinsic(key) ? 'function' : 'name';
    KINDS_OF_KEYS.set(key, kind);
  }
  return kind;
}

const KINDS_OF_KEYS = new Map<string, KindOfKey>();

/** Most texts have none of the signs that every one of a place, of an action or of a dynamic reference has. */
function isHarmlessText(text: string): boolean {
  if (!/[-.:]/u.test(text)) return true;
  let known = HARMLESS_TEXTS.get(text);
  if (known === undefined) {
    known = !(canNameAPlace(text) || namesCopying(text) || text.includes('{{resolve:'));
    HARMLESS_TEXTS.set(text, known);
  }
  return known;
}

const HARMLESS_TEXTS = new Map<string, boolean>();
