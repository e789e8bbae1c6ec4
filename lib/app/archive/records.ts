import * as z from 'zod/mini';
import { Manifest, type RecordStore } from '../../domain/archive/format';
import { PURPOSES } from '../../domain/consents';
import { MEDIA_TYPE_IDS, MOST_MEDIA_BYTES, MOST_MEDIA_OF_A_MESSAGE, MOST_TEXT } from '../../domain/conversations';
import { displayName, messageText } from '../../domain/schemas/fields';
import { isPersonId } from '../person-id';

/**
 * What each store's records are in an archive. They are what is exported, what is imported, and, as JSON Schema within the
 * archive, what a stranger reads it by: one description for all three.
 */

// A pattern, so that the schema says it too; ids of logs, messages and media are of the same kind as those of people.
const id = z
  .string()
  .check(
    z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    z.refine(isPersonId, 'has to be an id'),
  );
// To the millisecond, as every cell writes it: without a number of digits a time could be as long as a record.
const instant = z.iso.datetime({ precision: 3 });
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const country = z.string().check(z.regex(/^[A-Z]{2}$/));
const count = z.int().check(z.positive());

const Account = z.strictObject({
  kind: z.literal('account'),
  personId: id,
  email: z.string().check(z.maxLength(254)),
  emailVerified: z.boolean(),
  /** Country of residence, as declared. */
  residence: country,
  /** What was answered when the country of the phone disagreed. */
  residenceConfirmed: z.optional(z.strictObject({ phoneCountry: country, at: instant })),
  createdAt: instant,
});

const Profile = z.strictObject({ kind: z.literal('profile'), displayName, updatedAt: instant });
const Terms = z.strictObject({
  kind: z.literal('terms'),
  version: day,
  language: z.string().check(z.regex(/^[a-z]{2}$/)),
  sha256,
  acceptedAt: instant,
});
const Consent = z.strictObject({
  kind: z.literal('consent'),
  purpose: z.enum(PURPOSES),
  change: z.enum(['given', 'withdrawn']),
  version: day,
  at: instant,
});

const Log = z.strictObject({ kind: z.literal('log'), logId: id, createdAt: instant });
const Message = z.strictObject({
  kind: z.literal('message'),
  logId: id,
  sequence: count,
  messageId: id,
  at: instant,
  // A code point beyond the first plane counts as two here; what the route checks beside is checked here too, unseen by the schema.
  text: messageText.check(z.minLength(1), z.maxLength(2 * MOST_TEXT)),
  /** Ids of media, each of which has a record of its own. */
  media: z.array(id).check(z.maxLength(MOST_MEDIA_OF_A_MESSAGE)),
});
/** That a log was given to somebody to read. Their key is kept nowhere, and whose it is neither. */
const Reader = z.strictObject({ kind: z.literal('reader'), logId: id, readerId: id, expiresAt: instant });
const Medium = z.strictObject({
  kind: z.literal('medium'),
  mediaId: id,
  contentType: z.enum(MEDIA_TYPE_IDS),
  bytes: count.check(z.maximum(MOST_MEDIA_BYTES)),
  sha256,
  /** Whether its file is here: it was announced, and may never have been uploaded. */
  stored: z.boolean(),
  at: instant,
});

/** A record of each store's file. */
export const RECORDS = {
  accounts: z.discriminatedUnion('kind', [Account]),
  profiles: z.discriminatedUnion('kind', [Profile, Terms, Consent]),
  conversations: z.discriminatedUnion('kind', [Log, Message, Reader, Medium]),
} as const satisfies Readonly<Record<RecordStore, z.ZodMiniType>>;

export type AccountRecord = Readonly<z.infer<typeof RECORDS.accounts>>;
export type ProfileRecord = Readonly<z.infer<typeof RECORDS.profiles>>;
export type ConversationRecord = Readonly<z.infer<typeof RECORDS.conversations>>;
export type MessageRecord = Extract<ConversationRecord, { readonly kind: 'message' }>;
export type MediumRecord = Extract<ConversationRecord, { readonly kind: 'medium' }>;

export interface RecordsOf {
  readonly accounts: AsyncIterable<AccountRecord>;
  readonly profiles: AsyncIterable<ProfileRecord>;
  readonly conversations: AsyncIterable<ConversationRecord>;
}
export type RecordOf<Store extends RecordStore> = RecordsOf[Store] extends AsyncIterable<infer One> ? One : never;

const TITLES = {
  accounts: 'the account with which a person signs in',
  profiles: 'a profile, the terms that were accepted, and the consents that were given and withdrawn',
  conversations: 'logs, the messages in them, who was given them to read, and media',
} as const satisfies Readonly<Record<RecordStore, string>>;

/** The schema of a store's file (JSON Schema 2020-12). */
export function recordsSchema(store: RecordStore): object {
  return { ...z.toJSONSchema(z.array(RECORDS[store])), title: TITLES[store] };
}

export function manifestSchema(): object {
  return { ...z.toJSONSchema(Manifest), title: 'what is in the archive' };
}
