import type { Comparison } from './catalogue-gaps';

/** What is open, by name, for people. */
export function report(comparisons: Readonly<Record<string, Comparison>>): string {
  return Object.entries(comparisons)
    .map(([what, comparison]) => `${[title(what, comparison), ...lists(comparison)].join('\n')}\n`)
    .join('\n');
}

function title(what: string, { considered, claimed, open }: Comparison): string {
  const isSaid = considered - claimed - open.length;
  return `${what}: ${considered} speak of another place; ${claimed} are claimed by channels, ${isSaid} are set aside, ${open.length} are open`;
}

function lists({ open, stale, repeated, crowded }: Comparison): string[] {
  return [
    ...list('open: claim them in a channel, or say in lib/catalogue/meanings/ what they mean', open),
    ...list('set aside, and unknown to AWS or claimed by now: take them out of lib/catalogue/meanings/', stale),
    ...list('set aside more than once', repeated),
    ...list('texts that stand for too many names: say what each of them means', crowded),
  ];
}

function list(head: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`  ${head}`, ...names.map((name) => `    ${name}`)];
}
