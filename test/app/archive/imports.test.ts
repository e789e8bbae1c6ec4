import { createHash } from 'node:crypto';
import { importPlace } from '../../../lib/app/archive-ports';
import { archiveImporter } from '../../../lib/app/stores/archive-importer';
import { importArchive } from '../../../lib/app/use-cases/import-archive';
import { startLog } from '../../../lib/app/use-cases/start-log';
import { writeMessage } from '../../../lib/app/use-cases/write-message';
import { MOST_IMPORTS } from '../../../lib/domain/archives';
import { TRANSFER } from '../support/archive-routes';
import { home } from '../support/archives';
import { DAY, GONE, K1, K2, keyOf, NOWHERE, REUSED, UUID } from '../support/conversation';
import { answered, invalid, refused } from '../support/http';
import { JOB, NOW, PERSON, SOMEBODY_ELSE } from '../support/memory';
import { archiveOf, contentOf, gathered, listOf, ORIGIN, PICTURE } from './support';

const STARTED = new Date(NOW).toISOString();
const SOON = new Date(NOW + 5 * 60_000).toISOString();
const NO_SUCH_IMPORT = refused(
  'no_such_import',
  'there is no import of yours at this path; start one at POST /me/imports',
);
const announced = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
const idOf = (response: object) => (response as { readonly body: { readonly importId: string } }).body.importId;

/** What somebody has written in `eu`, as their archive. */
async function exported() {
  const old = home('eu');
  const written = await old.write();
  const content = await old.collector.contentOf(PERSON);
  if (content === undefined) throw new Error('erased');
  return { old, written, archive: await archiveOf(content) };
}

/** A new home to which an archive has been sent, and its import set going. */
async function sent(archive: Buffer, at = home('international')) {
  at.profiles.table.set(PERSON, { kind: 'person', terms: [], consents: [] });
  const importId = idOf(await at.me('start-import', { key: K1, json: announced(archive) }));
  at.archives.objects.set(importPlace(importId), archive);
  await at.me('run-import', { id: importId });
  return { ...at, importId, read: async () => at.me('read-import', { id: importId }) };
}

const recordsAt = async ({ stores, owner }: Pick<ReturnType<typeof home>, 'stores' | 'owner'>) => {
  const { exportedConversations } = await import('../../../lib/app/stores/exported-conversations');
  return listOf(exportedConversations(owner, stores));
};

describe('POST /me/imports', () => {
  it('announces an archive, and answers a form for exactly this one', async () => {
    const { me } = home('international');
    const json = announced(Buffer.from('an archive'));
    const answer = await me('start-import', { key: K1, json });
    const importId = idOf(answer);
    const form = {
      url: 'https://international.archives.example/',
      fields: { key: importPlace(importId), bytes: '10', sha256: json.sha256 },
    };
    const next = { method: 'PUT', path: `/me/imports/${importId}` };
    expect(importId).toMatch(UUID);
    expect(answer).toEqual(answered(201, { importId, state: 'open', ...form, expiresAt: SOON, next }));
    expect(await me('start-import', { key: K1, json })).toEqual(answer);
    expect(await me('start-import', { key: K1, json: { ...json, bytes: 11 } })).toEqual(REUSED);
  });

  it.each([
    ['nothing', { bytes: 0, sha256: 'a'.repeat(64) }, '#/bytes', 'must not be 0 or less'],
    ['too much', { bytes: 536_870_913, sha256: 'a'.repeat(64) }, '#/bytes', 'is at most 536870912'],
    ['no hash', { bytes: 1, sha256: 'A' }, '#/sha256', 'has to be a SHA-256 in small hex digits'],
  ])('refuses %s', async (_name, json, pointer, detail) => {
    expect(await home().me('start-import', { key: K1, json })).toEqual(invalid([pointer, detail]));
  });

  it('keeps a few at a time, and does not count what has waited for longer than an archive is kept', async () => {
    const { me, time } = home();
    const json = announced(Buffer.from('an archive'));
    for (let n = 1; n <= MOST_IMPORTS; n += 1) await me('start-import', { key: keyOf(n), json });
    expect(await me('start-import', { key: keyOf(MOST_IMPORTS + 1), json })).toEqual(
      refused(
        'limit_reached',
        `a person has at most ${MOST_IMPORTS} imports at a time, and 100 exports and imports in 30 days`,
      ),
    );
    time.now = NOW + DAY + 1;
    expect(await me('start-import', { key: keyOf(MOST_IMPORTS + 1), json })).toMatchObject({ statusCode: 201 });
  });

  it('starts nothing for somebody who was erased', async () => {
    const { me, profiles } = home();
    profiles.mark(PERSON, JOB);
    expect(await me('start-import', { key: K1, json: announced(Buffer.from('x')) })).toEqual(GONE);
  });
});

describe('PUT /me/imports/{importId}', () => {
  it('runs an import whose archive has arrived, once', async () => {
    const { archive } = await exported();
    const { me, importId, started } = await sent(archive);
    const next = { method: 'GET', path: `/me/imports/${importId}` };
    expect(await me('run-import', { id: importId })).toEqual(answered(202, { state: 'running', next }));
    expect(started).toEqual([importId, importId]);
    expect(await me('start-import', { key: K1, json: announced(archive) })).toEqual(
      answered(201, { importId, state: 'running', next }),
    );
  });

  it('waits for an archive that has not arrived, or not all of it', async () => {
    const { me, archives, started } = home();
    const importId = idOf(await me('start-import', { key: K1, json: { bytes: 10, sha256: 'a'.repeat(64) } }));
    const missing = refused(
      'archive_missing',
      'send the archive with the form that POST /me/imports answered, then try again',
    );
    expect(await me('run-import', { id: importId })).toEqual(missing);
    archives.objects.set(importPlace(importId), Buffer.from('nine only'));
    expect(await me('run-import', { id: importId })).toEqual(missing);
    expect(started).toEqual([]);
    expect(await me('read-import', { id: importId })).toEqual(answered(200, { state: 'open', startedAt: STARTED }));
  });

  it('is nobody else’s, and no other is either', async () => {
    const { ask, me, importId } = await sent((await exported()).archive);
    for (const route of ['run-import', 'read-import'] as const) {
      expect(await ask(SOMEBODY_ELSE)(route, { id: importId })).toEqual(NO_SUCH_IMPORT);
      expect(await me(route, { id: NOWHERE })).toEqual(NO_SUCH_IMPORT);
      expect(await me(route, { id: '../x' })).toEqual(NO_SUCH_IMPORT);
    }
  });
});

describe('an import', () => {
  it('has everything at the new home, under its key, and says so in a receipt', async () => {
    const { old, written, archive } = await exported();
    const moved = await sent(archive);
    expect(await moved.steps.importArchive({ jobId: moved.importId })).toEqual({ state: 'done' });
    expect(await recordsAt(moved)).toEqual(await recordsAt(old));
    expect(JSON.stringify([...moved.logs.table])).not.toContain('hello');
    const [[before], [after]] = [await old.logs.logsOf(PERSON), await moved.logs.logsOf(PERSON)];
    expect(after?.bytes).toBe(before?.bytes);
    expect(before?.bytes).toBeGreaterThan(400);
    const picture = await moved.objects.open(PERSON, written.mediaId);
    expect(picture && (await gathered(picture))).toEqual(PICTURE);
    expect(moved.profiles.table.get(PERSON)).toMatchObject({
      profile: { displayName: 'Änna', updatedAt: '2026-11-20T09:30:00.000Z', version: 1 },
      terms: [],
      consents: [],
    });
    expect(await moved.read()).toEqual(
      answered(200, {
        state: 'done',
        startedAt: STARTED,
        receipt: {
          importId: moved.importId,
          from: 'eu',
          to: 'international',
          sha256: announced(archive).sha256,
          counts: { profiles: 1, logs: 1, messages: 2, media: 1 },
          completedAt: STARTED,
        },
      }),
    );
    expect([...moved.archives.objects.keys()]).toEqual([]);
  });

  it('leaves one line in the register of transfers, which names nobody', async () => {
    const moved = await sent((await exported()).archive);
    await moved.steps.importArchive({ jobId: moved.importId });
    await moved.steps.importArchive({ jobId: moved.importId });
    expect(moved.jobs.transfers).toEqual([
      { transferId: TRANSFER, from: 'eu', to: 'international', day: '2026-11-24' },
    ]);
  });

  it('keeps the profile and the logs that were written here before', async () => {
    const at = home('international');
    const start = startLog({ logs: at.logs, clock: () => NOW });
    const log = await start(at.owner, keyOf(9));
    const moved = await sent((await exported()).archive, at);
    await at.profiles.write(at.owner, { displayName: 'Anna', updatedAt: STARTED });
    expect(await moved.steps.importArchive({ jobId: moved.importId })).toEqual({ state: 'done' });
    expect(moved.profiles.table.get(PERSON)).toMatchObject({ profile: { displayName: 'Anna' } });
    expect(await at.logs.logsOf(PERSON)).toHaveLength(2);
    expect(log).toMatchObject({ kind: 'started' });
  });

  it('goes on where it left off, however often it is interrupted', async () => {
    const { old, written } = await exported();
    const write = writeMessage({ logs: old.logs, clock: () => NOW });
    for (let n = 10; n < 70; n += 1) await write(old.owner, written.logId, keyOf(n), { text: `${n}`, mediaIds: [] });
    await startLog({ logs: old.logs, clock: () => NOW })(old.owner, keyOf(99));
    const content = await old.collector.contentOf(PERSON);
    const moved = await sent(await archiveOf(content));
    const importer = archiveImporter({ conversations: moved.imported, objects: moved.objects, stores: moved.stores });
    // Time is over at every chance.
    let now = NOW;
    const clock = () => {
      now += 60 * 60_000;
      return now;
    };
    const ports = { ...moved, people: moved.profiles, importer, clock };
    const states: string[] = [];
    while (states.at(-1) !== 'done' && states.length < 20)
      states.push((await importArchive(ports)({ jobId: moved.importId })).state);
    expect(states).toEqual(['more', 'more', 'more', 'more', 'done']);
    expect(await recordsAt(moved)).toEqual(await recordsAt(old));
  });
});

describe('an import that cannot be whole', () => {
  const foreign = async () => archiveOf(contentOf(), { ...ORIGIN, jurisdiction: 'atlantis' });

  it.each<[string, string, string, () => Promise<Buffer>]>([
    [
      'is no archive',
      'NotAnArchive',
      'it does not end as an archive does; it may be cut off',
      async () => Buffer.alloc(50),
    ],
    [
      'is of this very home',
      'NotFromElsewhere',
      'the archive is not of another jurisdiction that is known here',
      async () => archiveOf(contentOf(), { ...ORIGIN, jurisdiction: 'international' }),
    ],
    [
      'is of a home that nobody knows',
      'NotFromElsewhere',
      'the archive is not of another jurisdiction that is known here',
      foreign,
    ],
  ])('because it %s has failed, and says why', async (_name, fault, detail, make) => {
    const moved = await sent(await make());
    expect(await moved.steps.importArchive({ jobId: moved.importId })).toEqual({ state: 'undo' });
    await moved.steps.undo({ jobId: moved.importId });
    expect(await moved.read()).toEqual(answered(200, { state: 'failed', startedAt: STARTED, fault, detail }));
    expect([...moved.archives.objects.keys(), ...moved.objects.objects.keys()]).toEqual([]);
    expect(await recordsAt(moved)).toEqual([]);
  });

  it('because it is not the one that was announced has failed', async () => {
    const { archive } = await exported();
    const moved = await sent(archive);
    const other = Buffer.from(archive);
    other[archive.length - 100] = 0;
    moved.archives.objects.set(importPlace(moved.importId), other);
    expect(await moved.steps.importArchive({ jobId: moved.importId })).toEqual({ state: 'undo' });
    expect(moved.jobs.imports.get(moved.importId)?.fault).toMatchObject({ code: 'ArchiveDiffers' });
  });

  it('takes back what it wrote, and nothing else', async () => {
    const at = home('international');
    const full = [...Array(100).keys()];
    for (const n of full) await startLog({ logs: at.logs, clock: () => NOW })(at.owner, keyOf(100 + n));
    const moved = await sent((await exported()).archive, at);
    expect(await moved.steps.importArchive({ jobId: moved.importId })).toEqual({ state: 'undo' });
    expect([...moved.objects.objects.keys()]).toHaveLength(1);
    await moved.steps.undo({ jobId: moved.importId });
    await moved.steps.undo({ jobId: moved.importId });
    expect(await moved.read()).toMatchObject({ body: { state: 'failed', fault: 'LimitReached' } });
    expect(await at.logs.logsOf(PERSON)).toHaveLength(100);
    expect([...moved.objects.objects.keys(), ...moved.archives.objects.keys()]).toEqual([]);
  });

  it('takes back what it wrote though the archive has gone from its bucket meanwhile', async () => {
    const moved = await sent((await exported()).archive);
    const importMessages = moved.imported.importMessages.bind(moved.imported);
    moved.imported.importMessages = async () => Promise.reject(new Error('no table'));
    await expect(moved.steps.importArchive({ jobId: moved.importId })).rejects.toThrow('no table');
    moved.imported.importMessages = importMessages;
    moved.archives.objects.clear();
    expect(await moved.steps.importArchive({ jobId: moved.importId })).toEqual({ state: 'undo' });
    await moved.steps.undo({ jobId: moved.importId });
    expect(await moved.read()).toMatchObject({ body: { state: 'failed', fault: 'ArchiveMissing' } });
    expect(await recordsAt(moved)).toEqual([]);
    expect([...moved.objects.objects.keys()]).toEqual([]);
  });

  it('leaves alone what an earlier import has brought', async () => {
    const { archive } = await exported();
    const moved = await sent(archive);
    await moved.steps.importArchive({ jobId: moved.importId });
    const before = await recordsAt(moved);
    const again = idOf(await moved.me('start-import', { key: K2, json: announced(archive) }));
    moved.archives.objects.set(importPlace(again), archive);
    await moved.me('run-import', { id: again });
    expect(await moved.steps.importArchive({ jobId: again })).toEqual({ state: 'undo' });
    await moved.steps.undo({ jobId: again });
    expect(moved.jobs.imports.get(again)?.fault).toEqual({
      code: 'AlreadyHere',
      detail: 'some of it is here already, from another import',
    });
    expect(await recordsAt(moved)).toEqual(before);
    expect(moved.objects.objects.size).toBe(1);
  });

  it('because something went wrong on our side leaves nothing, and says that', async () => {
    const moved = await sent((await exported()).archive);
    moved.objects.put = async () => Promise.reject(new Error('no bucket'));
    await expect(moved.steps.importArchive({ jobId: moved.importId })).rejects.toThrow('no bucket');
    await moved.steps.undo({ jobId: moved.importId });
    expect(await moved.read()).toMatchObject({ body: { state: 'failed', fault: 'ImportInterrupted' } });
    expect(await recordsAt(moved)).toEqual([]);
  });

  it('because its person was erased meanwhile writes nothing any more', async () => {
    const moved = await sent((await exported()).archive);
    moved.profiles.mark(PERSON, JOB);
    expect(await moved.steps.importArchive({ jobId: moved.importId })).toEqual({ state: 'undo' });
    expect(moved.jobs.imports.get(moved.importId)?.fault).toMatchObject({ code: 'Erased' });
    expect([...moved.objects.objects.keys()]).toEqual([]);
  });
});
