import { exportedConversations } from '../../../lib/app/stores/exported-conversations';
import { DomicileClient, type Session } from '../../../lib/client/domicile-client';
import { Move, type MovingPerson } from '../../../lib/client/move';
import type { Journal, MoveState } from '../../../lib/client/move-journal';
import type { Send } from '../../../lib/client/send';
import type { Transfer } from '../../../lib/client/transfer';
import type { JurisdictionId } from '../../../lib/domain/jurisdictions';
import { each, listOf, PICTURE, PICTURED } from '../../app/archive/support';
import { keyOf, UUID } from '../../app/support/conversation';
import { JOB, ownerOf } from '../../app/support/memory';
import { cellsInMemory, ENDPOINTS } from '../support/cells';

const ANNA = { residence: 'NL', email: 'anna@example.org', password: 'Correct-Horse-9' };
const AT_NEW_HOME = { ...ANNA, residence: 'SG' };

/** The power fails at one moment of a device's work, before something is done or right after it. */
function failing() {
  const state = { left: Number.POSITIVE_INFINITY, after: false };
  const guarded = async <T>(act: () => Promise<T>): Promise<T> => {
    state.left -= 1;
    if (state.left < 0) throw new Error('the power is off');
    if (state.left === 0 && !state.after) throw new Error('the power failed before');
    const result = await act();
    if (state.left === 0) throw new Error('the power failed after');
    return result;
  };
  return { state, guarded };
}

/** Anna, who has written in `eu`, with a device whose power may fail. */
async function anna() {
  let made = 0;
  const { cells, send: deliver } = cellsInMemory(() => {
    made += 1;
    return keyOf(1000 + made);
  });
  const buckets: Transfer = async (url, form) => {
    const { host, pathname } = new URL(url);
    if (host === 'media.example') return { status: 204, bytes: new Uint8Array() };
    const { objects } = cells[host.split('.')[0] as JurisdictionId].archives.archives;
    if (form === undefined) {
      const bytes = objects.get(pathname.slice(1));
      return { status: bytes === undefined ? 404 : 200, bytes: new Uint8Array(bytes ?? []) };
    }
    objects.set(form.get('key') as string, Buffer.from(await (form.get('file') as Blob).arrayBuffer()));
    return { status: 204, bytes: new Uint8Array() };
  };
  const power = failing();
  const sent: string[] = [];
  const send: Send = async (request) =>
    power.guarded(async () => {
      sent.push(`${request.url.host.split('.')[0]} ${request.method} ${request.url.pathname}`);
      return deliver(request);
    });
  const transfer: Transfer = async (...content) => power.guarded(async () => buckets(...content));
  const kept: { text?: string } = {};
  const journal: Journal = {
    read: async () => kept.text,
    write: async (text) => power.guarded(async () => void Object.assign(kept, { text })),
    clear: async () => void delete kept.text,
  };
  const client = new DomicileClient({ cells: ENDPOINTS, send, transfer });
  const { personId } = await client.register(ANNA);
  await client.confirm({ jurisdiction: 'eu', personId }, '123456');
  const session = await client.signIn('eu', personId, ANNA.password);
  await client.acceptTerms(session, await client.readTerms('eu'));
  await client.writeProfile(session, { displayName: 'Änna' });
  const media = await client.conversations.upload(session, 'image/png', new Uint8Array(PICTURE));
  await cells.eu.archives.objects.put(personId, media.mediaId, PICTURED, each([PICTURE]));
  const { logId } = await client.conversations.startLog(session);
  await client.conversations.write(session, logId, { text: 'hello', media: [media.mediaId] });
  await client.conversations.write(session, logId, { text: 'there' });
  sent.length = 0;

  const person: MovingPerson = {
    signInAtOldHome: async () => client.signIn('eu', personId, ANNA.password),
    newAccount: async () => AT_NEW_HOME,
    confirmationCode: async () => '123456',
    accepts: async () => true,
  };
  const move = (other: Partial<MovingPerson> = {}) =>
    new Move({ client, journal, person: { ...person, ...other }, wait: async () => undefined });
  const recordsOf = async (jurisdiction: JurisdictionId, id: string) =>
    listOf(exportedConversations(ownerOf(id, jurisdiction), cells[jurisdiction].archives.stores));
  return { cells, client, personId, move, kept, sent, power: power.state, recordsOf };
}

/** A device whose power failed right after what it has written down came to be so, and is on again. */
async function interruptedWhen(isSo: (state: Partial<MoveState>) => boolean) {
  for (let step = 1; step < 100; step += 1) {
    const world = await anna();
    Object.assign(world.power, { left: step, after: true });
    await caught(world.move().run('eu', 'international'));
    Object.assign(world.power, { left: Number.POSITIVE_INFINITY });
    if (isSo(JSON.parse(world.kept.text ?? '{}') as Partial<MoveState>)) return world;
  }
  throw new Error('it never was');
}

const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe('a move', () => {
  it('exports, registers, brings everything along, has it compared, and only then erases at the old home', async () => {
    const { cells, personId, move, sent, recordsOf } = await anna();
    const before = await recordsOf('eu', personId);
    const receipts = await move().run('eu', 'international');
    expect(receipts).toEqual({
      arrived: expect.objectContaining({
        from: 'eu',
        to: 'international',
        counts: { profiles: 1, logs: 1, messages: 2, media: 1 },
      }) as object,
      left: { receiptId: JOB },
      personId: expect.stringMatching(UUID) as string,
    });
    expect(await recordsOf('international', receipts.personId)).toEqual(before);
    expect(cells.eu.profiles.table.get(personId)).toMatchObject({ kind: 'erased' });
    expect(sent.map((one) => one.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '{id}'))).toEqual([
      'eu POST /sessions',
      'eu GET /me/logs',
      'eu POST /me/exports',
      'international POST /registrations',
      'international POST /sessions',
      'international POST /confirmations',
      'international POST /sessions',
      'international GET /terms',
      'international PUT /me/terms',
      'eu POST /sessions',
      'eu GET /me/exports/{id}',
      'international POST /me/imports',
      'international GET /me/imports/{id}',
      'international PUT /me/imports/{id}',
      'international GET /me/imports/{id}',
      'eu POST /sessions',
      'eu GET /me/logs',
      'eu DELETE /me',
    ]);
  });

  it('goes on wherever the power failed, and everything is at the new home once', async () => {
    const outcomes: string[] = [];
    for (const after of [false, true]) {
      for (let step = 1; ; step += 1) {
        const { cells, personId, move, power, recordsOf, kept } = await anna();
        const before = await recordsOf('eu', personId);
        Object.assign(power, { left: step, after });
        const first = await caught(move().run('eu', 'international'));
        if (!(first instanceof Error)) break;
        // Nothing is erased at the old home before the receipt of the new one was written down.
        const { arrived } = JSON.parse(kept.text ?? '{}') as Partial<MoveState>;
        const isErased = cells.eu.profiles.table.get(personId)?.kind === 'erased';
        expect(isErased && arrived === undefined).toBe(false);
        expect(isErased ? before : await recordsOf('eu', personId)).toEqual(before);
        Object.assign(power, { left: Number.POSITIVE_INFINITY });
        const receipts = await move().run('eu', 'international');
        expect(await recordsOf('international', receipts.personId)).toEqual(before);
        expect(cells.eu.profiles.table.get(personId)).toMatchObject({ kind: 'erased' });
        expect(cells.international.archives.jobs.transfers).toHaveLength(1);
        expect([...cells.international.archives.archives.objects.keys()]).toEqual([]);
        outcomes.push(first.message);
      }
    }
    expect([...new Set(outcomes)]).toEqual(['the power failed before', 'the power failed after']);
    expect(outcomes.length).toBeGreaterThan(40);
    // Some fifty moves, each begun twice: more than five seconds where a machine is busy.
  }, 60_000);

  it('that was finished is finished', async () => {
    const { move, sent } = await anna();
    const receipts = await move().run('eu', 'international');
    sent.length = 0;
    expect(await move().run('eu', 'international')).toEqual(receipts);
    expect(sent).toEqual([]);
  });

  it('is one at a time, and hinders no other once it is finished', async () => {
    const { move, kept } = await interruptedWhen((state) => state.exportId !== undefined);
    expect(await caught(move().run('international', 'eu'))).toMatchObject({ code: 'OtherMove' });
    await move().run('eu', 'international');
    await caught(move().run('international', 'eu'));
    expect(JSON.parse(kept.text ?? '')).toMatchObject({ from: 'international', to: 'eu' });
  });

  it('keeps no password, no word and no name on the device, and in the end no token', async () => {
    const { move, kept } = await anna();
    await move().run('eu', 'international');
    for (const secret of [ANNA.password, ANNA.email, 'hello', 'Änna', 'a.']) expect(kept.text).not.toContain(secret);
  });
});

describe('a move that does not get there', () => {
  it('because the terms were not accepted leaves everything where it is', async () => {
    const { move, cells, personId } = await anna();
    const error = await caught(move({ accepts: async () => false }).run('eu', 'international'));
    expect(error).toMatchObject({ code: 'TermsNotAccepted' });
    expect(cells.eu.profiles.table.get(personId)).toMatchObject({ kind: 'person' });
    expect(cells.international.archives.jobs.imports.size).toBe(0);
  });

  it('because the code was wrong or too late registers again in the next run', async () => {
    const { move, sent } = await anna();
    const late = move({ confirmationCode: async () => '654321' });
    expect(await caught(late.run('eu', 'international'))).toMatchObject({ code: 'NotConfirmed' });
    expect(await move().run('eu', 'international')).toMatchObject({ left: { receiptId: JOB } });
    expect(sent.filter((one) => one === 'international POST /registrations')).toHaveLength(2);
  });

  it('because the answer to the code was lost, and the code is refused again, goes on with whom it has confirmed', async () => {
    const { move, client, sent, kept } = await interruptedWhen((state) => state.personId !== undefined);
    const { personId = '' } = JSON.parse(kept.text ?? '') as MoveState;
    const confirmationCode = async () => {
      await client.confirm({ jurisdiction: 'international', personId }, '123456');
      return '123456';
    };
    expect(await move({ confirmationCode }).run('eu', 'international')).toMatchObject({ personId });
    expect(sent.filter((one) => one === 'international POST /registrations')).toHaveLength(1);
  });

  it('because the new home does not let them in any more keeps to the account that it has there', async () => {
    const { move, kept } = await interruptedWhen((state) => state.import !== undefined);
    const { personId } = JSON.parse(kept.text ?? '') as MoveState;
    const wrong = { newAccount: async () => ({ ...AT_NEW_HOME, password: 'Wrong-Password-9' }) };
    expect(await caught(move(wrong).run('eu', 'international'))).toMatchObject({ code: 'NewHomeShut' });
    expect(await move().run('eu', 'international')).toMatchObject({ personId, left: { receiptId: JOB } });
  });

  it('because the person belongs elsewhere by their residence goes no further', async () => {
    const { move } = await anna();
    expect(await caught(move({ newAccount: async () => ANNA }).run('eu', 'international'))).toMatchObject({
      code: 'OtherHome',
    });
  });

  it('because the archive is gone is run again, with another', async () => {
    const { move, cells, personId } = await anna();
    await caught(move({ accepts: async () => false }).run('eu', 'international'));
    const [exportId = ''] = cells.eu.archives.jobs.exports.keys();
    await cells.eu.archives.steps.remove({ jobId: exportId });
    expect(await caught(move().run('eu', 'international'))).toMatchObject({ code: 'ExportGone' });
    expect(await move().run('eu', 'international')).toMatchObject({ left: { receiptId: JOB } });
    expect(cells.eu.profiles.table.get(personId)).toMatchObject({ kind: 'erased' });
  });

  it('because the new home took nothing in is told why, and nothing is erased', async () => {
    const { move, cells, personId } = await anna();
    const { archives } = cells.international.archives;
    const open = archives.open.bind(archives);
    archives.open = async (place) => {
      const source = await open(place);
      return source && { size: source.size, read: async (_offset, length) => new Uint8Array(length) };
    };
    expect(await caught(move().run('eu', 'international'))).toMatchObject({
      code: 'NotTakenIn',
      message: 'the new home has taken nothing in: it is not the archive that was announced',
    });
    expect(cells.eu.profiles.table.get(personId)).toMatchObject({ kind: 'person' });
    archives.open = open;
    expect(await move().run('eu', 'international')).toMatchObject({ left: { receiptId: JOB } });
  });

  it('because the archive did not stay at the new home sends it again', async () => {
    const { move, cells } = await interruptedWhen((state) => state.import !== undefined);
    cells.international.archives.archives.objects.clear();
    expect(await caught(move().run('eu', 'international'))).toMatchObject({ code: 'NotArrived' });
    expect(await move().run('eu', 'international')).toMatchObject({ left: { receiptId: JOB } });
  });

  it('because something was written at the old home meanwhile erases nothing, and is begun again', async () => {
    const { move, cells, client, personId, recordsOf } = await interruptedWhen((state) => state.arrived !== undefined);
    const session = await client.signIn('eu', personId, ANNA.password);
    const [log] = (await client.conversations.logs(session)).logs;
    await client.conversations.write(session, log?.logId ?? '', { text: 'and one more' });
    expect(await caught(move().run('eu', 'international'))).toMatchObject({ code: 'WroteSince' });
    expect(cells.eu.profiles.table.get(personId)).toMatchObject({ kind: 'person' });
    await move().abandon();
    const before = await recordsOf('eu', personId);
    const receipts = await move().run('eu', 'international');
    expect(await recordsOf('international', receipts.personId)).toEqual(before);
  });

  it.each([
    ['since before the export goes through', true, { left: { receiptId: JOB } }],
    ['only since then is begun again', false, { code: 'WroteSince' }],
  ])('because newer terms shut the old home %s', async (_name, locked, outcome) => {
    const { move, cells, kept, personId } = await interruptedWhen((state) => state.arrived !== undefined);
    kept.text = JSON.stringify({ ...(JSON.parse(kept.text ?? '') as MoveState), locked });
    const record = cells.eu.profiles.table.get(personId);
    cells.eu.profiles.table.set(personId, { ...record, terms: [] } as never);
    expect(await caught(move().run('eu', 'international'))).toMatchObject(outcome);
  });

  it('because the old home lets nobody in any more, after it was told to forget, says so', async () => {
    const { move, kept, client, personId } = await anna();
    await move().run('eu', 'international');
    const { left: _, ...state } = JSON.parse(kept.text ?? '') as { left: string };
    const erasing: Session = { jurisdiction: 'eu', accessToken: 'a.old.c', expiresAt: 0 };
    kept.text = JSON.stringify({ ...state, erasing });
    const shut = move({ signInAtOldHome: async () => client.signIn('eu', personId, 'Wrong-Password-9') });
    expect(await caught(shut.run('eu', 'international'))).toMatchObject({ code: 'OldHomeShut' });
  });
});

describe('a move that is abandoned', () => {
  it('leaves nothing at the new home, and everything at the old one', async () => {
    const { move, cells, personId, kept } = await interruptedWhen((state) => state.arrived !== undefined);
    await move().abandon();
    expect(kept.text).toBeUndefined();
    expect(cells.eu.profiles.table.get(personId)).toMatchObject({ kind: 'person' });
    expect([...cells.international.profiles.table.values()].map(({ kind }) => kind)).toEqual(['erased']);
  });

  it('is not, as long as the new home does not let them in to be forgotten', async () => {
    const { move, cells, kept } = await interruptedWhen((state) => state.arrived !== undefined);
    const wrong = { newAccount: async () => ({ ...AT_NEW_HOME, password: 'Wrong-Password-9' }) };
    expect(await caught(move(wrong).abandon())).toMatchObject({ code: 'NewHomeShut' });
    expect(kept.text).toContain('arrived');
    await move().abandon();
    expect([...cells.international.profiles.table.values()].map(({ kind }) => kind)).toEqual(['erased']);
  });

  it('and was forgotten before the power failed is over, though nobody is let in there any more', async () => {
    const { move, kept } = await interruptedWhen((state) => state.arrived !== undefined);
    kept.text = JSON.stringify({ ...(JSON.parse(kept.text ?? '') as MoveState), abandoning: true });
    await move({ newAccount: async () => ({ ...AT_NEW_HOME, password: 'Wrong-Password-9' }) }).abandon();
    expect(kept.text).toBeUndefined();
  });

  it('before anybody has registered has nothing to leave', async () => {
    const { move, sent } = await anna();
    await move().abandon();
    expect(sent).toEqual([]);
  });

  it('once the old home forgets cannot be', async () => {
    const { move } = await anna();
    await move().run('eu', 'international');
    expect(await caught(move().abandon())).toMatchObject({ code: 'TooLate' });
  });
});
