import type { HandledStore } from '../domain/personal-stores';

/** What an erasure needs of the world. */

export interface ErasureMarker {
  /**
   * Leaves in the place of a person's record a mark that names nobody, by one write: from then on the cell writes nothing of them.
   * It goes by itself at `expiresAt` (epoch seconds).
   *
   * @returns the job of the mark that stands: of a person who has one already, that of the first erasure
   */
  mark(personId: string, jobId: string, expiresAt: number): Promise<string>;
}

/** What is known of whose erasure is under way, and forgotten when it is over. */
export interface ErasureJobs {
  /** Begun already is begun. */
  begin(jobId: string, personId: string): Promise<void>;
  /** Of whom it is; undefined of an erasure that is over, or was never asked for. */
  personOf(jobId: string): Promise<string | undefined>;
  /** Forgotten already is forgotten. */
  forget(jobId: string): Promise<void>;
}

/** How far an erasure is. A receipt is kept apart from everything that names anybody: anybody may ask for it. */
export type Receipt = {
  readonly receiptId: string;
  readonly requestedAt: string;
} & (
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly completedAt: string; readonly finalAt: string }
);

export interface Receipts {
  /** @returns whether the erasure still has to be done; one that was begun already keeps its time */
  begin(receiptId: string, requestedAt: string): Promise<'running' | 'done'>;
  find(receiptId: string): Promise<Receipt | undefined>;
  /** Closed already keeps its times. */
  close(
    receiptId: string,
    at: { readonly completedAt: string; readonly finalAt: string; readonly forgottenAt: number },
  ): Promise<void>;
}

export interface Sessions {
  /** Ends every session of a person: no refresh token makes another access token. Nobody there is nothing to end. */
  end(personId: string): Promise<void>;
}

/** Removes a part of what a store holds of a person; `done` when nothing is left. Done again, it finds nothing. */
export type Eraser = (personId: string, jobId: string) => Promise<'more' | 'done'>;

/** One for each store that has to be erased: without it, this does not compile. */
export type Erasers = Readonly<Record<HandledStore<'erase'>, Eraser>>;

export interface WorkflowStarter {
  /** Starts the workflow of a job, unless it is under way. */
  start(jobId: string): Promise<void>;
}
