/** At which line of a template each resource begins. Templates are parsed without their lines, which only findings need. */
export function linesOfResources(text: string): ReadonlyMap<string, number> {
  return text.trimStart().startsWith('{') ? linesInJson(text) : linesInYaml(text);
}

function linesInJson(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  const lineAt = lineCounter(text);
  let isWithinResources = false;
  forEachOpening(text, ({ depth, key, position }) => {
    if (depth === 1) isWithinResources = key === 'Resources';
    else if (depth === 2 && isWithinResources && key !== undefined) lines.set(key, lineAt(position));
  });
  return lines;
}

/** At which line each element of a JSON list of maps begins. */
export function linesOfElements(text: string): readonly number[] {
  const lines: number[] = [];
  const lineAt = lineCounter(text);
  forEachOpening(text, ({ depth, position }) => {
    if (depth === 1) lines.push(lineAt(position));
  });
  return lines;
}

/** A map or list that begins in a JSON text. */
interface Opening {
  /** How many others it is within. */
  readonly depth: number;
  /** The key that it stands under, where it is a member of a map. */
  readonly key: string | undefined;
  /** Of the key, or else of itself. */
  readonly position: number;
}

function forEachOpening(text: string, visit: (opening: Opening) => void): void {
  let depth = 0;
  let string: { readonly start: number; readonly end: number } | undefined;
  let key: typeof string;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const start = at;
      for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
      string = { start, end: at };
    } else if (character === ':') {
      key = string;
    } else if (character === '{' || character === '[') {
      // Further down nothing is asked for, and slicing the keys there would cost as much as parsing.
      const name = key !== undefined && depth <= 2 ? text.slice(key.start + 1, key.end) : undefined;
      visit({ depth, key: name, position: key?.start ?? at });
      depth += 1;
      key = undefined;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      key = undefined;
    } else if (character === ',') {
      key = undefined;
    }
  }
}

/** Counts on from where it was asked last. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let counted = 0;
  return (position) => {
    for (; counted < position; counted += 1) if (text[counted] === '\n') line += 1;
    return line;
  };
}

function linesInYaml(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let isWithinResources = false;
  let indent: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const [, space = '', key] = /^(\s*)["']?([^\s"'#:-][^\s"':]*)["']?\s*:(?:\s|$)/u.exec(line) ?? [];
    if (key === undefined) continue;
    if (space === '') {
      isWithinResources = key === 'Resources';
      continue;
    }
    indent ??= isWithinResources ? space : undefined;
    if (isWithinResources && space === indent) lines.set(key, index + 1);
  }
  return lines;
}
