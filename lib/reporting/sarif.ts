import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { CHANNELS } from '../catalogue/catalogue';
import { EXCEPTION_FLAWS, type ExceptedFinding } from '../domain/exception';
import type { Finding, Severity } from '../domain/finding';
import { type Flow, pathText } from '../domain/flow';
import { placeOf, type Report } from './report';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Readonly<
  Record<Severity, Result.level>
>;

export interface SarifOptions {
  /** Of this program. */
  readonly version: string;
  /** Whether ways abroad count as they are, and not as a note. @default false */
  readonly proves?: boolean | undefined;
}

const WAY_ABROAD = {
  id: 'store-with-way-abroad',
  shortDescription: { text: 'What rests in stores of personal data reaches nothing abroad.' },
  properties: { tags: ['data-residency', 'path'] },
} as const;

/**
 * For code scanning (SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). Files are told by the
 * working directory, so that nothing in it depends on the machine.
 */
export function sarifReport(report: Report, { version, proves = false }: SarifOptions): string {
  const { findings, excepted, flows, problems } = report;
  const all: readonly (Finding | ExceptedFinding)[] = [...findings, ...excepted];
  const paths = flows.filter(({ verdict }) => verdict === 'path');
  const ids = [...all.map(({ channel }) => channel), ...(paths.length > 0 ? [WAY_ABROAD.id] : [])];
  const rules = [...new Set(ids)].toSorted();
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cdk-domicile', semanticVersion: version, rules: rules.map(ruleOf) } },
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map(({ code, message }): Notification => {
              return { level: 'error', descriptor: { id: code }, message: { text: withRelativeFiles(message) } };
            }),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: [
          ...all.map((finding) => resultOf(finding, rules)),
          ...paths.map((flow) => flowResult(flow, rules, report, proves)),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(id: string): ReportingDescriptor {
  if (id === WAY_ABROAD.id) return { ...WAY_ABROAD, properties: { tags: [...WAY_ABROAD.properties.tags] } };
  const channel = CHANNELS.find((known) => known.id === id);
  if (channel !== undefined) {
    const { title, risk, remediation, references, level } = channel;
    return {
      id,
      shortDescription: { text: `${title}.` },
      fullDescription: { text: risk },
      help: { text: `${remediation} The whole story: cdk-domicile explain ${id}` },
      helpUri: references[0],
      properties: { tags: ['data-residency', level] },
    };
  }
  const flaw = Object.entries(EXCEPTION_FLAWS).find(([known]) => known === id)?.[1];
  return {
    id,
    ...(flaw !== undefined && { shortDescription: { text: `${flaw.title}.` }, help: { text: flaw.remediation } }),
    properties: { tags: ['data-residency', ...(flaw !== undefined ? ['exceptions'] : [])] },
  };
}

function resultOf(finding: Finding | ExceptedFinding, rules: readonly string[]): Result {
  const { channel, severity, message, fix, level, reach, value } = finding;
  return {
    ruleId: channel,
    ruleIndex: rules.indexOf(channel),
    level: LEVELS[severity],
    message: { text: `${message}. ${fix}` },
    locations: [locationOf(finding)],
    partialFingerprints: { 'residency/v1': fingerprintOf(finding) },
    ...('exception' in finding && { suppressions: [suppressionOf(finding)] }),
    properties: { level, reach, value },
  };
}

function flowResult(flow: Flow, rules: readonly string[], { judged }: Report, proves: boolean): Result {
  const { store, severity, path: hops = [] } = flow;
  const text = pathText(hops);
  const at = (point: { readonly stack?: string; readonly logicalId?: string }, name: string): Location => ({
    physicalLocation: {
      artifactLocation: {
        uri: uriOf(judged.find(({ stack }) => stack === point.stack)?.template ?? ''),
        uriBaseId: '%SRCROOT%',
      },
      region: { startLine: 1 },
    },
    logicalLocations: [{ fullyQualifiedName: name, kind: 'resource' }],
  });
  const steps = hops.map(({ at: place, to, by, what }) => ({
    location: { ...at(place, to.name), message: { text: `${to.name}, by ${by}: ${what}` } },
  }));
  return {
    ruleId: WAY_ABROAD.id,
    ruleIndex: rules.indexOf(WAY_ABROAD.id),
    level: proves ? LEVELS[severity] : 'note',
    message: { text },
    locations: [at(store, store.name)],
    partialFingerprints: { 'residency/v1': hashOf([WAY_ABROAD.id, relativePath(store.stack), store.logicalId]) },
    ...(steps.length > 0 && { codeFlows: [{ threadFlows: [{ locations: steps }] }] }),
  };
}

function locationOf(finding: Finding): Location {
  const { stack, logicalId, constructPath, path: property } = finding;
  const { file, line } = placeOf(finding);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
      region: { startLine: line ?? 1 },
    },
    logicalLocations: [
      { name: logicalId, fullyQualifiedName: constructPath ?? `${relativePath(stack)}/${logicalId}`, kind: 'resource' },
      ...(property === '' ? [] : [{ fullyQualifiedName: property, kind: 'property' }]),
    ],
  };
}

/** Of what is found where, and not of lines, order or messages: the same finding is the same after an edit elsewhere. */
function fingerprintOf({ channel, stack, logicalId, path: property, value }: Finding): string {
  const place = property.replaceAll(/\[\d+\]/gu, '[]');
  return hashOf([channel, relativePath(stack), logicalId, place, value]);
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

function suppressionOf({ exception }: ExceptedFinding) {
  const { reason, legalBasis, owner, expires } = exception;
  const justification = `${reason} (${legalBasis}; accepted by ${owner} until ${expires})`;
  return { kind: 'external', status: 'accepted', justification } as const;
}

function uriOf(file: string): string {
  return relativePath(file).split(path.sep).map(encodeURIComponent).join('/');
}

/** A file by the working directory; a stack's label, which need not be one, as it is. */
function relativePath(file: string): string {
  return path.isAbsolute(file) ? path.relative(process.cwd(), file) : file;
}

/** Problems quote files as they were named on input. */
function withRelativeFiles(text: string): string {
  return text.replaceAll(/'([^']*)'/gu, (_, quoted: string) => `'${relativePath(quoted)}'`);
}
