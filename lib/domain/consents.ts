/**
 * What a person may agree to beyond the terms, one thing at a time, and withdraw as easily (GDPR Article 7, PDPA sections 14
 * and 16). A changed wording is a new version: who agreed to another has not agreed to this one.
 */
export const CONSENTS = {
  productNews: {
    version: '2026-11-01',
    text: 'you get mail about what is new in the service, at the address with which you sign in',
  },
  usageStatistics: {
    version: '2026-11-01',
    text: 'it is counted, within your home, how often you use which feature',
  },
} as const satisfies Readonly<Record<string, { readonly version: string; readonly text: string }>>;

export type Purpose = keyof typeof CONSENTS;
export const PURPOSES = Object.keys(CONSENTS) as Purpose[];

/** How many changes are kept of one person. After that nothing more can be given; what was given can always be withdrawn. */
export const MOST_CHANGES = 200;

/** One line of the history, which only ever grows. */
export interface ConsentChange {
  readonly purpose: Purpose;
  readonly change: 'given' | 'withdrawn';
  /** Of the wording. */
  readonly version: string;
  readonly at: string;
}

/** The latest change about a purpose, or undefined where nobody has said anything. */
export function latestChange(history: readonly ConsentChange[], purpose: Purpose): ConsentChange | undefined {
  return history.findLast((change) => change.purpose === purpose);
}

/** Whether a purpose is agreed to, in the wording that is in force. */
export function isGiven(history: readonly ConsentChange[], purpose: Purpose): boolean {
  const latest = latestChange(history, purpose);
  return latest?.change === 'given' && latest.version === CONSENTS[purpose].version;
}
