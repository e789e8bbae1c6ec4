import type { MediaType } from './conversations';

/** What a cell is asked and what it answers about conversations and media, as JSON. */

export interface LogAnswer {
  readonly logId: string;
  readonly createdAt: string;
}

export interface LogsAnswer {
  readonly logs: readonly (LogAnswer & {
    readonly messages: number;
    /** Those who can read it now. */
    readonly readers: readonly { readonly readerId: string; readonly expiresAt: string }[];
  })[];
}

export interface MessageRequest {
  readonly text: string;
  /** Ids of media that the author has uploaded. @default - none */
  readonly media?: readonly string[];
}

export interface MessageWrittenAnswer {
  readonly messageId: string;
  /** Where the message stands in its log, from 1 without gaps. */
  readonly sequence: number;
  readonly at: string;
}

/** What a message says of something that it names, so that whoever gets it can check it. */
export interface MediaReference {
  readonly mediaId: string;
  readonly contentType: MediaType;
  readonly bytes: number;
  /** SHA-256 of the content, in hex. */
  readonly sha256: string;
}

export interface MessageAnswer extends MessageWrittenAnswer {
  readonly text: string;
  readonly media: readonly MediaReference[];
}

/** The same for the author and for whoever has a key; it does not say whose log it is. */
export interface MessagesAnswer {
  readonly messages: readonly MessageAnswer[];
  /** What to ask for as `after` to go on; null at the end. */
  readonly next: number | null;
}

export interface ReaderRequest {
  /** For how long the key opens the log. */
  readonly days: number;
}

/** What the owner of a log hands over to whom may read it. */
export interface ReaderAnswer {
  readonly readerId: string;
  /** 256 bits, base64url. The cell keeps a hash of it. */
  readonly key: string;
  readonly expiresAt: string;
}

export type MediaRequest = Omit<MediaReference, 'mediaId'>;

/** A form that takes this one object, and no other. */
export interface UploadAnswer {
  readonly mediaId: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresAt: string;
}

export interface DownloadAnswer {
  readonly url: string;
  readonly expiresAt: string;
}
