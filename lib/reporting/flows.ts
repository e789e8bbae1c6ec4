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

/** What is proved, after what every proof takes for granted and beside what its own does: the word is never said without it. */
export function proofTexts(flows: readonly Flow[]): string[] {
  const proved = flows.filter(({ verdict }) => verdict === 'proved');
  const [first, ...others] = proved;
  const common =
    first?.assumptions.filter((said) => others.every(({ assumptions }) => assumptions.includes(said))) ?? [];
  const own = ({ assumptions }: Flow) => assumptions.filter((said) => !common.includes(said));
  const groups = groupedBy(proved, (flow) => own(flow).join('\n'));
  return [
    ...common.map((assumption) => indented(`- ${assumption}`, 2)),
    ...[...groups].map(([besides, group]) => {
      const stores = group.map(({ store }) => `\n  ${store.name}`).join('');
      return besides === '' ? stores : `${stores}\n${indented(`- ${besides.replaceAll('\n', '; ')}`, 4)}`;
    }),
  ];
}
