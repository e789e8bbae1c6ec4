import type { Cell } from '../cell';
import type { AccountRemoval, Clock, PersonEraser, PersonKeyDestroyer } from '../ports';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Erases a person: first the record, by one write that leaves a mark naming nobody, then the key, then the account.
 *
 * The order is the point. With the mark in place a token that is still alive reads nothing and writes nothing, and a run
 * that ends in between is finished by the next one: each step can be repeated.
 */
export function erasePerson(ports: {
  readonly cell: Cell;
  readonly profiles: PersonEraser;
  readonly keys: PersonKeyDestroyer;
  readonly accounts: AccountRemoval;
  readonly clock: Clock;
}): (personId: string) => Promise<void> {
  return async (personId) => {
    const markSeconds = ports.cell.entry.retention.erasureMarkDays * DAY_SECONDS;
    const expiresAt = Math.floor(ports.clock() / 1000) + markSeconds;
    await ports.profiles.erase(personId, expiresAt);
    await ports.keys.destroy(personId, expiresAt);
    await ports.accounts.remove(personId);
  };
}
