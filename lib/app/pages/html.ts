/** Text that is written into a page as it is: markup, never what somebody sent. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Writes markup; every value in it is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[])[]): Markup {
  const written = values.map((value) => {
    if (typeof value === 'string') return escaped(value);
    return value instanceof Markup ? value.text : value.map(({ text }) => text).join('');
  });
  return new Markup(parts.reduce((text, part, index) => `${text}${written[index - 1] ?? ''}${part}`));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
