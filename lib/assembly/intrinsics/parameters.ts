import { flatMap, limited } from '../combine';
import { givenThat } from '../given';
import { ABSENT, type Located, type Possible, possibleText, Resolved, unknown } from '../possible';
import type { Made, Resolver } from '../resolver';
import type { Stack } from '../stack';
import { isText, type JsonMap, memberOf, scalarText, textAt } from '../template';
import { canonical, type Hole, show, split, type Text, textOf, wholeHole } from '../text';

/** What a parameter can be: what it is given, else its default, else one of its allowed values, else anything. */
export function parameter(name: string, declared: JsonMap, stack: Stack, resolver: Resolver): readonly Possible[] {
  const values = flatMap(argument(name, stack, resolver), (value) =>
    value.kind === 'absent' ? withoutArgument(name, declared, stack, resolver) : [value],
  );
  return flatMap(values, (value) => asDeclared(value, declared, stack, resolver));
}

/** What the parent stack or the assembly gives to the parameter. */
function argument(name: string, stack: Stack, resolver: Resolver): readonly Possible[] {
  const { parent } = stack;
  if (parent === undefined) return resolver.resolve(memberOf(stack.parameters, name), stack);
  const properties = resolver.resources(parent.stack).get(parent.logicalId)?.['Properties'];
  return member(member(resolver.resolve(properties, parent.stack), 'Parameters', resolver), name, resolver);
}

function withoutArgument(name: string, declared: JsonMap, stack: Stack, resolver: Resolver): readonly Possible[] {
  const { Default: byDefault, AllowedValues: allowed } = declared;
  if (byDefault !== undefined) {
    const value = scalarText(byDefault);
    const via = [`parameter '${name}' is '${value}' by default`];
    return resolver.resolve(value, stack).map((possible) => ({ ...possible, via }));
  }
  const hole = unbound(name, stack);
  const values = Array.isArray(allowed) ? allowed.map(scalarText) : valuesOf(declared['AllowedPattern']);
  if (values === undefined) return unknown(hole);
  return values.map((value) => possibleText(textOf(value), givenThat(hole.key, value), [choice(name, value)]));
}

function choice(name: string, value: string): string {
  return `parameter '${name}' can be '${value}'`;
}

/** Whether a step, by which a value came about, is one of several that whoever deploys may choose from. */
export function isChoice(step: string): boolean {
  return step.startsWith("parameter '") && step.includes("' can be '");
}

/** The values that a pattern admits, where it is no more than a list of them: `^(eu-central-1|eu-west-1)$`. */
function valuesOf(pattern: unknown): readonly string[] | undefined {
  const [, values] = (isText(pattern) && /^\^?\(?(?:\?:)?([\w|-]+)\)?\$?$/u.exec(pattern)) || [];
  return values?.split('|');
}

/** A value as the parameter's type has it: the value of an SSM parameter instead of its name, a list cut at its commas. */
function asDeclared(value: Possible, declared: JsonMap, stack: Stack, resolver: Resolver): readonly Possible[] {
  const type = textAt(declared, 'Type') ?? '';
  const values = type.startsWith('AWS::SSM::Parameter::Value<') ? storedValue(value, stack, resolver) : [value];
  const isList = type === 'CommaDelimitedList' || type.includes('List<') || type.includes('<CommaDelimitedList');
  return isList ? values.map((one) => cutAtCommas(one, stack)) : values;
}

function storedValue(name: Possible, stack: Stack, resolver: Resolver): readonly Possible[] {
  return name.kind === 'text' && wholeHole(name.text) === undefined ? storedUnder(name.text, stack, resolver) : [name];
}

/** The value of an SSM parameter, where the assembly makes it. */
export function storedUnder(name: Text, stack: Stack, resolver: Resolver): readonly Possible[] {
  const shown = show(name);
  return fromAny(resolver.index.stored(name, stack.region), resolver, {
    key: `ssm ${stack.region} ${canonical(name)}`,
    label: `{{resolve:ssm:${shown}}}`,
    because: `the SSM parameter '${shown}' is not made here`,
    settle: `check the stack that makes the SSM parameter '${shown}' together with this one`,
  });
}

function cutAtCommas(value: Possible, stack: Stack): Possible {
  if (value.kind !== 'text' || wholeHole(value.text) !== undefined) return value;
  const items = split(value.text, ',').map((text): Located => {
    const trimmed = text.length === 1 && isText(text[0]) ? textOf(text[0].trim()) : text;
    return { node: new Resolved([possibleText(trimmed)]), stack };
  });
  return { kind: 'list', items, given: value.given, via: value.via };
}

/** Everything that any of these can be; where none of them is certain to be made, what is not known as well. */
export function fromAny(made: readonly Made[], resolver: Resolver, otherwise: Hole): readonly Possible[] {
  const values = made.flatMap(({ key, node, stack }) =>
    resolver.named(key, `what stack '${stack.label}' makes`, () => resolver.resolve(node, stack)),
  );
  return limited(made.some(({ always }) => always) ? values : [...values, ...unknown(otherwise)]);
}

/** A member of each map among the alternatives. What is wholly unknown stays so. */
export function member(possible: readonly Possible[], key: string, resolver: Resolver): readonly Possible[] {
  return flatMap(possible, (alternative) => {
    if (alternative.kind === 'map') return resolver.resolve(memberOf(alternative.entries, key), alternative.stack);
    return alternative.kind === 'text' && wholeHole(alternative.text) !== undefined ? [alternative] : ABSENT;
  });
}

function unbound(name: string, stack: Stack): Hole {
  return {
    key: `parameter ${stack.id} ${name}`,
    label: `\${${name}}`,
    because: `parameter '${name}' has no default`,
    settle: `give parameter '${name}' a default, or allowed values, within the home region`,
  };
}
