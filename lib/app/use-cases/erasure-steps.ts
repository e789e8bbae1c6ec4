import type { HandledStore } from '../../domain/personal-stores';
import { KEY_RECOVERY_DAYS, RECEIPT_DAYS } from '../../domain/retention';
import type { Erasers, ErasureJobs, Receipts, Sessions } from '../erasure-ports';
import type { Clock } from '../ports';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a step of a workflow is given and answers: ids and the name of a state, nothing of anybody. */
export interface StepEvent {
  readonly jobId: string;
}

export interface StepAnswer {
  readonly state: 'more' | 'done';
}

/** Ends the sessions of whom an erasure is about. Of an erasure that is over, nobody is left to end any. */
export function endSessions(ports: { readonly jobs: Pick<ErasureJobs, 'personOf'>; readonly sessions: Sessions }) {
  return async ({ jobId }: StepEvent): Promise<StepAnswer> => {
    const personId = await ports.jobs.personOf(jobId);
    if (personId !== undefined) await ports.sessions.end(personId);
    return { state: 'done' };
  };
}

export interface EraseStoreEvent extends StepEvent {
  readonly store: HandledStore<'erase'>;
}

/** Removes a part of what one store holds of whom an erasure is about. */
export function eraseStore(ports: { readonly jobs: Pick<ErasureJobs, 'personOf'>; readonly erasers: Erasers }) {
  return async ({ jobId, store }: EraseStoreEvent): Promise<StepAnswer> => {
    const personId = await ports.jobs.personOf(jobId);
    return { state: personId === undefined ? 'done' : await ports.erasers[store](personId, jobId) };
  };
}

/**
 * Forgets whose erasure it was whose stores are all empty, and closes it. It is final when the table of keys cannot be brought
 * back to a time before: until then an old copy of the keys would open old copies of everything else.
 */
export function closeErasure(ports: {
  readonly receipts: Pick<Receipts, 'close'>;
  readonly jobs: Pick<ErasureJobs, 'forget'>;
  readonly clock: Clock;
}) {
  return async ({ jobId }: StepEvent): Promise<StepAnswer> => {
    // Whose it was first: a receipt that is not closed is taken up again, and one that is closed nobody looks at any more.
    await ports.jobs.forget(jobId);
    const now = ports.clock();
    await ports.receipts.close(jobId, {
      completedAt: new Date(now).toISOString(),
      finalAt: new Date(now + KEY_RECOVERY_DAYS * DAY_MS).toISOString(),
      forgottenAt: Math.floor((now + RECEIPT_DAYS * DAY_MS) / 1000),
    });
    return { state: 'done' };
  };
}
