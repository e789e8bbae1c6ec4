import { type HandledStore, handledStores } from '../../domain/personal-stores';
import { KEY_RECOVERY_DAYS, RECEIPT_DAYS } from '../../domain/retention';
import type { Erasers, ErasureCloser, ErasureFinder, Sessions } from '../erasure-ports';
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
export function endSessions(ports: { readonly jobs: ErasureFinder; readonly sessions: Sessions }) {
  return async ({ jobId }: StepEvent): Promise<StepAnswer> => {
    const job = await ports.jobs.find(jobId);
    if (job?.state === 'running') await ports.sessions.end(job.personId);
    return { state: 'done' };
  };
}

export interface EraseStoreEvent extends StepEvent {
  readonly store: HandledStore<'erase'>;
}

/** Removes a part of what one store holds of whom an erasure is about. */
export function eraseStore(ports: { readonly jobs: ErasureFinder; readonly erasers: Erasers }) {
  return async ({ jobId, store }: EraseStoreEvent): Promise<StepAnswer> => {
    const job = await ports.jobs.find(jobId);
    if (job?.state !== 'running') return { state: 'done' };
    return { state: await ports.erasers[store](job.personId, jobId) };
  };
}

/**
 * Makes a receipt of an erasure whose stores are all empty. It is final when the table of keys cannot be brought back to a time
 * before: until then an old copy of the keys would open old copies of everything else.
 */
export function closeErasure(ports: { readonly jobs: ErasureCloser; readonly clock: Clock }) {
  return async ({ jobId }: StepEvent): Promise<StepAnswer> => {
    const now = ports.clock();
    await ports.jobs.close(jobId, {
      completedAt: new Date(now).toISOString(),
      finalAt: new Date(now + KEY_RECOVERY_DAYS * DAY_MS).toISOString(),
      forgottenAt: Math.floor((now + RECEIPT_DAYS * DAY_MS) / 1000),
    });
    return { state: 'done' };
  };
}

/** The stores in the order in which an erasure goes through them. */
export const ERASED_STORES = handledStores('erase');
