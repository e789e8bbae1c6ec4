import type { Cell } from '../cell';
import type { ReaderFinder, StoredReader } from '../conversation-ports';
import type { Clock, Owner, PersonReader } from '../ports';
import { isKeyOf } from '../read-key';
import { acceptedIn } from './accept-terms';
import { opens } from './readers';

/** A log that somebody has a key of, with what opens it. */
export interface OpenedLog {
  readonly owner: Owner;
  readonly logId: string;
}

/**
 * The log that a read key opens. Unknown, wrong, expired and revoked are one and the same, and so is a log of somebody who was
 * erased: from the mark on, which is there before their erasure is answered, and not only when their key is destroyed. While its
 * owner has not accepted the terms in force, nothing is shown to others under terms that were: it is shut until they do.
 */
export function openLog(ports: {
  readonly cell: Cell;
  readonly readers: ReaderFinder;
  readonly people: PersonReader;
  readonly clock: Clock;
}) {
  const { cell, readers, people, clock } = ports;
  return async (readerId: string, readKey: string | undefined): Promise<OpenedLog | undefined> => {
    const found = await readers.byReaderId(readerId);
    const opened = (found.length === 0 ? [NOBODY] : found).filter(({ keyHash }) => isKeyOf(keyHash, readKey));
    const [reader] = opened;
    // The id says which log; should it ever say two, the key decides, and where it decides nothing both stay shut.
    if (reader === undefined || opened.length > 1 || !opens(reader, clock())) return undefined;
    const { personId, logId } = reader;
    const record = await people.read(personId);
    if (record.kind === 'erased' || record.sealer === undefined || acceptedIn(cell, record) === undefined)
      return undefined;
    return { owner: { personId, sealer: record.sealer }, logId };
  };
}

/** Compared with where there is no reader, so that the comparison is made all the same. */
const NOBODY: StoredReader & { readonly personId: string } = {
  personId: '',
  logId: '',
  readerId: '',
  days: 0,
  expiresAt: 0,
};
