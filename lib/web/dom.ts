/** What goes into an element; text is never read as markup. */
export type Child = Node | string | undefined;

type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with its attributes and what is in it. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A list of terms, each with what is said of it. */
export function facts(rows: readonly (readonly [string, Child])[]): HTMLElement {
  return el('dl', {}, ...rows.flatMap(([term, said]) => [el('dt', {}, term), el('dd', {}, said)]));
}

/** A table that scrolls within itself, and on a phone comes as a list of cards, each value with the name of its column. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement {
  const body = rows.map(([first, ...others]) =>
    el(
      'tr',
      { role: 'row' },
      el('th', { scope: 'row', role: 'rowheader' }, first),
      ...others.map((cell, index) => el('td', { role: 'cell', 'data-column': columns[index + 1] }, cell)),
    ),
  );
  return el(
    'div',
    { class: 'wide', role: 'region', 'aria-label': caption, tabindex: '0' },
    // Shown as blocks, a table is none for some browsers unless its roles are said.
    el(
      'table',
      { role: 'table' },
      el('caption', {}, caption),
      el(
        'thead',
        { role: 'rowgroup' },
        el('tr', { role: 'row' }, ...columns.map((name) => el('th', { scope: 'col', role: 'columnheader' }, name))),
      ),
      el('tbody', { role: 'rowgroup' }, ...body),
    ),
  );
}

/** A link that saves content which is on the device already. */
export function saveLink(label: string, fileName: string, content: BlobPart, type: string): HTMLAnchorElement {
  const url = URL.createObjectURL(new Blob([content], { type }));
  return el('a', { href: url, download: fileName, class: 'button' }, label);
}
