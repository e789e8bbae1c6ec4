/** A part of a text in the little of Markdown that terms are written in. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The blocks of a text; what is no heading, list or table is a paragraph, so that nothing of it is lost. */
export function blocksOf(markdown: string): Block[] {
  return markdown.split(/\n\s*\n/).flatMap((part) => parts(part.split('\n').filter((line) => line.trim() !== '')));
}

function parts(lines: readonly string[]): Block[] {
  const [first, second] = lines;
  if (first === undefined) return [];
  const [, marks, text] = /^(#{1,6})\s+(.*)$/.exec(first) ?? [];
  if (marks !== undefined && text !== undefined) {
    return [{ kind: 'heading', level: marks.length, text }, ...parts(lines.slice(1))];
  }
  if (first.startsWith('|') && /^\|[\s|:-]+$/.test(second ?? '')) {
    return [{ kind: 'table', head: cellsOf(first), rows: lines.slice(2).map(cellsOf) }];
  }
  const item = lines.findIndex((line) => line.startsWith('- '));
  if (item === 0) return [{ kind: 'list', items: itemsOf(lines) }];
  if (item > 0) return [...parts(lines.slice(0, item)), ...parts(lines.slice(item))];
  return [{ kind: 'paragraph', text: lines.map((line) => line.trim()).join(' ') }];
}

/** A line that begins none goes on with the item before it. */
function itemsOf(lines: readonly string[]): string[] {
  return lines
    .map((line) => (line.startsWith('- ') ? `\n${line.slice(2).trim()}` : ` ${line.trim()}`))
    .join('')
    .trim()
    .split('\n');
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => cell.trim());
}
