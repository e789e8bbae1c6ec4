import { MOST_READERS } from '../../domain/conversations';
import type { ReaderAnswer } from '../../domain/conversations-api';
import type { LogReader, ReaderKeeper, StoredReader } from '../conversation-ports';
import type { Clock, Owner } from '../ports';
import { hashOf } from '../read-key';
import { uuidOf } from '../uuid';
import { isoOf, opens } from './readers';

export type Grant =
  | { readonly kind: 'granted'; readonly reader: ReaderAnswer }
  | { readonly kind: 'no-such-log' | 'full' | 'reused' | 'erased' | 'busy' };

/** Those of a log in all, with those that were revoked today: who lets in and shuts out all day does not fill a table. */
const MOST_REMEMBERED = 10 * MOST_READERS;
const MOST_ATTEMPTS = 3;
const DAY_SECONDS = 24 * 60 * 60;

/**
 * Makes a key with which somebody reads a log. The owner hands it over; the cell keeps its hash, and is not told to whom.
 *
 * The key is made of the owner's own key and the call's idempotency key: a repeated call answers the same without the cell
 * keeping it. What was revoked stays so for as long as a call counts as repeated, however often it is.
 */
export function grantReader(ports: { readonly logs: LogReader & ReaderKeeper; readonly clock: Clock }) {
  const { logs, clock } = ports;
  return async ({ personId, sealer }: Owner, logId: string, idempotencyKey: string, days: number): Promise<Grant> => {
    const readerId = uuidOf(sealer.derive(`reader/${logId}`, idempotencyKey));
    const key = sealer.derive(`read-key/${logId}`, idempotencyKey);
    const answerOf = ({ expiresAt }: StoredReader): ReaderAnswer => {
      return { readerId, key: key.toString('base64url'), expiresAt: isoOf(expiresAt) };
    };
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const log = await logs.find(personId, logId);
      if (log === undefined) return { kind: 'no-such-log' };
      const readers = await logs.readersOf(personId, logId);
      const before = readers.find((reader) => reader.readerId === readerId);
      if (before !== undefined) {
        const isSame = before.keyHash !== undefined && before.days === days;
        return isSame ? { kind: 'granted', reader: answerOf(before) } : { kind: 'reused' };
      }
      const now = clock();
      const reading = readers.filter((reader) => opens(reader, now)).length;
      if (reading >= MOST_READERS || readers.length >= MOST_REMEMBERED) return { kind: 'full' };
      const expiresAt = Math.floor(now / 1000) + days * DAY_SECONDS;
      const reader = { logId, readerId, days, expiresAt, keyHash: hashOf(key) };
      const grant = await logs.grant(personId, reader, log.grants);
      if (grant === 'granted') return { kind: 'granted', reader: answerOf(reader) };
      if (grant === 'erased') return { kind: 'erased' };
    }
    return { kind: 'busy' };
  };
}
