const GENERATED = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Whether this is an id as our registration generates it (UUID version 4, small letters).
 *
 * A person's id is the user pool's *username*, not its `sub`: we choose it before the sign-up, so the answer to a
 * registration can carry it whether the address is known or not, and it is what the pool is asked by. The pre-sign-up
 * trigger refuses any other username, so that nobody can choose a name as their id.
 */
export function isPersonId(value: unknown): value is string {
  return typeof value === 'string' && GENERATED.test(value);
}
