import { createHash } from 'node:crypto';
import type { AcknowledgedRow, AcknowledgementFlaw, NagReport, NagRow, PackReport } from '../../domain/nag';
import { groupedBy } from '../report';
import { Html, html } from './html';
import { PAGE_SCRIPT } from './page-script';
import { PAGE_STYLE } from './page-style';
import { blindSpots, sameCells, summary } from './page-tables';
import { atText, cellsText, countText } from './places';

/**
 * One page for reviewers that needs nothing but itself: it loads nothing, its policy lets it load nothing, and the same report
 * gives the same bytes.
 */
export function nagPage(report: NagReport): string {
  const { day, cells, packs, flaws } = report;
  const names = cells.map(({ name, region }) => html`<li><strong>${name}</strong> in ${region}</li>`);
  const policy = `default-src 'none'; style-src '${hashOf(PAGE_STYLE)}'; script-src '${hashOf(PAGE_SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What cdk-nag found, and what it was answered</title>
<style>${new Html(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#findings">To the findings</a>
<header>
<h1>What cdk-nag found, and what it was answered</h1>
<p class="quiet">As of ${day}. Ages and expiries are of this day.</p>
<ul>${names}</ul>
</header>
<main>
<h2 id="summary">In short</h2>
${summary(packs, flaws.length)}
<h2 id="cells">Are the cells the same?</h2>
${sameCells(report)}
<h2 id="flaws">Acknowledgements that hide something</h2>
${flawList(flaws)}
<h2 id="findings">Findings, pack by pack</h2>
${filterForm(packs)}
${packs.map(packSection)}
<h2 id="blind">What the packs did not see</h2>
${blindSpots(report)}
</main>
<script>${new Html(PAGE_SCRIPT)}</script>
</body>
</html>
`.text;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function filterForm(packs: readonly PackReport[]): Html {
  const owners = packs.flatMap(({ acknowledged }) => acknowledged.map(({ answer }) => answer.owner ?? 'nobody'));
  const options = (values: Iterable<string>) => [...values].map((value) => html`<option>${value}</option>`);
  return html`<form class="filter" role="search" aria-label="Filter the findings" hidden>
<label>Words <input type="search" name="words" autocomplete="off"></label>
<label>Pack <select name="pack"><option value="">all</option>${options(packs.map(({ pack }) => pack))}</select></label>
<label>State <select name="state"><option value="">both</option>${options(['open', 'acknowledged'])}</select></label>
<label>Owner <select name="owner"><option value="">all</option>${options(new Set(owners.toSorted()))}</select></label>
<output aria-live="polite"></output>
</form>`;
}

function flawList(flaws: readonly AcknowledgementFlaw[]): Html {
  if (flaws.length === 0) {
    return html`<p class="good">None: each names its pack, a rule that is there, something that is found, an owner and a day, and no debt is overdue.</p>`;
  }
  const rows = flaws.map(
    ({ kind, message, fix, source }) =>
      html`<tr><th scope="row">${kind}</th><td>${message}</td><td>${fix}</td><td><code>${atText(source)}</code></td></tr>`,
  );
  return html`<div class="wide"><table><thead><tr><th scope="col">Flaw</th><th scope="col">What</th><th scope="col">What to do</th><th scope="col">Where</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function packSection(report: PackReport): Html {
  const { pack, title, open, acknowledged, failures } = report;
  return html`<section aria-labelledby="pack-${pack}">
<h3 id="pack-${pack}">${title} <code class="quiet">${pack}</code></h3>
${open.length === 0 ? html`<p class="good">Nothing is open.</p>` : openTable(report)}
${acknowledged.length === 0 ? html`<p>Nothing is acknowledged.</p>` : acknowledgedTable(report)}
${
  failures.length === 0
    ? html`<p>Every rule could run on every resource.</p>`
    : html`<p class="bad">Rules that could not run, and so judged nothing:</p><ul>${failures.map(
        ({ rule, resource, message }) => html`<li><code>${rule}</code> on <code>${resource}</code>: ${message}</li>`,
      )}</ul>`
}
</section>
`;
}

function openTable({ pack, open }: PackReport): Html {
  const rows = open.map(
    (row) => html`<tr data-pack="${pack}" data-state="open" data-owner="">
<th scope="row"><code>${row.rule}</code></th><td class="bad">${row.severity}</td><td>${said(row.description)}</td><td>${resourceText(row)}</td></tr>
`,
  );
  return html`<div class="wide"><table><caption>Open</caption><thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col">What it says</th><th scope="col">Resource</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** One row for each rule and answer: a reviewer judges reasons, and looks at resources where a reason is in doubt. */
function acknowledgedTable({ pack, acknowledged }: PackReport): Html {
  const groups = groupedBy(acknowledged, ({ rule, answer }) => JSON.stringify([rule, answer]));
  const rows = [...groups.values()].map((group) => acknowledgedGroup(pack, group));
  return html`<div class="wide"><table><caption>Acknowledged</caption><thead><tr><th scope="col">Rule</th><th scope="col">Why it is accepted</th><th scope="col">Owner</th><th scope="col">Since</th><th scope="col">Until</th><th scope="col">Resources</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function acknowledgedGroup(pack: string, group: readonly AcknowledgedRow[]): Html {
  const [first] = group;
  if (first === undefined) return html``;
  const { rule, description, answer, age } = first;
  const { reason, substitute, owner = 'nobody', since, until } = answer;
  return html`<tr data-pack="${pack}" data-state="acknowledged" data-owner="${owner}">
<th scope="row"><code>${rule}</code>${said(description)}</th>
<td>${reason}${substitute === undefined ? html`` : html`<div>Instead: ${substitute.control}; shown by <code>${substitute.test}</code></div>`}</td>
<td>${owner}</td>
<td class="day">${since ?? 'not known'}${age === undefined ? '' : html`<div class="quiet">${days(age)}</div>`}</td>
<td class="day">${until ?? 'no debt'}</td>
<td><details><summary>${countText(group)}</summary><ul>${group.map((row) => html`<li>${resourceText(row)}</li>`)}</ul></details></td>
</tr>
`;
}

/** What a rule says; the clauses of its standard, dozens for some rules, are there for whoever asks. */
function said(description: string): Html {
  const [, text = description, clauses] = /^(.*?) - \((Control IDs?: .*)\)\.?$/su.exec(description) ?? [];
  if (clauses === undefined) return html`<div class="said">${text}</div>`;
  return html`<div class="said">${text}.<details><summary>clauses</summary>${clauses}</details></div>`;
}

function resourceText(row: NagRow): Html {
  return html`<code>${row.place}</code> <span class="quiet">${row.type}, ${cellsText(row)}, <code>${atText(row.source)}</code></span>`;
}

function days(age: number): string {
  return age === 1 ? '1 day' : `${age} days`;
}
