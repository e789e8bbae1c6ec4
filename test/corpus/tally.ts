import type { Judged } from './judge';

/** How often the checker is right about some cases. */
export interface Tally {
  readonly right: number;
  readonly missed: number;
  readonly silent: number;
  readonly alarm: number;
}

/** Cases of which the label is doubtful are judged, and not counted. */
export function tally(judged: readonly Judged[]): Tally {
  const counted = judged.filter(({ labelled }) => labelled.disputed === undefined);
  const count = (result: Judged['result']) => counted.filter((one) => one.result === result).length;
  return { right: count('right'), missed: count('missed'), silent: count('silent'), alarm: count('alarm') };
}

/** The share of violations of which the right resource is named; 1 where there are none. */
export const recall = ({ right, missed }: Tally) => share(right, right + missed);

/** The share of cases with findings that do violate; 1 where nothing is found. */
export const precision = ({ right, alarm }: Tally) => share(right, right + alarm);

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
