import { CHANNELS } from '../catalogue/catalogue';
import { CONTROLS } from '../catalogue/coverage';
import { cell, fewest, totals } from './coverage-page';
import { WIDTH, wrap } from './wrap';

/** The matrix of channels and controls for a terminal, and its sums. */
export function coverageText(): string {
  const rows = CHANNELS.map((channel) => [
    channel.id,
    channel.level,
    ...CONTROLS.map((control) => cell(control, channel)),
  ]);
  const sums = totals().map((row) => row.map(String));
  return [
    columns([['channel', 'level', ...CONTROLS], ...rows]),
    columns([['what arrives', 'channels', ...CONTROLS], ...sums]),
    `${wrap(fewest(), WIDTH)}\n`,
  ].join('\n\n');
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((text, index) => text.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
