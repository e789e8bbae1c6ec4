import type { ExceptedFinding } from '../domain/exception';
import type { Finding } from '../domain/finding';
import { type Flow, pathText } from '../domain/flow';
import { groupedBy, placeOf, type Report } from './report';

/** For the test pages of CI: a suite for each stack, in which what is found fails and what is accepted is skipped. */
export function junitReport(
  report: Report,
  { proves = false }: { readonly proves?: boolean | undefined } = {},
): string {
  const { findings, excepted, flows, problems, judged } = report;
  const found = groupedBy<Finding | ExceptedFinding>([...findings, ...excepted], ({ stack }) => stack);
  const names = [...new Set([...judged.map(({ stack }) => stack), ...found.keys()])];
  const suites: readonly Suite[] = [
    ...names.map((name) => ({ name, cases: found.get(name)?.map(caseOf) ?? [nothingFound(name)] })),
    ...(flows.length > 0 ? [{ name: 'ways abroad', cases: flows.map((flow) => flowCase(flow, proves)) }] : []),
    ...(problems.length > 0 ? [{ name: 'not judged', cases: problems.map(notJudged) }] : []),
  ];
  const root = element(
    'testsuites',
    { name: 'cdk-domicile', ...counts(suites.flatMap(({ cases }) => cases)) },
    suites.map(({ name, cases }) => element('testsuite', { name, ...counts(cases) }, cases.map(caseElement))),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly attributes: Attributes;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  /** Of the outcome. */
  readonly details?: Attributes;
  readonly text?: string;
}

/** Without any test it would look as if nobody had looked. */
function nothingFound(stack: string): Case {
  return { attributes: { name: 'lets nothing leave', classname: stack }, outcome: 'passed' };
}

function caseOf(finding: Finding | ExceptedFinding): Case {
  const { stack, channel, logicalId, path, constructPath, severity, message, fix } = finding;
  const { file, line } = placeOf(finding);
  const name = [channel, constructPath ?? logicalId, path].filter((part) => part !== '').join(' ');
  const attributes = { name, classname: stack, file, ...(line !== undefined && { line }) };
  const text = `${message}\n${fix}`;
  if ('exception' in finding) {
    const { reason, owner, expires } = finding.exception;
    return { attributes, outcome: 'skipped', details: { message: `accepted by ${owner} until ${expires}: ${reason}` } };
  }
  return severity === 'info'
    ? { attributes, outcome: 'passed', text }
    : { attributes, outcome: 'failure', details: { type: severity, message }, text };
}

/** A way abroad fails where a proof is asked for; what is proved says within what. */
function flowCase({ store, verdict, severity, path = [], assumptions }: Flow, proves: boolean): Case {
  const attributes = { name: `${store.name} reaches nothing abroad`, classname: 'ways abroad' };
  const text = [...(verdict === 'path' ? [pathText(path)] : []), ...assumptions].join('\n');
  return proves && verdict === 'path' && severity !== 'info'
    ? { attributes, outcome: 'failure', details: { type: severity, message: pathText(path) }, text }
    : { attributes, outcome: 'passed', text };
}

function notJudged({ code, message }: Report['problems'][number]): Case {
  return {
    attributes: { name: message, classname: 'not judged' },
    outcome: 'error',
    details: { type: code, message },
  };
}

function counts(cases: readonly Case[]) {
  const of = (outcome: Case['outcome']) => cases.filter((each) => each.outcome === outcome).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}

function caseElement({ attributes, outcome, details = {}, text }: Case): string {
  const said = text === undefined ? [] : [escaped(text)];
  if (outcome !== 'passed') return element('testcase', attributes, [element(outcome, details, said)]);
  return element('testcase', attributes, text === undefined ? [] : [element('system-out', {}, said)]);
}

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Written as they are, these become spaces in an attribute.
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** XML 1.0 has no way to write most controls, lone surrogates and non-characters (https://www.w3.org/TR/xml/#charsets). */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"'\n\r\t]/gu, (character) => ESCAPES[character] ?? character);
}
