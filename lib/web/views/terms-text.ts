import type { TermsAnswer } from '../../domain/api';
import { el, table } from '../dom';
import { type Block, blocksOf } from '../markdown';
import { WORDS } from '../words';

/** Terms to read, in a part of the page that scrolls by keyboard too. */
export function termsText({ text, language }: TermsAnswer): HTMLElement {
  return el(
    'div',
    { class: 'terms', lang: language, role: 'region', tabindex: '0', 'aria-label': WORDS.views.terms },
    ...blocksOf(text).map(drawn),
  );
}

function drawn(block: Block): HTMLElement {
  switch (block.kind) {
    case 'heading':
      // The page has its own first heading, and the text stands below one of the second level at most.
      return el(block.level === 1 ? 'h2' : 'h3', {}, block.text);
    case 'paragraph':
      return el('p', {}, plain(block.text));
    case 'list':
      return el('ul', {}, ...block.items.map((item) => el('li', {}, plain(item))));
    case 'table':
      return table(block.head.join(', '), block.head, block.rows);
    default:
      return block satisfies never;
  }
}

/** Marks of code are the only ones within a line. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
