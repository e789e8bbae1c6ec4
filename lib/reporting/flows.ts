import type { Flow, Hop } from '../domain/flow';
import { groupedBy } from './report';
import { indented } from './wrap';

/** Each way abroad, hop by hop, for a person. */
export function pathTexts(flows: readonly Flow[]): string[] {
  return flows.filter(({ verdict }) => verdict === 'path').map(pathText);
}

function pathText({ store, severity, path = [], assumptions }: Flow): string {
  return [
    `  ${severity}  ${store.name}`,
    ...path.map(hopLine),
    ...assumptions.map((assumption) => indented(assumption, 4)),
  ].join('\n');
}

function hopLine({ to, by, what, certain, at }: Hop): string {
  const place = [at.stack, at.logicalId, at.path].filter((part) => part !== '').join(' ');
  return `    → ${to.name}\n      by ${by}: ${what}${certain ? '' : ', possibly'} (${place})`;
}

/** What is proved, by what the proof takes for granted: the word is never said without it. */
export function proofTexts(flows: readonly Flow[]): string[] {
  const proved = flows.filter(({ verdict }) => verdict === 'proved');
  return [...groupedBy(proved, ({ assumptions }) => assumptions.join('\n')).values()].map((group) =>
    [
      ...group.map(({ store }) => `  ${store.name}`),
      ...(group[0]?.assumptions ?? []).map((assumption) => indented(`- ${assumption}`, 4)),
    ].join('\n'),
  );
}
