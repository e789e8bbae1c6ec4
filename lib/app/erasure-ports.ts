import type { HandledStore } from '../domain/personal-stores';

/** What an erasure needs of the world. */

/** An erasure that is under way, and whose person is known; or one that is over, of which nobody can tell whose it was. */
export type ErasureJob = {
  readonly jobId: string;
  readonly requestedAt: string;
} & (
  | { readonly state: 'running'; readonly personId: string }
  | { readonly state: 'done'; readonly completedAt: string; readonly finalAt: string }
);

export interface ErasureMarker {
  /**
   * Leaves in the place of a person's record a mark that names nobody, by one write: from then on the cell writes nothing of them.
   * It goes by itself at `expiresAt` (epoch seconds).
   *
   * @returns the job of the mark that stands: of a person who has one already, that of the first erasure
   */
  mark(personId: string, jobId: string, expiresAt: number): Promise<string>;
}

export interface ErasureStarter {
  /** @returns whether it still has to be done; `done` of one that is over */
  begin(job: {
    readonly jobId: string;
    readonly personId: string;
    readonly requestedAt: string;
  }): Promise<'running' | 'done'>;
}

export interface ErasureFinder {
  find(jobId: string): Promise<ErasureJob | undefined>;
}

export interface ErasureCloser {
  /** Takes the person out of the job, which is a receipt from then on; closed already is closed. */
  close(
    jobId: string,
    receipt: { readonly completedAt: string; readonly finalAt: string; readonly forgottenAt: number },
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
