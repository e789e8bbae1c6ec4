import type { HandledStore } from '../domain/personal-stores';

/** What an erasure needs of the world. */

/** Of whom an erasure is to begin, and as which job. */
export interface NewErasure {
  readonly personId: string;
  readonly jobId: string;
  readonly requestedAt: string;
}

export interface ErasureBeginner {
  /**
   * Leaves in the place of a person's record a mark that names nobody: from then on the cell writes nothing of them. Job and
   * receipt are there with it, or nothing is: whatever ends next, the erasure is found by its receipt.
   *
   * The mark stays until the erasure is over, however long that takes: only its last step gives it a time at which it goes.
   *
   * @returns the job of the mark that stands: of a person who has one already, that of the first erasure
   */
  begin(erasure: NewErasure): Promise<string>;
}

/** What is known of whose erasure is under way, and forgotten when it is over. */
export interface ErasureJobs {
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
  find(receiptId: string): Promise<Receipt | undefined>;
  /** Closed already keeps its times. */
  close(
    receiptId: string,
    at: { readonly completedAt: string; readonly finalAt: string; readonly forgottenAt: number },
  ): Promise<void>;
}

export interface UnfinishedErasures {
  /** Those that are not done, by their receipts: of whom they are is not looked at. */
  unfinished(): AsyncIterable<string>;
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
