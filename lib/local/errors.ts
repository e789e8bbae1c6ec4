import { DomicileError } from '../domain/errors';

/** The run cannot go on, for a reason that the person who started it can mend. */
export class LocalError extends DomicileError {
  /** Could not judge. */
  readonly exitCode = 2;
}

/** What the run set out to show is not so: data was found abroad, or a refusal did not come. */
export class ClaimError extends DomicileError {
  readonly exitCode = 1;
}
