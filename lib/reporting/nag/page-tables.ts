import type { NagReport, PackReport } from '../../domain/nag';
import { type Html, html } from './html';
import { inCells } from './places';

/** How much each pack has to say. */
export function summary(packs: readonly PackReport[], flaws: number): Html {
  const rows = packs.map(
    ({ title, rules, resources, open, acknowledged, failures, unseen }) => html`<tr><th scope="row">${title}</th>
${[rules, resources].map(number)}<td class="number ${open.length === 0 ? 'good' : 'bad'}">${inCells(open)}</td>
${[inCells(acknowledged), failures.length, unseen.length].map(number)}</tr>
`,
  );
  return html`<div class="wide"><table>
<caption>Findings are counted in each cell. ${flaws === 0 ? 'No acknowledgement hides anything.' : `Acknowledgements that hide something: ${flaws}.`}</caption>
<thead><tr><th scope="col">Pack</th>${[
    'Rules',
    'Resources',
    'Open',
    'Acknowledged',
    'Rules that could not run',
    'Types with unseen resources',
  ].map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function number(value: number): Html {
  return html`<td class="number">${value}</td>`;
}

/** The proof that what is said of one cell is true of the other. */
export function sameCells({ cells, templates }: NagReport): Html {
  if (cells.length < 2) return html`<p>There are no two cells in this assembly.</p>`;
  const names = cells.map(({ name }) => name);
  const rows = templates.map(
    ({ stack, hashes, same }) => html`<tr><th scope="row">${stack}</th>${names.map(
      (name) => html`<td class="hash"><code>${hashes[name]?.slice(0, 16) ?? 'no such stack'}</code></td>`,
    )}<td class="${same ? 'good' : 'bad'}">${same ? 'the same' : 'different'}</td></tr>
`,
  );
  return html`<p>Put aside region, account and the cell's own name, and the templates have these checksums (SHA-256, their beginning; JSON has all of it).</p>
<div class="wide"><table><thead><tr><th scope="col">Stack</th>${names.map((name) => html`<th scope="col">${name}</th>`)}<th scope="col">Verdict</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** Types of resources without a rule, and properties that no rule reads. */
export function blindSpots({ packs, overrides }: NagReport): Html {
  const types = [...new Set(packs.flatMap(({ unseen }) => unseen.map(({ type }) => type)))].toSorted();
  const cell = ({ unseen }: PackReport, type: string) => {
    const spot = unseen.find((one) => one.type === type);
    return spot === undefined
      ? html`<td class="quiet">seen</td>`
      : html`<td>${spot.unseen} of ${spot.resources} unseen</td>`;
  };
  const rows = types.map(
    (type) => html`<tr><th scope="row"><code>${type}</code></th>${packs.map((pack) => cell(pack, type))}</tr>
`,
  );
  const overridden = overrides.map(
    ({ place, properties, cells }) =>
      html`<li><code>${place}</code>: ${properties.join(', ')} <span class="quiet">(${cells.join(' and ')})</span></li>`,
  );
  return html`<p>To these resources no rule of a pack had anything to say. What must hold for them is held by the tests of the stacks and by <code>cdk-domicile check</code>, which reads the final templates.</p>
<div class="wide"><table><caption>Resources by type</caption><thead><tr><th scope="col">Type</th>${packs.map(
    ({ title }) => html`<th scope="col">${title}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>
<h3>Properties that no rule reads</h3>
<p>cdk-nag reads constructs. These properties were put into the template afterwards, by an override or an aspect.</p>
${overridden.length === 0 ? html`<p>None.</p>` : html`<details><summary>${overridden.length} places</summary><ul>${overridden}</ul></details>`}`;
}
