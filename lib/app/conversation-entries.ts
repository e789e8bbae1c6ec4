/**
 * The entries of a person in the table of conversations, by their sort key. Whatever is sealed in one is bound to its place, so
 * that it opens in no other log and at no other position.
 */
export const ENTRIES = {
  log: (logId: string) => `log#${logId}`,
  /** Eight digits: messages come in the order in which they were written. */
  message: (logId: string, sequence: number) => `message#${logId}#${String(sequence).padStart(8, '0')}`,
  /** That a message was written, kept for a day for whom the answer did not reach. */
  sent: (logId: string, messageId: string) => `sent#${logId}#${messageId}`,
  reader: (logId: string, readerId: string) => `reader#${logId}#${readerId}`,
  media: (mediaId: string) => `media#${mediaId}`,
  /** That some message of a log names an object: what readers of that log may download. */
  named: (logId: string, mediaId: string) => `named#${logId}#${mediaId}`,
} as const;

/** How many logs a person has started, how many objects they have, and of how many bytes. */
export const TOTALS = { logs: 'log-total', media: 'media-total' } as const;

/** What a sealed text of an entry is bound to. */
export function placeOf(entry: string): string {
  return `conversations/${entry}`;
}
