/** At which line of a template each resource begins. Templates are parsed without their lines, which only findings need. */
export function linesOfResources(text: string): ReadonlyMap<string, number> {
  // What a file may begin with, so that its reader knows the encoding, is taken for white space.
  return text.trimStart().startsWith('{') ? linesInJson(text) : linesInYaml(text.replace(/^\uFEFF/u, ''));
}

function linesInJson(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let isWithinResources = false;
  forEachOpening(text, ({ depth, key, line }) => {
    if (depth === 1) isWithinResources = key === 'Resources';
    else if (depth === 2 && isWithinResources && key !== undefined) lines.set(key, line);
  });
  return lines;
}

/** At which line each element of a JSON list of maps begins. */
export function linesOfElements(text: string): readonly number[] {
  const lines: number[] = [];
  forEachOpening(text, ({ depth, line }) => {
    if (depth === 1) lines.push(line);
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
  readonly line: number;
}

function forEachOpening(text: string, visit: (opening: Opening) => void): void {
  let depth = 0;
  let start = 0;
  let end = 0;
  let hasKey = false;
  let line = 1;
  let lineOfText = 1;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      // First, for it is most of a template that people can read.
      case SPACE:
        break;
      case NEW_LINE:
        line += 1;
        break;
      case QUOTE:
        start = at;
        lineOfText = line;
        end = text.indexOf('"', at + 1);
        while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
        if (end === -1) return;
        at = end;
        break;
      case COLON:
        hasKey = true;
        break;
      case OPENING_BRACE:
      case OPENING_BRACKET:
        // Further down nothing is asked for.
        if (depth <= 2) {
          visit(
            hasKey ? { depth, key: text.slice(start + 1, end), line: lineOfText } : { depth, key: undefined, line },
          );
        }
        depth += 1;
        hasKey = false;
        break;
      case CLOSING_BRACE:
      case CLOSING_BRACKET:
        depth -= 1;
        hasKey = false;
        break;
      case COMMA:
        hasKey = false;
        break;
      default:
    }
  }
}

function isEscaped(text: string, position: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(position - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

const [SPACE, NEW_LINE, QUOTE, COMMA, COLON, BACKSLASH] = [32, 10, 34, 44, 58, 92];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [91, 93, 123, 125];

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
