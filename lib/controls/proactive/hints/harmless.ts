import type { Resolver } from '../../../assembly/resolver';
import type { Stack } from '../../../assembly/stack';
import { isMap, isText, type JsonMap, textAt } from '../../../assembly/template';
import { searchable, UNKNOWN_STRETCH, wholeHole } from '../../../assembly/text';
import { namesCopying } from '../../../domain/data-actions';
import { canNameAPlace } from './reading';
import type { Surroundings } from './surroundings';

/** Types whose attributes come from elsewhere, and so can be of anything. */
const ANSWERS_FOR_OTHERS =
  /^(?:AWS::CloudFormation::Stack|AWS::Serverless::Application|AWS::SSM::Parameter|Custom::CrossRegionExportReader)$/u;

/**
 * Tells at a glance of what nothing needs to be searched: values that name no place, and speak of nothing but what their own
 * stack makes. That is nearly everything in nearly every template, and resolving it would take most of the time.
 */
export class Harmless {
  readonly #stack: Stack;
  readonly #resolver: Resolver;
  readonly #surroundings: Surroundings;
  readonly #parameters = new Map<string, boolean>();

  constructor(stack: Stack, resolver: Resolver, surroundings: Surroundings) {
    this.#stack = stack;
    this.#resolver = resolver;
    this.#surroundings = surroundings;
  }

  is(node: unknown): boolean {
    // Any text can be the name of a bucket that another stack makes abroad.
    return this.#surroundings.bucketsAbroad.size === 0 && this.#isHarmless(node);
  }

  #isHarmless(node: unknown): boolean {
    if (typeof node === 'string') return isHarmlessText(node);
    if (typeof node !== 'object' || node === null) return true;
    if (Array.isArray(node)) return node.every((item) => this.#isHarmless(item));
    const map = node as JsonMap;
    for (const key in map) {
      const value = map[key];
      const harmless = isIntrinsic(key) ? this.#isIntrinsicHarmless(key, value) : this.#isHarmless(value);
      if (!harmless) return false;
    }
    return true;
  }

  #isIntrinsicHarmless(name: string, argument: unknown): boolean {
    switch (name) {
      case 'Ref':
        return isText(argument) && this.#isNameHarmless(argument);
      case 'Fn::GetAtt':
        return this.#isAttributeHarmless(argument);
      case 'Fn::Sub':
        return this.#isSubHarmless(argument);
      case 'Fn::Join':
        return this.#isHarmless(argument) && isHarmlessText(joinedLiterals(argument));
      case 'Fn::If':
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
            isHarmlessText(searchable(value.text))),
      );
      this.#parameters.set(name, known);
    }
    return known;
  }

  #isAttributeHarmless(argument: unknown): boolean {
    const logicalId = isText(argument) ? argument.split('.')[0] : Array.isArray(argument) ? argument[0] : undefined;
    if (!isText(logicalId)) return false;
    const resource = this.#stack.template.Resources[logicalId];
    return resource !== undefined && !ANSWERS_FOR_OTHERS.test(textAt(resource, 'Type') ?? '');
  }

  #isSubHarmless(argument: unknown): boolean {
    const [template, own] = Array.isArray(argument) ? argument : [argument, {}];
    if (!isText(template) || !isHarmlessText(template) || !this.#isHarmless(own)) return false;
    for (const [, written = ''] of template.matchAll(/\$\{([^!{}][^{}]*)\}/gu)) {
      const name = written.trim();
      if (isMap(own) && Object.hasOwn(own, name)) continue;
      if (!(name.includes('.') ? this.#isAttributeHarmless(name) : this.#isNameHarmless(name))) return false;
    }
    return true;
  }
}

/** Whether a key is that of a function of CloudFormation. */
export function isIntrinsic(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

/** Most texts have none of the signs that every one of a place, of an action or of a dynamic reference has. */
function isHarmlessText(text: string): boolean {
  return !/[-.:]/u.test(text) || !(canNameAPlace(text) || namesCopying(text) || text.includes('{{resolve:'));
}

/** The pieces of a join, put together as far as they are literal: `us`, `east` and `1` name a place together. */
function joinedLiterals(argument: unknown): string {
  const [delimiter, items] = Array.isArray(argument) ? argument : [];
  if (!isText(delimiter) || !Array.isArray(items)) return UNKNOWN_STRETCH;
  return items.map((item) => (isText(item) ? item : UNKNOWN_STRETCH)).join(delimiter);
}
