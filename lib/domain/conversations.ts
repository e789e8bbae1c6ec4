/**
 * What a conversation is made of, and how much of it a cell keeps of one person. Numbers that the person's device may know
 * before it asks: a cell refuses whatever is beyond them.
 */

/** The index of the table of conversations by which the log of a reader is found. */
export const READERS_INDEX = 'readers';

/** Logs of one person; each is the person's own half of a conversation. */
export const MOST_LOGS = 100;

/** Messages of one log, and what all of them are in an archive: whatever a person can write, one archive has room for. */
export const MOST_MESSAGES = 10_000;
export const MOST_LOG_BYTES = 4 * 1024 * 1024;

/** Those who can read one log at a time, and for how long a key can be handed over. */
export const MOST_READERS = 20;
export const MOST_READER_DAYS = 365;

/** A message's text, in code points, and the media that it can name. */
export const MOST_TEXT = 4_000;
export const MOST_MEDIA_OF_A_MESSAGE = 4;

/** Messages that are answered at once. */
export const MOST_MESSAGES_AT_ONCE = 100;
export const MESSAGES_AT_ONCE = 50;

/** One object, and all of one person's together. */
export const MOST_MEDIA_BYTES = 5 * 1024 * 1024;
export const MOST_MEDIA = 200;
export const MOST_MEDIA_BYTES_OF_A_PERSON = 100 * 1024 * 1024;

/** What can be sent beside text, and how a file of it ends. Nothing that a browser would run. */
export const MEDIA_TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
} as const satisfies Readonly<Record<string, string>>;

export type MediaType = keyof typeof MEDIA_TYPES;
export const MEDIA_TYPE_IDS = Object.keys(MEDIA_TYPES) as MediaType[];

/** How long a link to upload or to download is good for. It ends earlier when the credentials do that signed it. */
export const TRANSFER_SECONDS = 2 * 60;

/** How long a repeated write answers as the first one did. */
export const REPEATABLE_SECONDS = 24 * 60 * 60;
