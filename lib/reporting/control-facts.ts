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
  type Rule,
  type Selector,
} from '../catalogue/channel';
import type { Control } from '../catalogue/coverage';
import { code } from './markdown';
import { placeOfCall, STOPS, STRENGTH } from './words';

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
    rows: rules.flatMap((rule) =>
      rule.types.flatMap((type) => pathsOf(rule).map((path) => [code(type), code(path), readAs(rule)])),
    ),
  };
}

function pathsOf(rule: Rule): readonly string[] {
  return rule.kind === 'function' ? rule.paths : [rule.path];
}

function readAs(rule: Rule): string {
  if (rule.kind === 'function') return 'a rule of its own';
  return [asKind(rule), ...besides(rule)].join(', ');
}

function asKind(rule: Selector): string {
  switch (rule.kind) {
    case 'flag':
      return `opens at ${opening(rule)}${rule.opensWhenAbsent === true ? ' or when absent' : ''}`;
    case 'presence':
      return 'opens by being there';
    case 'absence':
      return 'opens by not being there';
    case 'policy':
      return 'a policy document';
    case 'rest':
      return 'whatever nothing else reads';
    case 'region':
    case 'arn':
    case 'bucket':
    case 'endpoint':
    case 'zone':
    case 'key':
    case 'model':
    case 'account':
    case 'text':
    case 'code':
    case 'script':
      return rule.onlyAbroad === true ? `${rule.kind}, where it is known` : rule.kind;
    default:
      return rule satisfies never;
  }
}

function opening({ opens, closes }: FlagSelector): string {
  return opens === undefined ? `anything but ${closes.map(code).join(', ')}` : opens.map(code).join(', ');
}

function besides({ unless, when, severity }: Selector): string[] {
  const beside = ({ path, is }: Beside) => `${code(path)} is ${typeof is === 'string' ? is : is.map(code).join(', ')}`;
  return [
    ...(unless === undefined ? [] : [`unless ${beside(unless)}`]),
    ...(when === undefined ? [] : [`when ${beside(when)}`]),
    ...(severity === undefined ? [] : [`as ${severity}`]),
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

function condition({ when }: Deny): string {
  if (when === undefined) return 'always';
  const only = when.only === undefined ? '' : `, where ${code(when.only.key)} is ${anyOf(when.only.is)}`;
  if ('names' in when) return `${code(when.key)} names a region that is not allowed${only}`;
  return `${code(when.key)} is ${'is' in when ? anyOf(when.is) : `like ${anyOf(when.like)}`}${only}`;
}

function anyOf(values: readonly string[]): string {
  return values.map(code).join(' or ');
}

function detectiveFacts({ events }: Detective): Facts {
  return {
    head: ['event', 'recorded in', 'what in the request tells'],
    rows: events.map(({ eventSource, eventName, recordedIn, opens }) => [
      `${code(eventName)} of ${code(eventSource)}`,
      placeOfCall(recordedIn),
      opens.map((open) => `${code(open.path)} (${open.kind})`).join(', '),
    ]),
  };
}

function auditFacts({ calls }: Audit): Facts {
  return {
    head: ['call', 'field'],
    rows: calls.map(({ client, command, field, kind }) => [
      `${code(command)} of ${code(client)}`,
      `${code(field)} (${kind})`,
    ]),
  };
}
