import { createHash } from 'node:crypto';
import type { ArchiveContent } from '../../../lib/app/archive/write-archive';
import { writeArchive } from '../../../lib/app/archive/write-archive';
import type { ByteSource } from '../../../lib/domain/archive/zip';
import { PERSON } from '../support/memory';

export const ORIGIN = { jurisdiction: 'eu', region: 'eu-central-1', exportedAt: '2026-11-24T12:00:00.000Z' };
export const LOG = '8f14e45f-ceea-467f-a07b-8e1f2d3c4b5a';
const MESSAGE = 'c9f0f895-fb98-4b91-9d5a-2f3e4d5c6b7a';
export const MEDIUM = '45c48cce-2e2d-4fbd-aa1a-1c2d3e4f5a6b';
const AT = '2026-11-20T09:30:00.000Z';
export const PICTURE = Buffer.from('not quite a picture');

export const ACCOUNT = {
  kind: 'account',
  personId: PERSON,
  email: 'anna@example.org',
  emailVerified: true,
  residence: 'NL',
  residenceConfirmed: { phoneCountry: 'SG', at: AT },
  createdAt: AT,
} as const;
export const PROFILES = [
  { kind: 'profile', displayName: 'Änna', updatedAt: AT },
  { kind: 'terms', version: '2026-11-01', language: 'en', sha256: 'a'.repeat(64), acceptedAt: AT },
  { kind: 'consent', purpose: 'productNews', change: 'given', version: '2026-11-01', at: AT },
] as const;
export const PICTURED = {
  kind: 'medium',
  mediaId: MEDIUM,
  contentType: 'image/png',
  bytes: PICTURE.length,
  sha256: createHash('sha256').update(PICTURE).digest('hex'),
  stored: true,
  at: AT,
} as const;
export const CONVERSATIONS = [
  { kind: 'log', logId: LOG, createdAt: AT },
  { kind: 'message', logId: LOG, sequence: 1, messageId: MESSAGE, at: AT, text: 'hello\n"you"', media: [MEDIUM] },
  { kind: 'reader', logId: LOG, readerId: '1679091c-5a88-4faf-8fb5-e6087eb1b2dc', expiresAt: AT },
  PICTURED,
] as const;

export async function* each<T>(values: Iterable<T>): AsyncIterable<T> {
  yield* values;
}

/** What a person has, one of everything, with something else in its place. */
export function contentOf(more: Partial<Record<keyof ArchiveContent, readonly object[]>> = {}): ArchiveContent {
  const medium = { mediaId: MEDIUM, contentType: 'image/png', content: () => each([PICTURE]) } as const;
  const { accounts, profiles, conversations, media } = {
    accounts: [ACCOUNT],
    profiles: PROFILES,
    conversations: CONVERSATIONS,
    media: [medium],
    ...more,
  };
  return {
    accounts: each(accounts),
    profiles: each(profiles),
    conversations: each(conversations),
    media: each(media),
  } as ArchiveContent;
}

export async function archiveOf(content = contentOf(), origin = ORIGIN): Promise<Buffer> {
  return gathered(writeArchive(origin, content));
}

export async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

export async function listOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

/** Bytes in memory, as something that can be asked anywhere. */
export function bytesOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}
