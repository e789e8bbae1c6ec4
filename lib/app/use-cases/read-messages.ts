import type { MessageAnswer, MessagesAnswer } from '../../domain/conversations-api';
import { ENTRIES, placeOf } from '../conversation-entries';
import type { LogReader, MessageReader } from '../conversation-ports';
import type { Owner, Sealer } from '../ports';

/** Where somebody wants to go on reading, and how much they take at once. */
export interface Page {
  /** The position after which; 0 at the beginning. */
  readonly after: number;
  readonly limit: number;
}

/** The messages of a log after a position; undefined where there is no such log. */
export function readMessages({ logs }: { readonly logs: LogReader & MessageReader }) {
  return async ({ personId, sealer }: Owner, logId: string, page: Page): Promise<MessagesAnswer | undefined> => {
    const log = await logs.find(personId, logId);
    if (log === undefined) return undefined;
    if (page.after >= log.messages) return { messages: [], next: null };
    const stored = await logs.messages(personId, logId, page.after, page.limit);
    const messages = stored.map(({ sequence, sealed }) => openMessage(sealer, logId, sequence, sealed));
    const last = messages.at(-1)?.sequence ?? page.after;
    return { messages, next: last < log.messages ? last : null };
  };
}

type Content = Omit<MessageAnswer, 'sequence'>;

export function sealMessage(sealer: Sealer, logId: string, sequence: number, content: Content): string {
  return sealer.seal(JSON.stringify(content), placeOf(ENTRIES.message(logId, sequence)));
}

export function openMessage(sealer: Sealer, logId: string, sequence: number, sealed: string): MessageAnswer {
  // What opens was sealed here: the seal is bound to this place of this log.
  const content = JSON.parse(sealer.open(sealed, placeOf(ENTRIES.message(logId, sequence)))) as Content;
  const { messageId, at, text, media } = content;
  return { messageId, sequence, at, text, media };
}
