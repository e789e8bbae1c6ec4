import type { SourceLocation } from '../../domain/finding';
import type { NagRow } from '../../domain/nag';

/** A place in the source, as `file:line`. */
export function atText(source: SourceLocation | undefined): string {
  return source === undefined ? 'line not known' : `${source.file}:${source.line}`;
}

/** The cells that have a finding. */
export function cellsText(row: Pick<NagRow, 'in'>): string {
  return Object.keys(row.in).join(' and ');
}

/** How many resources each cell has of them, side by side. */
export function countText(rows: readonly Pick<NagRow, 'in'>[]): string {
  const counts = new Map<string, number>();
  for (const cell of rows.flatMap((row) => Object.keys(row.in))) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].map(([cell, count]) => `${count} in ${cell}`).join(', ');
}

/** How many findings there are when each cell counts. */
export function inCells(rows: readonly Pick<NagRow, 'in'>[]): number {
  return rows.reduce((sum, row) => sum + Object.keys(row.in).length, 0);
}
