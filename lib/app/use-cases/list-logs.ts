import type { LogsAnswer } from '../../domain/conversations-api';
import type { LogLister } from '../conversation-ports';
import type { Clock, Owner } from '../ports';
import { isoOf, opens } from './readers';
import { logAnswer } from './start-log';

/** All logs of a person, the oldest first, with those who can read them now. */
export function listLogs({ logs, clock }: { readonly logs: LogLister; readonly clock: Clock }) {
  return async (owner: Owner): Promise<LogsAnswer> => {
    const stored = await logs.logsOf(owner.personId);
    const readers = (await logs.readersOf(owner.personId)).filter((reader) => opens(reader, clock()));
    return {
      logs: stored
        .map((log) => ({
          ...logAnswer(owner, log),
          messages: log.messages,
          readers: readers
            .filter(({ logId }) => logId === log.logId)
            .map(({ readerId, expiresAt }) => ({ readerId, expiresAt: isoOf(expiresAt) })),
        }))
        .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt) || one.logId.localeCompare(other.logId)),
    };
  };
}
