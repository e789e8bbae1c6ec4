import type { Given } from './given';
import { NOTHING } from './given';
import { AssemblyIndex } from './index-of-names';
import { choose, findInMap } from './intrinsics/choices';
import { decided, outcomes, undecided } from './intrinsics/conditions';
import { hasLoop, withoutLoops } from './intrinsics/loops';
import { getAtt, getStackOutput, importValue, ref } from './intrinsics/references';
import { join, jsonText, length, plainText, select, splitAt, sub, zones } from './intrinsics/texts';
import { ABSENT, type Located, literal, type Possible, Resolved, unknown } from './possible';
import type { Index, Outcome, Resolver } from './resolver';
import type { Assembly, Stack } from './stack';
import { isMap, isText, type JsonMap, mapAt, scalarText, textAt } from './template';

type Intrinsic = (argument: unknown, stack: Stack, resolver: Resolver) => readonly Possible[];

const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Ref', ref],
  ['Fn::Sub', sub],
  ['Fn::GetAtt', getAtt],
  ['Fn::Join', join],
  ['Fn::If', choose],
  ['Fn::Select', select],
  ['Fn::Split', splitAt],
  ['Fn::FindInMap', findInMap],
  ['Fn::ImportValue', importValue],
  ['Fn::GetStackOutput', getStackOutput],
  ['Fn::GetAZs', zones],
  ['Fn::Length', length],
  ['Fn::ToJsonString', jsonText],
  // What matters is what the text says, not how it is wrapped.
  ['Fn::Base64', (argument, stack, resolver) => resolver.resolve(argument, stack)],
]);

/** No template is as deep as this; one that is was made to be. */
const DEEPEST = 200;

/** Resolves the values of an assembly's templates, each on demand, and remembers what names stand for. */
export class AssemblyResolver implements Resolver {
  readonly index: Index;
  readonly #names = new Map<string, readonly Possible[] | undefined>();
  readonly #conditions = new Map<string, readonly Outcome[] | undefined>();
  readonly #resources = new Map<Stack, ReadonlyMap<string, JsonMap>>();
  #depth = 0;

  constructor(assembly: Assembly) {
    this.index = new AssemblyIndex(assembly, this);
  }

  readonly resolve = (node: unknown, stack: Stack): readonly Possible[] => {
    if (isText(node)) return plainText(node, stack, this);
    if (node === undefined || node === null) return ABSENT;
    if (typeof node !== 'object') return literal(scalarText(node));
    if (node instanceof Resolved) return node.possible;
    if (Array.isArray(node)) return [listOf(node, stack)];
    if (this.#depth >= DEEPEST) return unknown(TOO_DEEP);
    this.#depth += 1;
    try {
      return this.#map(node as JsonMap, stack);
    } finally {
      this.#depth -= 1;
    }
  };

  #map(node: JsonMap, stack: Stack): readonly Possible[] {
    const name = onlyKey(node);
    if (name === 'Ref' || name?.startsWith('Fn::')) {
      const intrinsic = INTRINSICS.get(name);
      if (intrinsic !== undefined) return intrinsic(node[name], stack, this);
      if (!hasLoop(node)) return unknown(notKnown(name, node[name], stack));
    }
    const entries = hasLoop(node) ? withoutLoops(node, stack, this) : node;
    return [{ kind: 'map', entries, stack, given: NOTHING, via: [] }];
  }

  readonly condition = (name: string, stack: Stack): readonly Outcome[] => {
    const key = `${stack.id} ${name}`;
    if (this.#conditions.has(key)) return this.#conditions.get(key) ?? undecided({ Condition: name }, stack);
    this.#conditions.set(key, undefined);
    const expressions = mapAt(stack.template, 'Conditions');
    const expression = Object.hasOwn(expressions, name) ? expressions[name] : this.#looped(expressions, stack)[name];
    const results =
      expression === undefined ? undecided({ Condition: name }, stack) : outcomes(expression, stack, this);
    this.#conditions.set(key, results);
    return results;
  };

  #looped(entries: JsonMap, stack: Stack): JsonMap {
    return hasLoop(entries) ? withoutLoops(entries, stack, this) : {};
  }

  readonly named = (key: string, what: string, compute: () => readonly Possible[]): readonly Possible[] => {
    if (this.#names.has(key)) return this.#names.get(key) ?? unknown(circle(key, what));
    this.#names.set(key, undefined);
    const results = compute();
    this.#names.set(key, results);
    return results;
  };

  readonly resources = (stack: Stack): ReadonlyMap<string, JsonMap> => {
    const remembered = this.#resources.get(stack);
    if (remembered !== undefined) return remembered;
    const declared = stack.template.Resources;
    const resources = new Map<string, JsonMap>();
    for (const [logicalId, resource] of Object.entries(
      hasLoop(declared) ? withoutLoops(declared, stack, this) : declared,
    )) {
      if (isMap(resource)) resources.set(logicalId, resource);
    }
    this.#resources.set(stack, resources);
    return resources;
  };

  /** What has to be given for a resource to be made: nothing, one of several things, or an empty list when it never is. */
  readonly worldsOf = (resource: JsonMap, stack: Stack): readonly Given[] => {
    const name = textAt(resource, 'Condition');
    const results = name === undefined ? decided(true) : this.condition(name, stack);
    return results.filter(({ holds }) => holds).map(({ given }) => given);
  };
}

function onlyKey(node: JsonMap): string | undefined {
  let only: string | undefined;
  for (const key in node) {
    if (only !== undefined) return undefined;
    only = key;
  }
  return only;
}

function listOf(nodes: readonly unknown[], stack: Stack): Possible {
  return { kind: 'list', items: nodes.map((node): Located => ({ node, stack })), given: NOTHING, via: [] };
}

function notKnown(name: string, argument: unknown, stack: Stack) {
  const because =
    name === 'Fn::Transform'
      ? 'a macro makes it, and what it makes is not known here'
      : `'${name}' cannot be read here`;
  return { key: `${name} ${stack.id} ${JSON.stringify(argument) ?? ''}`, label: `\${${name}}`, because };
}

function circle(key: string, what: string) {
  return { key: `circle ${key}`, label: '${…}', because: `${what} leads back to itself` };
}

const TOO_DEEP = { key: 'too deep', label: '${…}', because: 'it is nested too deeply to be read' };
