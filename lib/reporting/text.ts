import { CHANNELS } from '../catalogue/catalogue';
import type { ExceptedFinding } from '../domain/exception';
import type { Finding, Severity } from '../domain/finding';
import { isRegion, REGIONS } from '../domain/regions';
import { pathTexts, proofTexts } from './flows';
import { printable } from './printable';
import { counting, countingPaths, groupedBy, placeOf, type Report, unreadIn } from './report';
import { indented } from './wrap';

export interface TextOptions {
  /** Whether it goes to a terminal that shows colours. @default false */
  readonly styled?: boolean | undefined;
  /** Whether what is proved is told as well as what is not. @default false */
  readonly proofs?: boolean | undefined;
  /** Whether findings for information are told as fully as the others. @default false */
  readonly strict?: boolean | undefined;
}

type Paint = (style: keyof typeof STYLES, text: string) => string;

/** Codes of ANSI terminals that begin and end a style (ECMA-48, SGR): bold, faint, and colours. */
const STYLES = { heading: [1, 22], aside: [2, 22], error: [31, 39], warning: [33, 39], info: [36, 39] } as const;
const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** For a person: by stack and channel, what would move, from where to where, and the smallest fix. */
export function textReport(
  report: Report,
  { styled = false, proofs = false, strict = false }: TextOptions = {},
): string {
  const { findings, excepted, flows, problems, judged } = report;
  const paint: Paint = (style, text) => {
    const [begin, end] = STYLES[style];
    return styled ? `\u001b[${begin}m${text}\u001b[${end}m` : text;
  };
  const blocks = [
    ...[...groupedBy(findings, ({ stack }) => stack).values()].map((found) => stackBlock(found, paint, strict)),
    ...section('ways abroad', pathTexts(flows), paint),
    ...section('proved to stay at home, provided that', proofs ? proofTexts(flows) : [], paint),
    ...section('accepted, until a day', excepted.map(acceptedLines), paint),
    ...section(
      'nested templates that lie elsewhere, and were not read',
      unreadIn(judged).map(({ stack, logicalId }) => `  ${stack}/${logicalId}`),
      paint,
    ),
    ...section(
      'could not judge',
      problems.map(({ message }) => `  ${message}`),
      paint,
    ),
    paint('heading', summary(report)),
  ];
  return printable(`${blocks.join('\n\n')}\n`, styled);
}

function section(title: string, entries: readonly string[], paint: Paint): string[] {
  return entries.length === 0 ? [] : [[paint('heading', title), ...entries].join('\n')];
}

function stackBlock(findings: readonly Finding[], paint: Paint, strict: boolean): string {
  const [{ stack, region } = { stack: '', region: '' }] = findings;
  const heading = region === '' ? stack : `${stack} in ${placed(region)}`;
  const channels = [...groupedBy(findings, ({ severity, channel }) => `${severity} ${channel}`).values()];
  const sorted = channels.toSorted((one, other) => rank(one) - rank(other));
  return [paint('heading', heading), ...sorted.map((found) => channelBlock(found, paint, strict))].join('\n\n');
}

function rank([finding]: readonly Finding[]): number {
  return WORST_FIRST.indexOf(finding?.severity ?? 'info');
}

/** What findings of one channel have in common is said once. What counts for nothing is told where it is, and no more. */
function channelBlock(findings: readonly Finding[], paint: Paint, strict: boolean): string {
  const [{ severity, channel } = { severity: 'error' as const, channel: '' }] = findings;
  const known = CHANNELS.find(({ id }) => id === channel);
  const fixes = [...groupedBy(findings, ({ fix }) => fix)];
  const told =
    severity === 'info' && !strict
      ? [...new Set(findings.map(placeLine))]
      : [
          ...(known === undefined ? [] : [indented(known.risk, 4)]),
          ...fixes.flatMap(([fix, fixed]) => [
            '',
            ...fixed.map((finding) => `${findingLines(finding)}\n`),
            indented(`fix: ${fix}`, 4),
          ]),
        ];
  const more = known === undefined ? [] : [paint('aside', `    more: cdk-domicile explain ${channel}`)];
  return [`  ${paint(severity, severity)}  ${channel}`, ...told, ...more].join('\n');
}

function placeLine(finding: Finding): string {
  const { file, line } = placeOf(finding);
  const place = line === undefined ? file : `${file}:${line}`;
  return `    ${[place, finding.constructPath ?? finding.logicalId].filter((part) => part !== '').join('  ')}`;
}

function findingLines(finding: Finding): string {
  const { region, message } = finding;
  return [
    placeLine(finding),
    ...(region === '' ? [] : [`      ${placed(region)} → ${destination(finding)}`]),
    indented(message, 6),
  ].join('\n');
}

const REGION = new RegExp(`(?<![a-z0-9])(?:${Object.keys(REGIONS).join('|')})(?![0-9])`, 'gu');

/** The regions that a value abroad names. */
function destination({ region, value, reach }: Finding): string {
  if (reach === 'unknown') return 'cannot be told';
  const named = [...new Set(value.match(REGION))].filter((name) => name !== region);
  return named.length > 0 ? named.map(placed).join(', ') : 'abroad';
}

function placed(region: string): string {
  return isRegion(region) ? `${region} (${REGIONS[region].place})` : region;
}

function acceptedLines({ channel, constructPath, stack, logicalId, exception }: ExceptedFinding): string {
  const { reason, owner, expires } = exception;
  const what = `  ${constructPath ?? `${stack}/${logicalId}`}  ${channel}`;
  return `${what}\n${indented(`until ${expires}, by ${owner}: ${reason}`, 4)}`;
}

function summary({ findings, excepted, flows, problems, judged }: Report): string {
  const count = counting(findings).length;
  const noted = findings.length - count;
  const paths = countingPaths(flows).length;
  const unread = unreadIn(judged).length;
  return [
    judged.length === 0 ? 'nothing was judged' : `${plural(count, 'finding')} in ${plural(judged.length, 'stack')}`,
    ...(noted > 0 ? [`${noted} for information`] : []),
    ...(excepted.length > 0 ? [`${excepted.length} accepted`] : []),
    ...(paths > 0 ? [`${plural(paths, 'store')} with a way abroad`] : []),
    ...(unread > 0 ? [`${plural(unread, 'nested template')} not read`] : []),
    ...(problems.length > 0 && judged.length > 0 ? [`${problems.length} not judged`] : []),
  ].join(', ');
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count === 0 ? 'no' : count} ${noun}s`;
}
