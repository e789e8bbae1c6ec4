import { CONSENTS, type ConsentChange, isGiven, latestChange, MOST_CHANGES, type Purpose } from '../../domain/consents';
import type { Clock, ConsentRecorder, Owner } from '../ports';

export type ConsentResult =
  | { readonly kind: 'recorded'; readonly history: readonly ConsentChange[] }
  | { readonly kind: 'erased' | 'full' | 'busy' };

/** How often a change is tried again that met another one of the same person. */
const MOST_ATTEMPTS = 3;

/** Adds what a person gives or withdraws to the history. What is so already is not recorded again. */
export function changeConsent({ people, clock }: { readonly people: ConsentRecorder; readonly clock: Clock }) {
  return async (
    { personId, sealer }: Owner,
    seen: readonly ConsentChange[],
    purpose: Purpose,
    given: boolean,
  ): Promise<ConsentResult> => {
    let history = seen;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      if (isSo(history, purpose, given)) return { kind: 'recorded', history };
      if (given && history.length >= MOST_CHANGES) return { kind: 'full' };
      const change = {
        purpose,
        change: given ? 'given' : 'withdrawn',
        version: CONSENTS[purpose].version,
        at: new Date(clock()).toISOString(),
      } as const;
      const record = await people.recordConsent({ personId, sealer }, change, history.length);
      if (record.kind === 'erased') return { kind: 'erased' };
      history = record.consents;
    }
    return isSo(history, purpose, given) ? { kind: 'recorded', history } : { kind: 'busy' };
  };
}

/** A consent to an older wording is none, and can be withdrawn all the same. */
function isSo(history: readonly ConsentChange[], purpose: Purpose, given: boolean): boolean {
  return given ? isGiven(history, purpose) : latestChange(history, purpose)?.change !== 'given';
}
