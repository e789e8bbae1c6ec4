import type { Entries, EvidenceEntries, PolicySize } from './entries';

/** What is shown of each kind of change; the rest is counted. */
const SHOWN = 30;
/** GitHub takes comments of 65,536 characters; a table that is cut off is none. */
const LONGEST_TEXT = 300;

const HEADINGS = {
  findings: 'Findings',
  acknowledgements: 'Acknowledgements',
  exceptions: 'Exceptions',
  policies: 'Policies',
} as const satisfies Readonly<Partial<Record<keyof EvidenceEntries, string>>>;

type Heading = keyof typeof HEADINGS;

/**
 * What has changed from one evidence to another, in Markdown.
 *
 * @param before @default - there is nothing to compare with, and everything is counted
 */
export function comparison(before: EvidenceEntries | undefined, after: EvidenceEntries): string {
  const kinds = Object.keys(HEADINGS) as readonly Heading[];
  const intro = before === undefined ? ['The base branch has no evidence to compare with.', ''] : [];
  const sections = kinds.map((kind) => section(HEADINGS[kind], before?.[kind], after[kind]));
  return [
    '## What changes for reviewers',
    '',
    ...intro,
    ...sections.flat(),
    ...sizes(before?.sizes ?? [], after.sizes),
    '',
  ].join('\n');
}

function section(heading: string, before: Entries | undefined, after: Entries): readonly string[] {
  if (before === undefined) return [`**${heading}:** ${after.size}`, ''];
  const isOther = (what: string) => wholeOf(before, what) !== wholeOf(after, what);
  const added = [...after.keys()].filter((what) => !before.has(what));
  const gone = [...before.keys()].filter((what) => !after.has(what));
  const changed = [...after.keys()].filter((what) => before.has(what) && isOther(what));
  const count = `**${heading}:** ${before.size} → ${after.size}`;
  if (added.length + gone.length + changed.length === 0) return [`${count}, unchanged`, ''];
  const says = (entries: Entries, what: string) => entries.get(what)?.says ?? '';
  return [
    `### ${heading}: ${before.size} → ${after.size}`,
    '',
    ...rows('new', added, (what) => escaped(says(after, what))),
    ...rows('gone', gone, (what) => escaped(says(before, what))),
    ...rows('changed', changed, (what) => {
      const [was, is] = [says(before, what), says(after, what)];
      return was === is ? escaped(is) : `${escaped(is)}<br>was: ${escaped(was)}`;
    }),
  ];
}

function wholeOf(entries: Entries, what: string): string | undefined {
  const entry = entries.get(what);
  return entry?.whole ?? entry?.says;
}

function rows(state: string, whats: readonly string[], says: (what: string) => string): readonly string[] {
  if (whats.length === 0) return [];
  const shown = whats.toSorted().slice(0, SHOWN);
  const more = whats.length - shown.length;
  return [
    `| ${state} | what it says |`,
    '| --- | --- |',
    ...shown.map((what) => `| ${code(what)} | ${says(what)} |`),
    ...(more === 0 ? [] : [`| and ${more} more | |`]),
    '',
  ];
}

/** Every policy's size where one of them has changed: a policy that is full cannot take the next statement. */
function sizes(before: readonly PolicySize[], after: readonly PolicySize[]): readonly string[] {
  const was = new Map(before.map(({ name, size }) => [name, size]));
  const lines = after.map(({ name, size, limit }) => {
    const old = was.get(name);
    const change = old === undefined || old === size ? '' : `${old} → `;
    return `| ${code(name)} | ${change}${size} | ${limit} | ${limit - size} |`;
  });
  const fullest = after.reduce((least, { size, limit }) => Math.min(least, limit - size), Number.POSITIVE_INFINITY);
  return [
    `<details><summary>Sizes of ${after.length} policies; the least room is ${fullest} characters</summary>`,
    '',
    '| policy | size | limit | room |',
    '| --- | --: | --: | --: |',
    ...lines,
    '',
    '</details>',
  ];
}

/** Text as text: what a template or a branch says is no markup, mentions nobody, and ends no table. */
function escaped(text: string): string {
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return short
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[&<>|@`*_[\]\\#!~]/gu, (character) => `&#${character.codePointAt(0)};`);
}

function code(text: string): string {
  return `<code>${escaped(text)}</code>`;
}
