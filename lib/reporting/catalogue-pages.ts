import { CATALOGUE, type Service } from '../catalogue/catalogue';
import {
  type Audit,
  type Beside,
  type Channel,
  type Deny,
  type Detective,
  type FlagSelector,
  isCovered,
  type NotCovered,
  type PlaceOfCall,
  type Preventive,
  type Proactive,
  type Rule,
  type Selector,
} from '../catalogue/channel';

/** A file of `docs/channels/`. */
export interface Page {
  readonly file: string;
  readonly text: string;
}

const CONTROLS = ['proactive', 'preventive', 'detective', 'audit'] as const;

/** The catalogue as pages: an index, and one for each service. Nothing in them is written by hand. */
export function cataloguePages(): readonly Page[] {
  const services = Object.keys(CATALOGUE) as Service[];
  return [{ file: 'README.md', text: indexPage(services) }, ...services.map(servicePage)];
}

function indexPage(services: readonly Service[]): string {
  const rows = services.flatMap((service) =>
    CATALOGUE[service].map((channel) => {
      const covered = CONTROLS.map((control) => (isCovered<object>(channel[control]) ? 'yes' : 'no'));
      return `| [${channel.id}](${service}.md#${channel.id}) | ${channel.title} | ${channel.level} | ${covered.join(' | ')} |`;
    }),
  );
  return [
    '# Channels',
    '',
    'Each way in which AWS carries data out of a region, and which control sees it. A `no` has its reason on the page.',
    'Generated from `lib/catalogue/` by `npm run docs`; do not edit.',
    '',
    `| channel | compliant state | level | ${CONTROLS.join(' | ')} |`,
    `| --- | --- | --- | ${CONTROLS.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n');
}

function servicePage(service: Service): Page {
  const sections = CATALOGUE[service].map(channelSection);
  const head = [`# ${service}`, '', 'Generated from `lib/catalogue/` by `npm run docs`; do not edit.'];
  return { file: `${service}.md`, text: `${[head.join('\n'), ...sections].join('\n\n')}\n` };
}

function channelSection(channel: Channel): string {
  const { id, aliases = [], title, risk, level, remediation, references } = channel;
  return [
    `## ${id}`,
    `**${title}.**`,
    ...(aliases.length > 0 ? [`Formerly ${aliases.map(code).join(', ')}.`] : []),
    `*Risk* (${level}): ${risk}`,
    `*Fix*: ${remediation}`,
    `### Proactive: the final template\n\n${said(channel.proactive, proactiveText)}`,
    `### Preventive: the call\n\n${said(channel.preventive, preventiveText)}`,
    `### Detective: after the call\n\n${said(channel.detective, detectiveText)}`,
    `### Audit: the live account\n\n${said(channel.audit, auditText)}`,
    `### References\n\n${references.map((reference) => `- <${reference}>`).join('\n')}`,
  ].join('\n\n');
}

function said<Control extends object>(control: Control | NotCovered, say: (control: Control) => string): string {
  return isCovered<Control>(control) ? say(control) : `Not covered: ${control.notCovered}.`;
}

function proactiveText({ rules }: Proactive): string {
  return table(
    ['resource type', 'property', 'read as'],
    rules.flatMap((rule) =>
      rule.types.flatMap((type) => pathsOf(rule).map((path) => [code(type), code(path), readAs(rule)])),
    ),
  );
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
    case 'region':
    case 'arn':
    case 'bucket':
    case 'endpoint':
    case 'zone':
    case 'key':
    case 'model':
    case 'account':
    case 'text':
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

function preventiveText({ strength, why, denies }: Preventive): string {
  const rows = denies.map((deny) => [
    deny.actions.map(code).join(', '),
    condition(deny),
    placeOfCall(deny.authorisedIn),
    deny.strength,
  ]);
  return `Strength: **${strength}**; ${why}\n\n${table(['denied', 'when', 'authorised in', 'strength'], rows)}`;
}

function condition({ when }: Deny): string {
  if (when === undefined) return 'always';
  if ('names' in when) return `${code(when.key)} names a region that is not allowed`;
  return `${code(when.key)} is ${('is' in when ? when.is : when.like).map(code).join(', ')}`;
}

function detectiveText({ events }: Detective): string {
  return table(
    ['event', 'recorded in', 'what in the request tells'],
    events.map(({ eventSource, eventName, recordedIn, opens }) => [
      `${code(eventName)} of ${code(eventSource)}`,
      placeOfCall(recordedIn),
      opens.map((open) => `${code(open.path)} (${open.kind})`).join(', '),
    ]),
  );
}

function placeOfCall(place: PlaceOfCall): string {
  return place === 'both' ? 'source and destination' : place;
}

function auditText({ calls }: Audit): string {
  return table(
    ['call', 'field'],
    calls.map(({ client, command, field, kind }) => [
      `${code(command)} of ${code(client)}`,
      `${code(field)} (${kind})`,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
