import { InputError } from '../domain/errors';
import { both, type Given, NOTHING } from './given';
import { AssemblyIndex } from './index-of-names';
import { choose, findInMap } from './intrinsics/choices';
import { outcomes, undecided } from './intrinsics/conditions';
import { hasLoop, withoutLoops } from './intrinsics/loops';
import { getAtt, getStackOutput, importValue, ref } from './intrinsics/references';
import { join, jsonText, length, plainText, select, splitAt, sub, zones } from './intrinsics/texts';
import { ABSENT, type Located, literal, type Possible, Resolved, unknown } from './possible';
import type { Index, Outcome, Resolver } from './resolver';
import { withGlobals } from './sam-globals';
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

/** A hundred times as many as ten thousand resources take: templates that take more grow by themselves. */
const MOST_STEPS = 10_000_000;

/** Resolves the values of an assembly's templates, each on demand, and remembers what names stand for. */
export class AssemblyResolver implements Resolver {
  readonly index: Index;
  readonly #names = new Map<string, readonly Possible[] | undefined>();
  readonly #conditions = new Map<string, readonly Outcome[] | undefined>();
  readonly #resources = new Map<Stack, ReadonlyMap<string, JsonMap>>();
  readonly #around = new Map<string, readonly Given[]>();
  #depth = 0;
  #steps = 0;

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
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) throw tooMuch(stack);
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
    const misplaced = name === undefined ? misplacedIntrinsic(node) : undefined;
    if (misplaced !== undefined) return unknown(amongOthers(misplaced, node, stack));
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
    // First, so that a loop over what its own template makes finds nothing yet, rather than itself.
    this.#resources.set(stack, resources);
    for (const [logicalId, resource] of Object.entries(
      hasLoop(declared) ? withoutLoops(declared, stack, this) : declared,
    )) {
      if (isMap(resource)) resources.set(logicalId, withGlobals(resource, stack));
    }
    return resources;
  };

  readonly worlds = (resource: JsonMap, stack: Stack): readonly Given[] => {
    const name = textAt(resource, 'Condition');
    const around = this.#worldsAround(stack);
    if (name === undefined) return around;
    const inside = this.condition(name, stack).filter(({ holds }) => holds);
    return around.flatMap((world) =>
      inside.map(({ given }) => both(world, given)).filter((given) => given !== undefined),
    );
  };

  /** The worlds in which a stack is made. */
  #worldsAround({ parent }: Stack): readonly Given[] {
    const resource = parent && this.resources(parent.stack).get(parent.logicalId);
    if (parent === undefined || resource === undefined) return EVERY_WORLD;
    const remembered = this.#around.get(parent.logicalId + parent.stack.id);
    if (remembered !== undefined) return remembered;
    const worlds = this.worlds(resource, parent.stack);
    this.#around.set(parent.logicalId + parent.stack.id, worlds);
    return worlds;
  }
}

function tooMuch(stack: Stack): InputError {
  return new InputError(
    'TooMuchToResolve',
    `'${stack.label}' takes more steps to resolve than any template; simplify it`,
  );
}

const EVERY_WORLD: readonly Given[] = [NOTHING];

/** An intrinsic that shares its map with other keys, which CloudFormation does not read as one. */
function misplacedIntrinsic(node: JsonMap): string | undefined {
  for (const key in node) if (INTRINSICS.has(key) && key !== 'Ref') return key;
  return undefined;
}

function amongOthers(name: string, node: JsonMap, stack: Stack) {
  return {
    key: `${name} among others ${stack.id} ${JSON.stringify(node)}`,
    label: `\${${name}}`,
    because: `'${name}' shares its map with other keys, which CloudFormation does not take`,
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
