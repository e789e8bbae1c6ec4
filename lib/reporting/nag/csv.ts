import type { AcknowledgedRow, NagReport, NagRow } from '../../domain/nag';

const COLUMNS = [
  'pack',
  'rule',
  'severity',
  'state',
  'cell',
  'stack',
  'resource',
  'type',
  'logicalId',
  'file',
  'line',
  'description',
  'reason',
  'substitute',
  'test',
  'owner',
  'since',
  'ageInDays',
  'until',
] as const;

type Record = Readonly<{ [Column in (typeof COLUMNS)[number]]?: string | number | undefined }>;

/** For spreadsheets (RFC 4180): one line for each finding in each cell. */
export function nagCsv({ packs }: NagReport): string {
  const records = packs.flatMap(({ pack, open, acknowledged }) => [
    ...open.flatMap((row) => recordsOf(pack, row)),
    ...acknowledged.flatMap((row) => recordsOf(pack, row, row)),
  ]);
  const lines = records.map((record) => COLUMNS.map((column) => field(record[column] ?? '')).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

function recordsOf(pack: string, row: NagRow, acknowledged?: AcknowledgedRow): Record[] {
  const { reason, substitute, owner, since, until } = acknowledged?.answer ?? {};
  return Object.entries(row.in).map(([cell, { stack, resource, logicalId }]) => ({
    pack,
    rule: row.rule,
    severity: row.severity,
    state: acknowledged === undefined ? 'open' : 'acknowledged',
    cell,
    stack,
    resource,
    type: row.type,
    logicalId,
    file: row.source?.file,
    line: row.source?.line,
    description: row.description,
    reason,
    substitute: substitute?.control,
    test: substitute?.test,
    owner,
    since,
    ageInDays: acknowledged?.age,
    until,
  }));
}

/** A text that begins like a formula would be run as one by a spreadsheet; an apostrophe in front of it says that it is text. */
function field(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
