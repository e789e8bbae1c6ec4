import {
  type Audit,
  type Beside,
  type Channel,
  type Deny,
  type Detective,
  type FlagSelector,
  isCovered,
  type NotCovered,
  type Preventive,
  type Proactive,
  type RequestSelector,
  type Rule,
  type Selector,
} from '../catalogue/channel';
import type { Control } from '../catalogue/coverage';
import { code } from './markdown';
import { KIND, placeOfCall, SEVERITY, STOPS, STRENGTH } from './words';

/** What one control knows of a channel. Names stand in back quotes, as Markdown has them. */
export interface ControlFacts {
  readonly control: Control;
  /** What it looks at. */
  readonly at: string;
  /** Why there are no rows, or what the rows rest on. */
  readonly said?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What each of the four controls knows of a channel, or why it knows nothing. */
export function controlFacts({ proactive, preventive, detective, audit }: Channel): readonly ControlFacts[] {
  return [
    { control: 'proactive', at: 'the final template', ...factsOf<Proactive>(proactive, proactiveFacts) },
    { control: 'preventive', at: 'the call', ...factsOf<Preventive>(preventive, preventiveFacts) },
    { control: 'detective', at: 'after the call', ...factsOf<Detective>(detective, detectiveFacts) },
    { control: 'audit', at: 'the live account', ...factsOf<Audit>(audit, auditFacts) },
  ];
}

type Facts = Pick<ControlFacts, 'said' | 'head' | 'rows'>;

function factsOf<Known extends object>(control: Known | NotCovered, facts: (control: Known) => Facts): Facts {
  return isCovered<Known>(control)
    ? facts(control)
    : { said: `Not covered: ${control.notCovered}.`, head: [], rows: [] };
}

function proactiveFacts({ rules }: Proactive): Facts {
  return {
    head: ['resource type', 'property', 'read as'],
    rows: joined(rules.flatMap((rule) => pathsOf(rule).map((path) => [typesOf(rule), propertyOf(path), readAs(rule)]))),
  };
}

/** Rows that differ in their types only, as one. */
function joined(rows: readonly (readonly [types: string, ...rest: string[]])[]): readonly (readonly string[])[] {
  const types = new Map<string, string[]>();
  for (const [type, ...rest] of rows) {
    const key = JSON.stringify(rest);
    types.set(key, [...(types.get(key) ?? []), type]);
  }
  return [...types].map(([rest, alike]) => [[...new Set(alike)].join(', '), ...(JSON.parse(rest) as string[])]);
}

function typesOf({ types }: Rule): string {
  return types.map((type) => (type === '*' ? 'any' : code(type))).join(', ');
}

function pathsOf(rule: Rule): readonly string[] {
  return rule.kind === 'function' ? rule.paths : [rule.path];
}

function propertyOf(path: string): string {
  return path === '' ? 'the resource itself' : code(path);
}

function readAs(rule: Rule): string {
  if (rule.kind === 'function') return 'a rule of its own';
  return [asKind(rule), ...besides(rule)].join(', ');
}

function asKind(rule: Selector): string {
  if (rule.kind === 'flag') return `opens at ${opening(rule)}${rule.opensWhenAbsent === true ? ' or when absent' : ''}`;
  if (rule.kind === 'presence') return 'opens by being there';
  if (rule.kind === 'absence') return 'opens by not being there';
  if (rule.kind === 'policy') return 'a policy document';
  if (rule.kind === 'rest') return 'whatever no other channel reads';
  return rule.onlyAbroad === true ? `${KIND[rule.kind]}, where it is known to be abroad` : KIND[rule.kind];
}

function opening({ opens, closes }: FlagSelector): string {
  return opens === undefined ? `anything but ${anyOf(closes)}` : anyOf(opens);
}

function besides({ unless, when, severity }: Selector): string[] {
  const beside = ({ path, is }: Beside) => `${code(path)} is ${typeof is === 'string' ? is : anyOf(is)}`;
  return [
    ...(unless === undefined ? [] : [`unless ${beside(unless)}`]),
    ...(when === undefined ? [] : [`when ${beside(when)}`]),
    ...(severity === undefined ? [] : [SEVERITY[severity]]),
  ];
}

function preventiveFacts({ strength, why, denies }: Preventive): Facts {
  return {
    said: `${STOPS[strength]}: ${why}`,
    head: ['denied', 'when', 'authorised in', 'stops it'],
    rows: denies.map((deny) => [
      deny.actions.map(code).join(', '),
      condition(deny),
      placeOfCall(deny.authorisedIn),
      STRENGTH[deny.strength],
    ]),
  };
}

function condition({ when, strength }: Deny): string {
  if (when === undefined) return strength === 'region-deny' ? 'the region of the call is not allowed' : 'always';
  const only = when.only === undefined ? '' : `, where ${code(when.only.key)} is ${anyOf(when.only.is)}`;
  if ('names' in when) return `${code(when.key)} names a region that is not allowed${only}`;
  return `${code(when.key)} is ${'is' in when ? anyOf(when.is) : `like ${anyOf(when.like)}`}${only}`;
}

function anyOf(values: readonly string[]): string {
  const [last = '', ...others] = values.map(code).toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`;
}

function detectiveFacts({ events }: Detective): Facts {
  return {
    head: ['event', 'recorded in', 'what in the request tells'],
    rows: events.map(({ eventSource, eventName, recordedIn, opens }) => [
      `${code(eventName)} of ${code(eventSource)}`,
      placeOfCall(recordedIn),
      opens.map(telling).join(', '),
    ]),
  };
}

function telling(open: RequestSelector): string {
  if (open.kind === 'presence') return `${code(open.path)} is there`;
  if (open.kind === 'flag') return `${code(open.path)} is ${anyOf(open.opens)}`;
  return `${code(open.path)} (${KIND[open.kind]})`;
}

function auditFacts({ calls }: Audit): Facts {
  return {
    head: ['call', 'field'],
    rows: calls.map(({ client, command, field, kind }) => [
      `${code(command)} of ${code(client)}`,
      `${code(field)} (${kind === 'flag' ? 'whether it is open' : KIND[kind]})`,
    ]),
  };
}
