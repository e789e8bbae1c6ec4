import type { ProblemAnswer } from '../domain/api';
import { DomicileError } from '../domain/errors';

/** What a problem says at least; a cell newer than this client may have codes that it does not know. */
export type KnownProblem = Pick<
  ProblemAnswer,
  'title' | 'status' | 'detail' | 'jurisdiction' | 'phone' | 'feature' | 'reason' | 'errors'
> & {
  readonly code: string;
  readonly requestId?: string;
};

/** A cell, or the client in its place, refused. `code` is the problem's own; `problem.detail` can be shown to the person. */
export class ProblemError extends DomicileError {
  readonly problem: KnownProblem;

  constructor(problem: KnownProblem) {
    super(problem.code, `${problem.title}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** Something answered that is no cell's code: API Gateway itself (no token, throttled, time-out), or no cell at all. */
export class UnexpectedAnswerError extends DomicileError {
  readonly status: number;

  constructor(request: string, status: number) {
    super('UnexpectedAnswer', `${request} was answered with status ${status} and no document that this client knows`);
    this.status = status;
  }
}
