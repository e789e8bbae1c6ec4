/** What the question "may personal data end up, or be sent, outside the allowed regions?" is answered with. */
export type Verdict = 'violation' | 'clean';

/** One template, or one assembly, with what is right about it and why. */
export interface Labelled {
  readonly id: string;
  /** The file of cases that it stands in. */
  readonly area: string;
  /** How the deciding value is written. */
  readonly style: string;
  /** What would carry the data. */
  readonly channel: string;
  readonly region: string;
  readonly allowedRegions: readonly string[];
  readonly verdict: Verdict;
  /** The resources of which one must be named; of a clean case those that come close. */
  readonly where: readonly string[];
  readonly why: string;
  /** Both sides of a label that honest readers may doubt: such a case is judged and not counted. */
  readonly disputed?: string;
  /** Contents by file name. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that is given to the checker, or undefined where it is the folder. */
  readonly input?: string;
}
