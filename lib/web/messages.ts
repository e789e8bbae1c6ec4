import { ProblemError, UnexpectedAnswerError } from '../client/problem-error';
import { ArchiveError } from '../domain/archive/format';
import { DomicileError } from '../domain/errors';
import { WORDS } from './words';

/** What somebody entered cannot be meant, as this page can tell by itself; the message is for them. */
export class InputRefusedError extends DomicileError {
  constructor(message: string) {
    super('InputRefused', message);
  }
}

/** What a person is told of an error. */
export function wordsOf(error: unknown): string {
  if (error instanceof InputRefusedError) return error.message;
  if (error instanceof ProblemError) return WORDS.problems[error.code] ?? WORDS.unexpected;
  if (error instanceof UnexpectedAnswerError) return error.status === 429 ? WORDS.tooMany : WORDS.unexpected;
  if (error instanceof ArchiveError) return WORDS.errors[error.code] ?? WORDS.badArchive;
  if (!(error instanceof DomicileError)) return WORDS.unexpected;
  return error.code === 'Unreachable' ? WORDS.unreachable : (WORDS.errors[error.code] ?? WORDS.unexpected);
}
