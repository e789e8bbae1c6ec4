import type { NagReport } from '../../domain/nag';
import { inCells } from './places';

/** For whoever called: a line for each pack, and what is wrong. */
export function nagSummary({ packs, flaws, templates }: NagReport): string {
  const lines = packs.map(({ pack, open, acknowledged, failures, unseen }) => {
    const counts = [
      `${inCells(open)} open`,
      `${inCells(acknowledged)} acknowledged`,
      `${failures.length} not run`,
      `${unseen.length} types with unseen resources`,
    ];
    return `${pack}: ${counts.join(', ')}`;
  });
  const found = packs.flatMap(({ open }) =>
    open.map(({ rule, place, source }) => {
      const where = source === undefined ? '' : ` (${source.file}:${source.line})`;
      return `open: '${rule}' on '${place}'${where}`;
    }),
  );
  const notRun = packs.flatMap(({ failures }) =>
    failures.map(({ rule, resource, message }) => `not run: '${rule}' on '${resource}': ${message}`),
  );
  const different = templates.filter(({ same }) => !same);
  return [
    ...lines,
    ...found,
    ...notRun,
    ...flaws.map(({ kind, message, fix }) => `${kind}: ${message}; ${fix}`),
    ...different.map(({ stack }) => `the cells differ in '${stack}'`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
