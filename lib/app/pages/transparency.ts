import { createHash } from 'node:crypto';
import type { LocationAnswer, StoreLocation } from '../../domain/api';
import { html, Markup } from './html';

/** Every word of the page, apart from those that stores and jurisdictions declare: what a translation has to translate. */
const WORDS = {
  language: 'en',
  title: 'Where your data rests',
  introduction: (name: string) =>
    `This is what the cell for ${name} keeps, where, under which key, for how long, and who reads it.`,
  written:
    'Nobody typed this list: it is made from what the stores themselves declare, each time the cell is deployed.',
  region: 'AWS region',
  place: 'Where that is',
  controller: 'Who decides about the data',
  law: 'Law',
  ofPeople: 'What is kept of people',
  ofNobody: 'What else is kept',
  columns: {
    store: 'Store',
    holds: 'What it holds',
    encryption: 'Key',
    howLong: 'How long',
    legalBasis: 'Legal basis',
    readers: 'Who reads it',
    yours: 'When you take it away, have it erased, or move',
    no: 'Why it relates to nobody',
  },
} as const;

const STYLE = new Markup(`
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border-top: 1px solid #8888; padding: 0.5rem; text-align: left; vertical-align: top; }
ul { margin: 0; padding-left: 1rem; }
.wide { overflow-x: auto; }
@media (max-width: 45rem) {
  thead { position: absolute; left: -9999px; }
  tr { display: block; margin-bottom: 1rem; border-top: 2px solid #8888; }
  td, tbody th { display: block; border: 0; padding: 0.25rem 0; }
  td::before { content: attr(data-column) ": "; font-weight: 600; }
  dl { display: block; }
  dd { margin-bottom: 0.5rem; }
}
`);

/** The hash by which a browser admits the style of the page, and no other. */
export const TRANSPARENCY_STYLE = `sha256-${createHash('sha256').update(STYLE.text).digest('base64')}`;

/** The page on which anybody reads where a cell keeps what: no script, nothing loaded from elsewhere. */
export function transparencyPage(answer: LocationAnswer): string {
  const isPersonal = ({ personal }: StoreLocation) => personal === true;
  const { controller } = answer;
  const page = html`<!doctype html>
<html lang="${WORDS.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${WORDS.title}: ${answer.jurisdictionName}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${WORDS.title}</h1>
<p>${WORDS.introduction(answer.jurisdictionName)} ${WORDS.written}</p>
<dl>
<dt>${WORDS.region}</dt><dd>${answer.region}</dd>
<dt>${WORDS.place}</dt><dd>${answer.location}</dd>
<dt>${WORDS.controller}</dt><dd>${controller.name}, ${controller.address}, ${controller.contact}</dd>
<dt>${WORDS.law}</dt><dd>${answer.law}</dd>
</dl>
<h2>${WORDS.ofPeople}</h2>
${table(answer.stores.filter(isPersonal), WORDS.columns.yours, yoursOf)}
<h2>${WORDS.ofNobody}</h2>
${table(
  answer.stores.filter((store) => !isPersonal(store)),
  WORDS.columns.no,
  ({ personal }) => html`${personal === true ? '' : personal.no}`,
)}
</main>
</body>
</html>
`;
  return page.text;
}

function table(stores: readonly StoreLocation[], last: string, lastOf: (store: StoreLocation) => Markup): Markup {
  const { columns } = WORDS;
  const heads = [
    columns.store,
    columns.holds,
    columns.encryption,
    columns.howLong,
    columns.legalBasis,
    columns.readers,
    last,
  ];
  const rows = stores.map((store) => {
    const cells: readonly (readonly [string, Markup])[] = [
      [columns.holds, html`${store.holds}`],
      [columns.encryption, html`${store.encryption}`],
      [columns.howLong, html`${store.howLong}`],
      [columns.legalBasis, html`${store.legalBasis}`],
      [columns.readers, html`${store.readers.join('; ')}`],
      [last, lastOf(store)],
    ];
    return html`<tr><th scope="row">${store.id} (${store.kind})</th>${cells.map(
      ([column, content]) => html`<td data-column="${column}">${content}</td>`,
    )}</tr>
`;
  });
  return html`<div class="wide" role="region" aria-label="${last}" tabindex="0"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

function yoursOf({ yours }: StoreLocation): Markup {
  const words = Object.values(yours ?? {});
  return html`<ul>${words.map((word) => html`<li>${word}</li>`)}</ul>`;
}
