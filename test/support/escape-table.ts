import type { Escape } from '../../lib/controls/preventive/organization/escapes';

/** What no service control policy binds, as a table of a page. */
export function escapeTable(escapes: readonly Escape[]): string {
  const rows = escapes.map(({ channel, who, refusedBy, coveredBy }) =>
    [
      `\`${channel}\``,
      who,
      refusedBy.length === 0 ? 'nothing' : refusedBy.map((sid) => `\`${sid}\``).join(', '),
      coveredBy.length === 0 ? 'nothing' : coveredBy.join(', '),
    ].join(' | '),
  );
  return [
    '| channel | who is not bound | who configures it is, by | and beside that |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
