import type { Index } from '../../lib/assembly/resolver';
import type { Hint } from '../../lib/controls/proactive/hints/reading';
import { Surroundings } from '../../lib/controls/proactive/hints/surroundings';

/** An assembly of one bucket abroad, one at home and a table, each with a region in its name. */
const MADE = [
  { name: 'made-us-west-2', kind: 'bucket', region: 'us-west-2' },
  { name: 'home-us-west-2', kind: 'bucket', region: 'eu-central-1' },
  { name: 'table-us-west-2', kind: 'anything', region: 'eu-central-1' },
];
const INDEX = {
  makersOf: (name: string, kind: string) =>
    MADE.filter((made) => made.name === name && (kind === 'anything' || made.kind === kind)).map(({ region }) => ({
      label: 'Far',
      region,
    })),
  bucketsOutside: () => new Set(['made-us-west-2']),
} as unknown as Index;

/** Two regions are home. */
export const HERE = new Surroundings({ home: 'eu-central-1', allowed: ['eu-central-1', 'eu-west-1'] }, INDEX);

/** A text, and why it is abroad; nothing where it is not. */
export type Asked = readonly [text: string, because?: string];

/** One test for each text. */
export function describeHints(what: string, hintOf: (text: string) => Hint | undefined, cases: readonly Asked[]): void {
  describe(what, () => {
    it.each(cases.map(([text, because]) => ({ text, because })))('$text: $because', ({ text, because }) => {
      expect(hintOf(text)).toEqual(because === undefined ? undefined : { because });
    });
  });
}

/** A text in which a place is named. */
export const named = (text: string, what: string): Asked => [text, `which names '${what}'`];
