import { createHash } from 'node:crypto';
import { checkArchive } from '../../../lib/app/archive/check-archive';
import { exportPlace } from '../../../lib/app/archive-ports';
import { uploadMedia } from '../../../lib/app/use-cases/upload-media';
import { MOST_EXPORTS } from '../../../lib/domain/archives';
import { home } from '../support/archives';
import { DAY, GONE, K1, keyOf, NOWHERE, UUID } from '../support/conversation';
import { answered, invalid, refused } from '../support/http';
import { acceptedTerms, JOB, NOW, ownerOf, PERSON, SOMEBODY_ELSE } from '../support/memory';
import { memoryBucket } from '../support/memory-conversations';
import { ACCOUNT, bytesOf, each, gathered, listOf, PICTURE, PICTURED } from './support';

const STARTED = new Date(NOW).toISOString();
const NO_SUCH_EXPORT = refused(
  'no_such_export',
  'there is no export of yours at this path; start one at POST /me/exports',
);
const idOf = (response: object) => (response as { readonly body: { readonly exportId: string } }).body.exportId;

/** Somebody who has written, and has asked for their archive. */
async function asked() {
  const all = home();
  const written = await all.write();
  const exportId = idOf(await all.me('start-export', { key: K1 }));
  return { ...all, written, exportId, place: exportPlace(exportId) };
}

describe('POST /me/exports', () => {
  it('starts an export, once for a key, and says where it is read', async () => {
    const { me, started } = home();
    const answer = await me('start-export', { key: K1 });
    const exportId = idOf(answer);
    expect(exportId).toMatch(UUID);
    const next = { method: 'GET', path: `/me/exports/${exportId}` };
    expect(answer).toEqual(answered(202, { exportId, state: 'running', next }));
    // The first call may have got no further than to its job: what is started twice is one execution by its name.
    expect(await me('start-export', { key: K1 })).toEqual(answer);
    expect(started).toEqual([exportId, exportId]);
  });

  it('is another export for somebody else with the same key', async () => {
    const { me, ask } = home();
    expect(idOf(await me('start-export', { key: K1 }))).not.toBe(
      idOf(await ask(SOMEBODY_ELSE)('start-export', { key: K1 })),
    );
  });

  it('needs a key', async () => {
    expect(await home().me('start-export')).toEqual(
      invalid(['idempotency-key', 'has to be a UUID of version 4 in small letters, made up for this call']),
    );
  });

  it('keeps a few at a time, and more when those are over', async () => {
    const { me, steps } = home();
    const ids: string[] = [];
    for (let n = 1; n <= MOST_EXPORTS; n += 1) ids.push(idOf(await me('start-export', { key: keyOf(n) })));
    const more = { key: keyOf(MOST_EXPORTS + 1) };
    expect(await me('start-export', more)).toEqual(
      refused(
        'limit_reached',
        `a person has at most ${MOST_EXPORTS} exports at a time, and 100 exports and imports in 30 days`,
      ),
    );
    await steps.remove({ jobId: ids[0] ?? '' });
    expect(await me('start-export', more)).toMatchObject({ statusCode: 202 });
  });

  it('starts nothing for somebody who was erased', async () => {
    const { me, profiles, started } = home();
    profiles.mark(PERSON, JOB);
    expect(await me('start-export', { key: K1 })).toEqual(GONE);
    expect(started).toEqual([]);
  });
});

describe('an export', () => {
  it('is everything from every store, in one archive', async () => {
    const { steps, exportId, place, archives, written } = await asked();
    await steps.collect({ jobId: exportId });
    const archive = await checkArchive(bytesOf(archives.objects.get(place) ?? Buffer.of()));
    const { mediaId, logId } = written;
    expect(archive.manifest).toMatchObject({ jurisdiction: 'eu', region: 'eu-central-1', exportedAt: STARTED });
    expect(await listOf(archive.records('accounts'))).toEqual([ACCOUNT]);
    expect(await listOf(archive.records('profiles'))).toEqual([
      { kind: 'profile', displayName: 'Änna', updatedAt: '2026-11-20T09:30:00.000Z' },
      { kind: 'terms', ...acceptedTerms() },
      {
        kind: 'consent',
        purpose: 'productNews',
        change: 'given',
        version: '2026-11-01',
        at: '2026-11-20T09:31:00.000Z',
      },
    ]);
    const said = { kind: 'message', logId, messageId: expect.stringMatching(UUID) as string, at: STARTED };
    expect(await listOf(archive.records('conversations'))).toEqual([
      { kind: 'log', logId, createdAt: STARTED },
      { ...said, sequence: 1, text: 'hello\nthere', media: [mediaId] },
      { ...said, sequence: 2, text: 'שלום', media: [] },
      { ...PICTURED, mediaId, at: STARTED },
    ]);
    expect(await Promise.all(archive.media.map(async (one) => gathered(one.content())))).toEqual([PICTURE]);
  });

  it('can be taken in again though something was uploaded while it was collected', async () => {
    const { steps, exportId, place, archives, objects, logs } = await asked();
    const later = await uploadMedia({ media: logs, uploads: memoryBucket(), clock: () => NOW })(
      ownerOf(PERSON),
      keyOf(9),
      { contentType: 'image/png', bytes: PICTURE.length, sha256: PICTURED.sha256 },
    );
    if (later.kind !== 'announced') throw new Error('not announced');
    const { mediaId } = later.upload;
    const open = objects.open.bind(objects);
    objects.open = async (personId, id) => {
      await objects.put(PERSON, mediaId, PICTURED, each([PICTURE]));
      return open(personId, id);
    };
    await steps.collect({ jobId: exportId });
    const archive = await checkArchive(bytesOf(archives.objects.get(place) ?? Buffer.of()));
    expect(archive.announced.map((one) => [one.mediaId === mediaId, one.stored]).toSorted()).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('is not made of half of what was there', async () => {
    const { steps, exportId, archives, objects, me } = await asked();
    objects.open = async () => undefined;
    await expect(steps.collect({ jobId: exportId })).rejects.toMatchObject({ code: 'MediumGone' });
    await steps.remove({ jobId: exportId });
    expect(await me('read-export', { id: exportId })).toEqual(answered(200, { state: 'failed', startedAt: STARTED }));
    expect([...archives.objects.keys()]).toEqual([]);
  });

  it('of somebody who has only registered has their account', async () => {
    const { me, steps, archives, profiles, keys } = home();
    profiles.table.delete(PERSON);
    await keys.destroy(PERSON, 0);
    const exportId = idOf(await me('start-export', { key: K1 }));
    await steps.collect({ jobId: exportId });
    const archive = await checkArchive(bytesOf(archives.objects.get(exportPlace(exportId)) ?? Buffer.of()));
    expect(archive.manifest.files.map(({ store, records }) => [store, records])).toEqual(
      expect.arrayContaining([
        ['accounts', 1],
        ['profiles', 0],
        ['conversations', 0],
      ]),
    );
  });

  it('is running, ready for a day with a link of minutes, then gone', async () => {
    const { me, steps, exportId, place, archives, time } = await asked();
    const read = async () => me('read-export', { id: exportId });
    expect(await read()).toEqual(answered(200, { state: 'running', startedAt: STARTED }));
    await steps.collect({ jobId: exportId });
    const bytes = archives.objects.get(place) ?? Buffer.of();
    const ready = {
      state: 'ready',
      startedAt: STARTED,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      expiresAt: new Date(NOW + DAY).toISOString(),
    };
    const url = (seconds: number) => `https://eu.archives.example/${place}?domicile-2026-11-24.zip&${seconds}`;
    expect(await read()).toEqual(answered(200, { ...ready, url: url(300) }));
    time.now = NOW + DAY - 60_000;
    expect(await read()).toEqual(answered(200, { ...ready, url: url(60) }));
    time.now = NOW + DAY;
    expect(await read()).toEqual(answered(200, { state: 'gone', startedAt: STARTED }));
    await steps.remove({ jobId: exportId });
    expect(await read()).toEqual(answered(200, { state: 'gone', startedAt: STARTED }));
    expect([...archives.objects.keys()]).toEqual([]);
  });

  it('is nobody else’s, and no other is either', async () => {
    const { ask, me, exportId } = await asked();
    expect(await ask(SOMEBODY_ELSE)('read-export', { id: exportId })).toEqual(NO_SUCH_EXPORT);
    expect(await me('read-export', { id: NOWHERE })).toEqual(NO_SUCH_EXPORT);
    expect(await me('read-export', { id: '../x' })).toEqual(NO_SUCH_EXPORT);
  });

  it('that could not be made has failed, and leaves nothing', async () => {
    const { me, steps, exportId, archives, place } = await asked();
    archives.objects.set(place, Buffer.from('what an attempt left'));
    await steps.remove({ jobId: exportId });
    expect(await me('read-export', { id: exportId })).toEqual(answered(200, { state: 'failed', startedAt: STARTED }));
    expect([...archives.objects.keys()]).toEqual([]);
  });

  it('is collected once more where a step was repeated, and not when it is over', async () => {
    const { steps, exportId, place, archives, jobs } = await asked();
    await steps.collect({ jobId: exportId });
    const ready = jobs.exports.get(exportId);
    await steps.collect({ jobId: exportId });
    expect(jobs.exports.get(exportId)).toBe(ready);
    await steps.remove({ jobId: exportId });
    await steps.remove({ jobId: exportId });
    await steps.collect({ jobId: exportId });
    await steps.collect({ jobId: NOWHERE });
    expect(archives.objects.has(place)).toBe(false);
  });
});

describe('an erasure', () => {
  it('before an export collects leaves no archive', async () => {
    const { steps, exportId, profiles, archives, jobs } = await asked();
    profiles.mark(PERSON, JOB);
    await steps.collect({ jobId: exportId });
    expect([...archives.objects.keys()]).toEqual([]);
    expect(jobs.exports.get(exportId)?.state).toBe('failed');
  });

  it('that has forgotten an export leaves nothing of what an attempt wrote meanwhile', async () => {
    const { steps, exportId, place, archives, jobs } = await asked();
    jobs.exports.delete(exportId);
    archives.objects.set(place, Buffer.from('what an attempt wrote'));
    await steps.collect({ jobId: exportId });
    expect([[...archives.objects.keys()], [...jobs.exports.keys()]]).toEqual([[], []]);
  });

  it('while it collects leaves none either', async () => {
    const { exportId, archives, jobs, steps, logs } = await asked();
    const logsOf = logs.logsOf.bind(logs);
    logs.logsOf = async (personId) => {
      const { personId: _, ...rest } = jobs.exports.get(exportId) ?? { jobId: '', state: 'running', startedAt: '' };
      jobs.exports.set(exportId, rest);
      return logsOf(personId);
    };
    await steps.collect({ jobId: exportId });
    expect([...archives.objects.keys()]).toEqual([]);
    expect(jobs.exports.get(exportId)?.state).toBe('failed');
  });
});
