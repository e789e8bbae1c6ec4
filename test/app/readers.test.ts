import { ENTRIES } from '../../lib/app/conversation-entries';
import { MOST_READERS } from '../../lib/domain/conversations';
import { bodyOf, conversation, DAY, K1, K2, keyOf, NOWHERE, REUSED, SHUT, UUID } from './support/conversation';
import { UNAUTHORIZED } from './support/gateway';
import { answered, invalid, NO_CONTENT, readable, refused } from './support/http';
import { NOW, PERSON, SOMEBODY_ELSE } from './support/memory';

describe('a reader', () => {
  const granted = async (days = 30) => {
    const { me, logId, ...rest } = conversation();
    const log = await logId();
    await me('write-message', { key: K1, path: { logId: log }, json: { text: 'Hoi' } });
    const grant = async (key = K1, more = days) =>
      me('grant-reader', { key, path: { logId: log }, json: { days: more } });
    const { readerId, key } = bodyOf(await grant());
    const readWith = async (readKey?: string, id = readerId) =>
      rest.reader({ path: { readerId: id }, ...(readKey !== undefined && { headers: { 'X-Read-Key': readKey } }) });
    const revoke = async (id = readerId) => me('revoke-reader', { path: { logId: log, readerId: id } });
    return { me, log, grant, readerId, key, readWith, revoke, logId, ...rest };
  };

  it('is given an id and a key, which the cell does not keep', async () => {
    const { grant, logs } = await granted();
    const response = await grant();
    const expiresAt = new Date(NOW + 30 * DAY).toISOString();
    const key = expect.stringMatching(/^[\w-]{43}$/) as string;
    expect(response).toEqual(answered(201, { readerId: expect.stringMatching(UUID), key, expiresAt }));
    const rests = JSON.stringify([...(logs.table.get(PERSON) ?? [])].map(([entry, item]) => [entry, item]));
    const bytes = Buffer.from(bodyOf(response).key, 'base64url');
    for (const form of [bytes.toString('base64url'), bytes.toString('hex'), bytes.toString('base64')])
      expect(rests).not.toContain(form);
  });

  it('reads what the author wrote, and not whose it is', async () => {
    const { readWith, key } = await granted();
    const response = await readWith(key);
    expect(response).toMatchObject({ statusCode: 200, body: { messages: [{ sequence: 1, text: 'Hoi' }], next: null } });
    expect(JSON.stringify(response)).not.toContain(PERSON);
  });

  it('is answered alike, whatever does not open the log', async () => {
    const { readWith, key, readerId, grant, revoke, time, logId, me } = await granted();
    const other = bodyOf(await grant(K2));
    const anotherLog = await logId(K2);
    const ofAnotherLog = bodyOf(await me('grant-reader', { key: K1, path: { logId: anotherLog }, json: { days: 1 } }));
    const refusals = [
      await readWith(other.key),
      await readWith(ofAnotherLog.key),
      await readWith(key, other.readerId),
      await readWith(`${key}=`),
      await readWith(key.slice(0, -1)),
      await readWith('A'.repeat(43)),
      await readWith(key, NOWHERE),
      await readWith(key, PERSON),
      await readWith(key, readerId.toUpperCase()),
      await readWith('A'.repeat(43), NOWHERE),
    ];
    await revoke();
    refusals.push(await readWith(key));
    time.now += 30 * DAY;
    refusals.push(await readWith(other.key, other.readerId));
    expect(refusals).toEqual(refusals.map(() => SHUT));
  });

  it('is answered by the gateway without a key', async () => {
    const { readWith } = await granted();
    const unauthorized = readable(UNAUTHORIZED);
    expect([await readWith(), await readWith('')]).toEqual([unauthorized, unauthorized]);
  });

  it('reads until the second in which the key expires', async () => {
    const { readWith, key, time } = await granted(1);
    time.now += DAY - 1;
    expect(await readWith(key)).toMatchObject({ statusCode: 200 });
    time.now += 1;
    expect(await readWith(key)).toEqual(SHUT);
  });

  it('stays out once revoked, however often the grant is repeated', async () => {
    const { grant, revoke, readWith, key, me } = await granted();
    expect([await revoke(), await revoke()]).toEqual([NO_CONTENT, NO_CONTENT]);
    expect(await grant()).toEqual(REUSED);
    expect(await readWith(key)).toEqual(SHUT);
    expect(await me('list-logs', {})).toMatchObject({ body: { logs: [{ messages: 1, readers: [] }] } });
  });

  it('is the same for the same idempotency key, and refused for another time', async () => {
    const { grant, time } = await granted();
    const first = await grant();
    time.now += 1_000;
    expect(await grant()).toEqual(first);
    expect(await grant(K1, 31)).toEqual(REUSED);
  });

  it('is one of twenty at a time, counted without those who were revoked or have expired', async () => {
    const { grant, revoke } = await granted();
    for (let number = 0; number < MOST_READERS - 1; number += 1) await grant(keyOf(100 + number));
    const full = refused(
      'limit_reached',
      `a log has at most ${MOST_READERS} readers at a time; revoke one, or wait until one expires`,
    );
    expect(await grant(keyOf(200))).toEqual(full);
    await revoke();
    expect(await grant(keyOf(200))).toMatchObject({ statusCode: 201 });
  });

  it('cannot be let in by the score, with as many at once', async () => {
    const { grant, me } = await granted();
    await Promise.all(Array.from({ length: 40 }, async (_, number) => grant(keyOf(100 + number))));
    const { logs } = bodyOf(await me('list-logs', {}));
    expect(logs[0]?.readers.length).toBeLessThanOrEqual(MOST_READERS);
  });

  it('cannot be revoked by who does not own the log, or from another log', async () => {
    const { somebodyElse, me, log, readerId, readWith, key, logId, revoke } = await granted();
    const another = await logId(K2);
    const unknown = refused('no_such_reader', 'see the list of logs for those who can read them');
    expect([
      await somebodyElse('revoke-reader', { path: { logId: log, readerId } }),
      await me('revoke-reader', { path: { logId: another, readerId } }),
      await revoke(NOWHERE),
      await revoke('x'),
    ]).toEqual([unknown, unknown, unknown, unknown]);
    expect(await readWith(key)).toMatchObject({ statusCode: 200 });
  });

  it('of somebody whose key was destroyed reads nothing, though everything else is there', async () => {
    const { keys, readWith, key } = await granted();
    await keys.destroy(PERSON, 0);
    expect(await readWith(key)).toEqual(SHUT);
  });

  it('of somebody whose erasure has begun reads nothing, though their key is still there', async () => {
    const { erased, readWith, key } = await granted();
    erased.add(PERSON);
    expect(await readWith(key)).toEqual(SHUT);
  });

  it('of somebody who has not accepted the terms in force reads nothing until they do', async () => {
    const { outdated, readWith, key } = await granted();
    outdated.add(PERSON);
    expect(await readWith(key)).toEqual(SHUT);
    outdated.delete(PERSON);
    expect(await readWith(key)).toMatchObject({ statusCode: 200 });
  });

  it('whose id stands in two logs is let in by the key, and not where it opens both', async () => {
    const { logs, readWith, key, readerId, log } = await granted();
    const mine = logs.table.get(PERSON)?.get(ENTRIES.reader(log, readerId)) as object;
    const forged = { ...mine, keyHash: Buffer.alloc(32, 1) };
    logs.table.set(SOMEBODY_ELSE, new Map([[ENTRIES.reader(log, readerId), forged]]));
    expect(await readWith(key)).toMatchObject({ statusCode: 200 });
    logs.table.set(SOMEBODY_ELSE, new Map([[ENTRIES.reader(log, readerId), mine]]));
    expect(await readWith(key)).toEqual(SHUT);
  });

  it.each([
    ['no days', {}, ['#/days', 'is missing or not of the right type']],
    ['none', { days: 0 }, ['#/days', 'is at least 1']],
    ['more than a year', { days: 366 }, ['#/days', 'is at most 365']],
    ['half a day', { days: 1.5 }, ['#/days', 'is missing or not of the right type']],
    ['a name', { days: 1, name: 'Anna' }, ['#', 'has a member that this route does not know']],
  ] as const)('is not let in for %s', async (_name, json, error) => {
    const { me, log } = await granted();
    expect(await me('grant-reader', { key: K2, path: { logId: log }, json })).toEqual(invalid(error));
  });
});
