import { MOST_LOGS } from '../../domain/conversations';
import type { LogAnswer } from '../../domain/conversations-api';
import { ENTRIES, placeOf } from '../conversation-entries';
import type { LogReader, LogStarter, StoredLog } from '../conversation-ports';
import type { Clock, Owner } from '../ports';
import { uuidOf } from '../uuid';

export type LogStart =
  | { readonly kind: 'started'; readonly log: LogAnswer }
  | { readonly kind: 'full' | 'erased' | 'busy' };

/** Starts a log, the person's own half of a conversation. With whom it is, the cell is not told. */
export function startLog({ logs, clock }: { readonly logs: LogStarter & LogReader; readonly clock: Clock }) {
  return async ({ personId, sealer }: Owner, idempotencyKey: string): Promise<LogStart> => {
    const logId = uuidOf(sealer.derive('log', idempotencyKey));
    const createdAt = new Date(clock()).toISOString();
    const sealed = sealer.seal(createdAt, placeOf(ENTRIES.log(logId)));
    const start = await logs.start(personId, { logId, createdAt: sealed }, MOST_LOGS);
    if (start === 'started') return { kind: 'started', log: { logId, createdAt } };
    if (start !== 'there') return { kind: start };
    const log = await logs.find(personId, logId);
    // Only an erasure removes a log.
    return log === undefined ? { kind: 'erased' } : { kind: 'started', log: logAnswer({ personId, sealer }, log) };
  };
}

export function logAnswer({ sealer }: Owner, { logId, createdAt }: StoredLog): LogAnswer {
  return { logId, createdAt: sealer.open(createdAt, placeOf(ENTRIES.log(logId))) };
}
