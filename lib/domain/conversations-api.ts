import * as z from 'zod/mini';
import { MEDIA_TYPE_IDS } from './conversations';
import type { ValueOf } from './schemas/value';
import { count, formFields, hash, id, instant, link, told } from './schemas/values';

/** What a cell answers about conversations and media, as JSON. */

export const LogAnswer = z.object({ logId: id, createdAt: instant });
export type LogAnswer = ValueOf<typeof LogAnswer>;

export const LogsAnswer = z.object({
  logs: z.array(
    z.object({
      ...LogAnswer.shape,
      messages: count,
      readers: told(z.array(z.object({ readerId: id, expiresAt: instant })), 'those who can read it now'),
    }),
  ),
});
export type LogsAnswer = ValueOf<typeof LogsAnswer>;

export const MessageWrittenAnswer = z.object({
  messageId: id,
  sequence: told(z.int().check(z.positive()), 'where the message stands in its log, from 1 without gaps'),
  at: instant,
});
export type MessageWrittenAnswer = ValueOf<typeof MessageWrittenAnswer>;

/** What a message says of something that it names, so that whoever gets it can check it. */
export const MediaReference = z.object({
  mediaId: id,
  contentType: z.enum(MEDIA_TYPE_IDS),
  bytes: count,
  sha256: hash,
});
export type MediaReference = ValueOf<typeof MediaReference>;

export const MessageAnswer = z.object({
  ...MessageWrittenAnswer.shape,
  text: z.string(),
  media: z.array(MediaReference),
});
export type MessageAnswer = ValueOf<typeof MessageAnswer>;

/** The same for the author and for whoever has a key; it does not say whose log it is. */
export const MessagesAnswer = z.object({
  messages: z.array(MessageAnswer),
  next: told(z.nullable(count), 'what to ask for as after to go on; null at the end'),
});
export type MessagesAnswer = ValueOf<typeof MessagesAnswer>;

/** What the owner of a log hands over to whom may read it. */
export const ReaderAnswer = z.object({
  readerId: id,
  key: told(z.string(), '256 bits, base64url; the cell keeps a hash of it'),
  expiresAt: instant,
});
export type ReaderAnswer = ValueOf<typeof ReaderAnswer>;

/** A form that takes this one object, and no other. */
export const UploadAnswer = z.object({ mediaId: id, url: link, fields: formFields, expiresAt: instant });
export type UploadAnswer = ValueOf<typeof UploadAnswer>;

export const DownloadAnswer = z.object({ url: link, expiresAt: instant });
export type DownloadAnswer = ValueOf<typeof DownloadAnswer>;
