import { createHash } from 'node:crypto';
import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { SourceLocation } from '../../domain/finding';
import {
  ACKNOWLEDGEMENT_FLAWS,
  type AcknowledgedRow,
  type AcknowledgementFlaw,
  type NagReport,
  type NagRow,
  type PackReport,
} from '../../domain/nag';
import { cellsText } from './places';

/**
 * For code scanning (SARIF 2.1.0): a run for each pack, and one for acknowledgements. A finding is where the source makes its
 * resource, once for all cells.
 *
 * @param version of this program
 */
export function nagSarif({ packs, flaws }: NagReport, version: string): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      ...packs.map(packRun),
      {
        tool: { driver: { name: 'cdk-domicile nag', semanticVersion: version, rules: flawRules() } },
        automationDetails: { id: 'nag/acknowledgements/' },
        columnKind: 'utf16CodeUnits',
        results: flaws.map(flawResult),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function packRun({ pack, title, open, acknowledged, failures }: PackReport): Log['runs'][number] {
  const rows = [...open, ...acknowledged];
  const ids = [...new Set(rows.map(({ rule }) => rule))].toSorted();
  const rules = ids.map((id): ReportingDescriptor => {
    const text = rows.find(({ rule }) => rule === id)?.description ?? '';
    return { id, shortDescription: { text }, properties: { tags: ['cdk-nag', pack] } };
  });
  const notRun = failures.map(
    ({ rule, resource, message }): Notification => ({
      level: 'error',
      associatedRule: { id: rule },
      message: { text: `'${rule}' could not run on '${resource}': ${message}` },
    }),
  );
  return {
    tool: { driver: { name: `cdk-nag ${title}`, rules } },
    // Code scanning takes what stands before the last slash for the category, of which a tool has one run.
    automationDetails: { id: `nag/${pack}/` },
    invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: notRun }],
    columnKind: 'utf16CodeUnits',
    results: [
      ...open.map((row) => rowResult(pack, row, ids)),
      ...acknowledged.map((row): Result => ({ ...rowResult(pack, row, ids), suppressions: [suppressionOf(row)] })),
    ],
  };
}

function rowResult(pack: string, row: NagRow, ids: readonly string[]): Result {
  const { rule, severity, description, place, source } = row;
  const [first] = Object.values(row.in);
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severity,
    message: { text: `${description} '${place}', in ${cellsText(row)}.` },
    locations: [locationOf(source ?? { file: first?.template ?? '', line: 1 }, place)],
    partialFingerprints: { 'nag/v1': hashOf([pack, rule, place]) },
  };
}

function suppressionOf({ answer, answered }: AcknowledgedRow): NonNullable<Result['suppressions']>[number] {
  const { reason, substitute, owner, since, until } = answer;
  const instead = substitute === undefined ? '' : `; instead: ${substitute.control} (${substitute.test})`;
  const by = `accepted by ${owner ?? 'nobody'} on ${since ?? 'a day not known'}${until === undefined ? '' : ` until ${until}`}`;
  return {
    kind: 'inSource',
    status: 'accepted',
    justification: `${reason}${instead} (${by})`,
    ...(answered !== undefined && { location: { physicalLocation: physical(answered) } }),
  };
}

function flawRules(): ReportingDescriptor[] {
  return Object.entries(ACKNOWLEDGEMENT_FLAWS).map(([id, { title }]) => ({
    id,
    shortDescription: { text: `${title}.` },
    properties: { tags: ['acknowledgements'] },
  }));
}

function flawResult({ kind, id, at, message, fix, source }: AcknowledgementFlaw): Result {
  return {
    ruleId: kind,
    ruleIndex: Object.keys(ACKNOWLEDGEMENT_FLAWS).indexOf(kind),
    level: 'error',
    message: { text: `${message}; ${fix}.` },
    ...(source !== undefined && { locations: [locationOf(source, at)] }),
    partialFingerprints: { 'nag/v1': hashOf([kind, id, at]) },
  };
}

function locationOf(source: SourceLocation, name: string): Location {
  return {
    physicalLocation: physical(source),
    logicalLocations: [{ fullyQualifiedName: name, kind: 'resource' }],
  };
}

function physical({ file, line }: SourceLocation) {
  const uri = file.split(/[\\/]/u).map(encodeURIComponent).join('/');
  return { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region: { startLine: line } };
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}
