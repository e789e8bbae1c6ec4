import * as fc from 'fast-check';
import { ENTRIES, placeOf } from '../../../lib/app/conversation-entries';
import { hashOf } from '../../../lib/app/read-key';
import { uuidOf } from '../../../lib/app/uuid';
import { MOST_LOGS } from '../../../lib/domain/conversations';
import { NOW, ownerOf, PERSON } from './memory';
import type { MemoryConversations } from './memory-conversations';

const idOf = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`;
const [LOG, MEDIA, NOTHING] = [idOf(1), idOf(3), idOf(4)];
/** A key of a call that was made before, and those that it made. */
export const MADE = idOf(5);
const READER = uuidOf(ownerOf(PERSON).sealer.derive(`reader/${LOG}`, MADE));
const KEY = ownerOf(PERSON).sealer.derive(`read-key/${LOG}`, MADE);

/** A log of the person, with a reader; and as many as a person can have, where nothing more is to fit. */
export async function seedConversations(conversations: MemoryConversations, isFull: boolean): Promise<void> {
  const { personId, sealer } = ownerOf(PERSON);
  for (let number = 0; number < (isFull ? MOST_LOGS : 1); number += 1) {
    const logId = number === 0 ? LOG : idOf(1_000 + number);
    const createdAt = sealer.seal(new Date(NOW).toISOString(), placeOf(ENTRIES.log(logId)));
    await conversations.start(personId, { logId, createdAt }, MOST_LOGS);
  }
  const reader = { logId: LOG, readerId: READER, days: 1, expiresAt: NOW / 1000 + 60, keyHash: hashOf(KEY) };
  await conversations.grant(personId, reader, 0);
}

/** What the authorizer may have found. */
export const opened = fc.constantFrom({ personId: PERSON, logId: LOG }, { personId: PERSON, logId: NOTHING }, {});

const KEYS = [MADE, MADE, idOf(6), idOf(7)];

/** Ids in paths and headers, some of which are of something, with texts of anybody among them. */
export function idsAmong(hostile: fc.Arbitrary<string>) {
  const one = (...ids: readonly string[]) =>
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: hostile });
  return {
    path: fc.record({ logId: one(LOG, LOG, NOTHING), readerId: one(READER, NOTHING), mediaId: one(MEDIA, NOTHING) }),
    headers: fc.record({
      'idempotency-key': one(...KEYS),
      'x-read-key': one(KEY.toString('base64url')),
    }),
    page: fc.record({ after: one('0', '7'), limit: one('1', '100') }, { requiredKeys: [] }),
  };
}

/** Bodies that the routes of conversations take, with some of their members spoilt. */
export function almostConversations(member: (good: unknown) => fc.Arbitrary<unknown>, text: string) {
  return {
    'write-message': fc.record(
      { text: fc.oneof(member(text), fc.constant(`${text}!`)), media: member([NOTHING]) },
      { requiredKeys: ['text'] },
    ),
    'grant-reader': fc.record({ days: fc.oneof(member(1), fc.constantFrom(0, 2, 366)) }),
    'upload-media': fc.record({
      contentType: member('image/png'),
      bytes: fc.oneof(member(68), fc.constantFrom(0, 69)),
      sha256: member('ab'.repeat(32)),
    }),
  };
}
