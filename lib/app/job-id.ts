import { createHash } from 'node:crypto';
import { uuidOf } from './uuid';

/**
 * The id of a person's job: the same whenever the same call is repeated, and of nobody else. It says nothing of the person, and
 * opens nothing: whoever asks for a job has to be the one whose it is.
 */
export function jobIdOf(kind: 'export' | 'import', personId: string, idempotencyKey: string): string {
  return uuidOf(
    createHash('sha256')
      .update(JSON.stringify([kind, personId, idempotencyKey]))
      .digest(),
  );
}
