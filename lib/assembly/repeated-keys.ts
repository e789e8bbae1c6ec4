/** A key that stands twice in one map of a JSON text. */
export interface RepeatedKey {
  readonly key: string;
  /** Where it stands the second time. */
  readonly position: number;
}

/**
 * Finds a key that a JSON text gives twice to one map. `JSON.parse` keeps the last without a word, so that what is judged
 * need not be what is deployed.
 *
 * Counting both sides takes a fraction of the time that comparing keys takes, and settles all texts but those.
 */
export function repeatedKey(text: string, parsed: unknown): RepeatedKey | undefined {
  return keysIn(parsed) === keysWrittenIn(text) ? undefined : scan(text);
}

function keysIn(value: unknown): number {
  let count = 0;
  const rest: unknown[] = [value];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (Array.isArray(next)) {
      for (const item of next) if (typeof item === 'object' && item !== null) rest.push(item);
    } else if (typeof next === 'object' && next !== null) {
      for (const key in next) {
        count += 1;
        const member = (next as Readonly<Record<string, unknown>>)[key];
        if (typeof member === 'object' && member !== null) rest.push(member);
      }
    }
  }
  return count;
}

/** Texts that are followed by a colon. The text is JSON, so that each begins where the last one has ended. */
function keysWrittenIn(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start !== -1; ) {
    let end = text.indexOf('"', start + 1);
    while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
    let next = end + 1;
    while (isSpace(text.charCodeAt(next))) next += 1;
    if (text.charCodeAt(next) === COLON) count += 1;
    start = text.indexOf('"', next);
  }
  return count;
}

function isEscaped(text: string, position: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(position - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

function scan(text: string): RepeatedKey | undefined {
  const keys: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === OPENING_BRACE) keys.push(new Set());
    else if (character === CLOSING_BRACE) keys.pop();
    else if (character === QUOTE) {
      const start = at;
      for (at += 1; text.charCodeAt(at) !== QUOTE; at += 1) if (text.charCodeAt(at) === BACKSLASH) at += 1;
      let next = at + 1;
      while (isSpace(text.charCodeAt(next))) next += 1;
      if (text.charCodeAt(next) !== COLON) continue;
      const key = JSON.parse(text.slice(start, at + 1)) as string;
      if (keys.at(-1)?.has(key)) return { key, position: start };
      keys.at(-1)?.add(key);
    }
  }
  return undefined;
}

function isSpace(character: number): boolean {
  return character === 32 || character === 10 || character === 13 || character === 9;
}

const [QUOTE, COLON, BACKSLASH, OPENING_BRACE, CLOSING_BRACE] = [34, 58, 92, 123, 125];
