import { ENTRIES } from '../../lib/app/conversation-entries';
import { MOST_LOG_BYTES, MOST_LOGS, MOST_TEXT } from '../../lib/domain/conversations';
import {
  bodyOf,
  conversation,
  DAY,
  GONE,
  K1,
  K2,
  keyOf,
  NO_SUCH_LOG,
  NOWHERE,
  REUSED,
  UUID,
} from './support/conversation';
import { answered, invalid, refused } from './support/http';
import { NOW, PERSON } from './support/memory';

const AT = new Date(NOW).toISOString();

describe('starting a log', () => {
  it('answers its id, and the same again for the same idempotency key', async () => {
    const { me, time } = conversation();
    const first = await me('start-log', { key: K1 });
    expect(first).toEqual(answered(201, { logId: expect.stringMatching(UUID), createdAt: AT }));
    time.now += DAY;
    expect(await me('start-log', { key: K1 })).toEqual(first);
    expect(await me('start-log', { key: K2 })).not.toEqual(first);
  });

  it('gives two people who made up the same idempotency key a log each', async () => {
    const { me, somebodyElse } = conversation();
    const ids = [await me('start-log', { key: K1 }), await somebodyElse('start-log', { key: K1 })].map(
      (one) => bodyOf(one).logId,
    );
    expect(new Set(ids).size).toBe(2);
  });

  it.each([
    ['none', undefined],
    ['one that is no UUID', 'me-and-anna'],
    ['capital letters', K1.toUpperCase().replaceAll('0', 'A')],
    ['another version', '00000000-0000-1000-8000-000000000001'],
    ['two of them', `${K1}, ${K2}`],
  ])('is refused with %s as its idempotency key', async (_name, key) => {
    const detail = 'has to be a UUID of version 4 in small letters, made up for this call';
    expect(await conversation().me('start-log', { key })).toEqual(invalid(['idempotency-key', detail]));
  });

  it('ends at the limit, and not before', async () => {
    const { me } = conversation();
    for (let number = 1; number <= MOST_LOGS; number += 1) await me('start-log', { key: keyOf(number) });
    const full = refused('limit_reached', `a person has at most ${MOST_LOGS} logs`);
    expect(await me('start-log', { key: keyOf(MOST_LOGS + 1) })).toEqual(full);
    expect(await me('start-log', { key: keyOf(MOST_LOGS) })).toMatchObject({ statusCode: 201 });
  });
});

describe('writing', () => {
  const write = (log: string, key: string, json: unknown, more: object = {}) =>
    ['write-message', { key, path: { logId: log }, json, ...more }] as const;

  it('gives messages positions without gaps, and reads them in that order', async () => {
    const { me, logId } = conversation();
    const log = await logId();
    const one = await me(...write(log, K1, { text: 'Hoi' }));
    const two = await me(...write(log, K2, { text: 'Tot zo\nAnna' }));
    const messageId = expect.stringMatching(UUID) as string;
    expect([one, two]).toEqual([
      answered(201, { messageId, sequence: 1, at: AT }),
      answered(201, { messageId, sequence: 2, at: AT }),
    ]);
    expect(await me('read-own-log', { path: { logId: log } })).toEqual(
      answered(200, {
        messages: [
          { ...bodyOf(one), text: 'Hoi', media: [] },
          { ...bodyOf(two), text: 'Tot zo\nAnna', media: [] },
        ],
        next: null,
      }),
    );
  });

  it('is done once for one idempotency key, and refused for other words', async () => {
    const { me, logId, time } = conversation();
    const log = await logId();
    const first = await me(...write(log, K1, { text: 'Hoi' }));
    await me(...write(log, K2, { text: 'Doei' }));
    time.now += 1_000;
    expect(await me(...write(log, K1, { text: 'Hoi' }))).toEqual(first);
    expect(await me(...write(log, K1, { text: 'Hoi!' }))).toEqual(REUSED);
    expect(bodyOf(await me('read-own-log', { path: { logId: log } })).messages).toHaveLength(2);
  });

  it('takes one idempotency key in two logs for two messages', async () => {
    const { me, logId } = conversation();
    const logs = [await logId(K1), await logId(K2)];
    const ids = await Promise.all(logs.map(async (log) => bodyOf(await me(...write(log, K1, { text: 'a' })))));
    expect(new Set(ids.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('gives each of those that come at once a position of its own', async () => {
    const { me, logId } = conversation();
    const log = await logId();
    const all = await Promise.all(
      [1, 2, 3, 4, 5].map(async (number) => me(...write(log, keyOf(number), { text: `number ${number}` }))),
    );
    const positions = all.map((one) => bodyOf(one).sequence);
    expect(positions.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is given up, and said, when others are always faster', async () => {
    const { me, logId, logs } = conversation();
    const log = await logId();
    let messages = 0;
    Object.defineProperty(logs.table.get(PERSON)?.get(ENTRIES.log(log)), 'messages', { get: () => messages++ });
    expect(await me(...write(log, K1, { text: 'Hoi' }))).toEqual(
      refused('too_many_requests', 'wait a while before the next attempt', {}, { 'retry-after': '60' }),
    );
  });

  it("is refused in somebody else's log, as in one that is not there", async () => {
    const { somebodyElse, me, logId } = conversation();
    const log = await logId();
    const refusals = [
      await somebodyElse(...write(log, K1, { text: 'I was here' })),
      await me(...write(NOWHERE, K1, { text: 'a' })),
      await me(...write('../../me', K1, { text: 'a' })),
      await somebodyElse('read-own-log', { path: { logId: log } }),
      await somebodyElse('grant-reader', { key: K1, path: { logId: log }, json: { days: 1 } }),
    ];
    expect(refusals).toEqual(refusals.map(() => NO_SUCH_LOG));
  });

  it('ends when the log is as large as a log can be, and not before', async () => {
    const { me, logId, logs } = conversation();
    const log = await logId();
    const entries = logs.table.get(PERSON) ?? new Map<string, object>();
    const filled = (bytes: number) => entries.set(ENTRIES.log(log), { ...entries.get(ENTRIES.log(log)), bytes });
    // A message of one letter, as a line of an archive.
    filled(MOST_LOG_BYTES - 185);
    expect(await me(...write(log, K1, { text: 'a' }))).toMatchObject({ statusCode: 201 });
    expect(entries.get(ENTRIES.log(log))).toMatchObject({ messages: 1, bytes: MOST_LOG_BYTES });
    expect(await me(...write(log, K2, { text: 'a' }))).toEqual(
      refused('limit_reached', 'a log has at most 10000 messages of 4194304 bytes in all; start another one'),
    );
    expect(await me(...write(log, K1, { text: 'a' }))).toMatchObject({ statusCode: 201 });
  });

  it.each([
    ['the longest', '𝄞'.repeat(MOST_TEXT)],
    ['emoji that are joined', '👩‍👩‍👧 🏳️‍🌈'],
    ['several lines', 'one\ntwo\r\n\tthree'],
    ['Hebrew and Latin with a mark of direction', 'שלום\u200f AWS'],
    ['what looks like markup', '<script>alert(1)</script>'],
    ['decomposed letters, as they are', 'Zoe\u0308'],
  ])('takes %s', async (_name, text) => {
    const { me, logId } = conversation();
    const log = await logId();
    expect(await me(...write(log, K1, { text }))).toMatchObject({ statusCode: 201 });
    expect(await me('read-own-log', { path: { logId: log } })).toMatchObject({ body: { messages: [{ text }] } });
  });

  it.each([
    ['nothing', '', 'needs a character that can be seen'],
    ['what nobody sees', ' \n\u200b\u2800', 'needs a character that can be seen'],
    ['one too many', 'a'.repeat(MOST_TEXT + 1), `has at most ${MOST_TEXT} characters`],
    ['a NUL', 'a\u0000', 'must not have control characters, or ones that turn text around'],
    ['text that is turned around', 'a\u202eb', 'must not have control characters, or ones that turn text around'],
    ['half a character', 'a\ud83d', 'must not have control characters, or ones that turn text around'],
  ])('refuses %s', async (_name, text, detail) => {
    const { me, logId } = conversation();
    expect(await me(...write(await logId(), K1, { text }))).toEqual(invalid(['#/text', detail]));
  });

  it.each([
    ['another member', { text: 'a', to: 'anna@example.org' }, ['#', 'has a member that this route does not know']],
    [
      'media that is no id',
      { text: 'a', media: ['../x'] },
      ['#/media/0', 'has to be the mediaId that the upload answered'],
    ],
    ['five of them', { text: 'a', media: [1, 2, 3, 4, 5].map(keyOf) }, ['#/media', 'has at most 4 entries']],
    ['one twice', { text: 'a', media: [K1, K1] }, ['#/media', 'must not name the same object twice']],
  ] as const)('refuses %s', async (_name, json, error) => {
    const { me, logId } = conversation();
    expect(await me(...write(await logId(), K1, json))).toEqual(invalid(error));
  });

  it('recreates nothing of somebody who was erased meanwhile', async () => {
    const { me, logId, erased } = conversation();
    const log = await logId();
    erased.add(PERSON);
    expect([
      await me(...write(log, K1, { text: 'Hoi' })),
      await me('start-log', { key: K2 }),
      await me('grant-reader', { key: K1, path: { logId: log }, json: { days: 1 } }),
    ]).toEqual([GONE, GONE, GONE]);
  });
});

describe('reading on', () => {
  const written = async (count: number) => {
    const { me, logId, ...rest } = conversation();
    const log = await logId();
    for (let number = 1; number <= count; number += 1)
      await me('write-message', { key: keyOf(number), path: { logId: log }, json: { text: `number ${number}` } });
    const page = async (queryStringParameters: Record<string, string>) => {
      const response = await me('read-own-log', { path: { logId: log }, queryStringParameters });
      const { messages, next } = bodyOf(response);
      return { positions: messages.map(({ sequence }) => sequence), next };
    };
    return { me, log, page, ...rest };
  };

  it('gives every message once, whatever the pages', async () => {
    const { page } = await written(5);
    expect([
      await page({ limit: '2' }),
      await page({ limit: '2', after: '2' }),
      await page({ limit: '2', after: '4' }),
      await page({ limit: '5' }),
      await page({ after: '5' }),
      await page({ after: '99999' }),
    ]).toEqual([
      { positions: [1, 2], next: 2 },
      { positions: [3, 4], next: 4 },
      { positions: [5], next: null },
      { positions: [1, 2, 3, 4, 5], next: null },
      { positions: [], next: null },
      { positions: [], next: null },
    ]);
  });

  it.each([
    ['after', '-1', 'has to be a whole number'],
    ['after', '1e3', 'has to be a whole number'],
    ['after', '100000', 'has to be a whole number'],
    ['after', '01', 'has to be a whole number'],
    ['after', 'message#x', 'has to be a whole number'],
    ['limit', '0', 'is at least 1 and at most 100'],
    ['limit', '101', 'is at least 1 and at most 100'],
  ])('takes no %s of %s', async (name, value, detail) => {
    const { me, log } = await written(1);
    const response = await me('read-own-log', { path: { logId: log }, queryStringParameters: { [name]: value } });
    expect(response).toEqual(invalid([`?${name}`, detail]));
  });
});

describe('the list of logs', () => {
  it('has those of the person, the oldest first, with who can read them now', async () => {
    const { me, somebodyElse, logId, time } = conversation();
    await somebodyElse('start-log', { key: K1 });
    const old = await logId(K2);
    time.now += 1_000;
    const young = await logId(K1);
    const reader = bodyOf(await me('grant-reader', { key: K1, path: { logId: old }, json: { days: 2 } }));
    await me('grant-reader', { key: K2, path: { logId: old }, json: { days: 1 } });
    time.now += DAY;
    const { readerId, expiresAt } = reader;
    expect(await me('list-logs', {})).toEqual(
      answered(200, {
        logs: [
          { logId: old, createdAt: AT, messages: 0, readers: [{ readerId, expiresAt }] },
          { logId: young, createdAt: new Date(NOW + 1_000).toISOString(), messages: 0, readers: [] },
        ],
      }),
    );
  });
});
