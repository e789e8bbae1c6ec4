import { isUuid } from './uuid';

/**
 * Whether this is an id as our registration generates it.
 *
 * A person's id is the user pool's *username*, not its `sub`: we choose it before the sign-up, so the answer to a
 * registration can carry it whether the address is known or not, and it is what the pool is asked by. The pre-sign-up
 * trigger refuses any other username, so that nobody can choose a name as their id.
 */
export function isPersonId(value: unknown): value is string {
  return isUuid(value);
}
