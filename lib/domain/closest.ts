/**
 * Names that somebody may have meant by one that there is not: what is a slip of the hand away, nearest first.
 *
 * @param slips how many letters may be changed, put in or left out
 */
export function closest(name: string, names: readonly string[], slips = 2): string[] {
  return names
    .map((known) => ({ known, far: distance(known, name) }))
    .filter(({ far }) => far <= slips)
    .toSorted((one, other) => one.far - other.far)
    .map(({ known }) => known);
}

/** The end of a message, where there is something to suggest: `; did you mean 'eu-central-1'`. */
export function didYouMean([suggestion]: readonly string[]): string {
  return suggestion === undefined ? '' : `; did you mean '${suggestion}'`;
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of one.split('').entries()) {
    const next = [index + 1];
    for (const [position, otherLetter] of other.split('').entries()) {
      const replaced = (row[position] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(replaced, (row[position + 1] ?? 0) + 1, (next[position] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
