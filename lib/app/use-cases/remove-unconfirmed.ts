import { SWEEP_SECONDS, UNCONFIRMED_HOURS } from '../../domain/sweeps';
import type { AccountRemoval, Clock, UnconfirmedAccounts } from '../ports';

const HOUR_MS = 60 * 60 * 1000;
/** After this nothing new is begun: the next call goes on. */
const WORKING_MS = (SWEEP_SECONDS - 60) * 1000;

/**
 * Removes accounts that nobody has confirmed in a day: a registration that was repeated because its answer was lost, or whose
 * address was somebody else's. Such an account never had a session, so that no store has anything of it.
 */
export function removeUnconfirmed(ports: {
  readonly accounts: UnconfirmedAccounts & AccountRemoval;
  readonly clock: Clock;
}): () => Promise<void> {
  const { accounts, clock } = ports;
  return async () => {
    const startedAt = clock();
    for await (const { personId, createdAt } of accounts.unconfirmed()) {
      if (createdAt < startedAt - UNCONFIRMED_HOURS * HOUR_MS) await accounts.remove(personId);
      if (clock() - startedAt > WORKING_MS) return;
    }
  };
}
