import { createHash } from 'node:crypto';
import { type Needle, needlesFor, type TracedText } from './needles';
import { viewsOf } from './views';

/** A text that was found, and how it lay there: `base64 of gzip of plain`. */
export interface Hit {
  readonly label: string;
  readonly encoding: string;
}

/** How many encodings may lie in one another. */
const DEEPEST = 4;

/** Looks for texts in bytes: as they are, in every encoding that can be undone, nested, and hashed. */
export class Search {
  private readonly byFirstTwo = new Map<number, Needle[]>();
  private readonly beginsSomething = new Uint8Array(0x1_00_00);

  constructor(texts: readonly TracedText[]) {
    for (const needle of needlesFor(texts)) {
      const first = needle.bytes.readUInt16BE(0);
      this.beginsSomething[first] = 1;
      this.byFirstTwo.set(first, [...(this.byFirstTwo.get(first) ?? []), needle]);
    }
  }

  in(bytes: Buffer): Hit[] {
    const hits = new Map<string, Hit>();
    const decoded = new Set<string>();
    const seen = new Set<string>();
    const look = (view: Buffer, path: readonly string[], depth: number): void => {
      // Encodings undone in another order often come to the same.
      const digest = createHash('sha1').update(view).digest('base64');
      if (seen.has(digest)) return;
      seen.add(digest);
      for (const { label, encoding } of this.directly(view)) {
        const how = [...path, encoding].join(' of ');
        hits.set(`${label} ${how}`, { label, encoding: how });
      }
      if (depth === DEEPEST) return;
      for (const inner of viewsOf(view, decoded)) look(inner.bytes, [...path, inner.encoding], depth + 1);
    };
    look(bytes, [], 0);
    return [...hits.values()];
  }

  /** One pass for all needles: two bytes decide whether a place is worth a second look. */
  private directly(bytes: Buffer): Needle[] {
    const found = new Set<Needle>();
    for (let at = 0; at < bytes.length - 1; at += 1) {
      const two = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      if (this.beginsSomething[two] === 0) continue;
      for (const needle of this.byFirstTwo.get(two) ?? []) if (isAt(bytes, at, needle.bytes)) found.add(needle);
    }
    return [...found];
  }
}

/** Most places differ in the third or fourth byte already, long before a call of Buffer's own would pay. */
function isAt(bytes: Buffer, at: number, needle: Buffer): boolean {
  for (let index = 2; index < needle.length; index += 1) if (bytes[at + index] !== needle[index]) return false;
  return true;
}
