/** The run cannot go on, for a reason that the person who started it can mend: the message says what, where and what to do. */
export class CannotRunError extends Error {
  /** What the process ends with: 2, could not judge. */
  exitCode = 2;
  name = 'CannotRunError';
}

const DISK = {
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
};

/** What went wrong, in one message and never a stack trace, with the exit code that it means. */
export function explain(error) {
  if (error instanceof Error && typeof error.exitCode === 'number') {
    return { message: error.message, exitCode: error.exitCode, expected: true };
  }
  if (typeof error?.syscall === 'string' && typeof error.path === 'string') {
    return { message: `cannot use '${error.path}': ${DISK[error.code] ?? error.message}`, exitCode: 2, expected: true };
  }
  return {
    message: `unexpected: ${error instanceof Error ? error.message : String(error)}`,
    exitCode: 2,
    expected: false,
  };
}
