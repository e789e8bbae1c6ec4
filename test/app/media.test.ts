import { createHash } from 'node:crypto';
import { mediaKey, mediaPrefix } from '../../lib/app/media-key';
import {
  MOST_MEDIA,
  MOST_MEDIA_BYTES,
  MOST_MEDIA_BYTES_OF_A_PERSON,
  TRANSFER_SECONDS,
} from '../../lib/domain/conversations';
import type { ReaderAnswer } from '../../lib/domain/conversations-api';
import { bodyOf, conversation, GONE, K1, K2, keyOf, NOWHERE, REUSED, SHUT, UUID } from './support/conversation';
import { answered, invalid, refused } from './support/http';
import { NOW, PERSON } from './support/memory';

const PICTURE = { contentType: 'image/png', bytes: 68, sha256: 'ab'.repeat(32) };
const SOON = new Date(NOW + TRANSFER_SECONDS * 1000).toISOString();

const NO_SUCH_MEDIA = refused('no_such_media', 'name objects that were announced at POST /me/media, by their mediaId');
const FULL = refused(
  'limit_reached',
  `a person has at most ${MOST_MEDIA} objects of ${MOST_MEDIA_BYTES_OF_A_PERSON} bytes in all`,
);

async function uploaded() {
  const all = conversation();
  const { mediaId } = bodyOf(await all.me('upload-media', { key: K1, json: PICTURE }));
  return { ...all, mediaId };
}

describe('the place of an object', () => {
  it('is below one prefix for a person, which does not say who', () => {
    expect(mediaPrefix(PERSON)).toMatch(/^[0-9a-f]{32}\/$/);
    expect(mediaKey(PERSON, K1)).toBe(`${mediaPrefix(PERSON)}${K1}`);
    expect(mediaPrefix(PERSON)).not.toBe(mediaPrefix(K1));
    expect(mediaPrefix(PERSON)).not.toContain(createHash('sha256').update(PERSON).digest('hex').slice(0, 32));
  });
});

describe('announcing an object', () => {
  it('answers a form for exactly this one, and for the same again', async () => {
    const { me, time, mediaId } = await uploaded();
    const fields = { key: mediaKey(PERSON, mediaId), 'Content-Type': 'image/png', bytes: '68', sha256: PICTURE.sha256 };
    const form = { mediaId: expect.stringMatching(UUID) as string, url: 'https://media.example/', fields };
    expect(await me('upload-media', { key: K1, json: PICTURE })).toEqual(answered(201, { ...form, expiresAt: SOON }));
    time.now += 60_000;
    const later = new Date(NOW + 60_000 + TRANSFER_SECONDS * 1000).toISOString();
    expect(await me('upload-media', { key: K1, json: PICTURE })).toEqual(answered(201, { ...form, expiresAt: later }));
  });

  it.each([
    ['type', { ...PICTURE, contentType: 'image/jpeg' }],
    ['size', { ...PICTURE, bytes: 69 }],
    ['hash', { ...PICTURE, sha256: 'cd'.repeat(32) }],
  ])('is refused for the same idempotency key and another %s', async (_name, json) => {
    const { me } = await uploaded();
    expect(await me('upload-media', { key: K1, json })).toEqual(REUSED);
  });

  it.each([
    [
      'a page',
      { contentType: 'text/html' },
      '#/contentType',
      'has to be one of image/jpeg, image/png, image/webp, application/pdf',
    ],
    [
      'a drawing that can run scripts',
      { contentType: 'image/svg+xml' },
      '#/contentType',
      'has to be one of image/jpeg, image/png, image/webp, application/pdf',
    ],
    [
      'a type with more behind it',
      { contentType: 'image/png; charset=x' },
      '#/contentType',
      'has to be one of image/jpeg, image/png, image/webp, application/pdf',
    ],
    ['nothing', { bytes: 0 }, '#/bytes', 'must not be 0 or less'],
    ['one byte too many', { bytes: MOST_MEDIA_BYTES + 1 }, '#/bytes', `is at most ${MOST_MEDIA_BYTES}`],
    ['a hash in capital letters', { sha256: 'AB'.repeat(32) }, '#/sha256', 'has to be a SHA-256 in small hex digits'],
  ])('takes no %s', async (_name, json, pointer, detail) => {
    expect(await conversation().me('upload-media', { key: K1, json: { ...PICTURE, ...json } })).toEqual(
      invalid([pointer, detail]),
    );
  });

  it('ends at the bytes that a person can have, to the byte', async () => {
    const { me } = conversation();
    for (let number = 1; number < 20; number += 1)
      await me('upload-media', { key: keyOf(number), json: { ...PICTURE, bytes: MOST_MEDIA_BYTES } });
    await me('upload-media', { key: keyOf(20), json: { ...PICTURE, bytes: MOST_MEDIA_BYTES - 1 } });
    expect(await me('upload-media', { key: keyOf(21), json: { ...PICTURE, bytes: 2 } })).toEqual(FULL);
    expect(await me('upload-media', { key: keyOf(21), json: { ...PICTURE, bytes: 1 } })).toMatchObject({
      statusCode: 201,
    });
    expect(await me('upload-media', { key: keyOf(1), json: { ...PICTURE, bytes: MOST_MEDIA_BYTES } })).toMatchObject({
      statusCode: 201,
    });
  });

  it('ends at the objects that a person can have', async () => {
    const { me, somebodyElse } = conversation();
    for (let number = 1; number <= MOST_MEDIA; number += 1)
      await me('upload-media', { key: keyOf(number), json: PICTURE });
    expect(await me('upload-media', { key: keyOf(999), json: PICTURE })).toEqual(FULL);
    expect(await somebodyElse('upload-media', { key: keyOf(999), json: PICTURE })).toMatchObject({ statusCode: 201 });
  });

  it('leaves nothing of somebody who was erased meanwhile', async () => {
    const { me, erased, logs } = conversation();
    erased.add(PERSON);
    expect(await me('upload-media', { key: K1, json: PICTURE })).toEqual(GONE);
    expect([...logs.table]).toEqual([]);
  });
});

describe('downloading', () => {
  it('answers a link that saves it under its own type', async () => {
    const { me, mediaId } = await uploaded();
    const query = `contentType=image%2Fpng&fileName=${mediaId}.png`;
    const url = `https://media.example/${mediaKey(PERSON, mediaId)}?${query}`;
    expect(await me('download-media', { path: { mediaId } })).toEqual(answered(200, { url, expiresAt: SOON }));
  });

  it("has no link to somebody else's, nor to what is not there", async () => {
    const { me, somebodyElse, mediaId } = await uploaded();
    expect([
      await somebodyElse('download-media', { path: { mediaId } }),
      await me('download-media', { path: { mediaId: NOWHERE } }),
      await me('download-media', { path: { mediaId: `../${mediaId}` } }),
    ]).toEqual([NO_SUCH_MEDIA, NO_SUCH_MEDIA, NO_SUCH_MEDIA]);
  });
});

describe('media in a message', () => {
  const named = async () => {
    const all = await uploaded();
    const { me, mediaId } = all;
    const [log, other] = [await all.logId(K1), await all.logId(K2)];
    const written = await me('write-message', {
      key: K1,
      path: { logId: log },
      json: { text: 'Kijk!', media: [mediaId] },
    });
    const grant = async (logId: string) =>
      bodyOf(await me('grant-reader', { key: K1, path: { logId }, json: { days: 1 } }));
    const read = async ({ readerId, key }: ReaderAnswer, id = mediaId) =>
      all.mediaReader({ path: { readerId, mediaId: id }, headers: { 'x-read-key': key } });
    return { ...all, log, written, read, ofLog: await grant(log), ofOther: await grant(other) };
  };

  it('are told to whoever reads it, with what they can be checked by', async () => {
    const { reader, mediaId, ofLog } = await named();
    const response = await reader({ path: { readerId: ofLog.readerId }, headers: { 'x-read-key': ofLog.key } });
    expect(response).toMatchObject({ body: { messages: [{ text: 'Kijk!', media: [{ mediaId, ...PICTURE }] }] } });
  });

  it('are there for a reader of that log, by a link that does not say whose they are', async () => {
    const { read, ofLog, mediaId } = await named();
    const response = await read(ofLog);
    const url = expect.stringContaining(`https://media.example/${mediaKey(PERSON, mediaId)}?`) as string;
    expect(response).toEqual(answered(200, { url, expiresAt: SOON }));
    expect(JSON.stringify(response)).not.toContain(PERSON);
  });

  it('are there for nobody else', async () => {
    const { me, read, ofLog, ofOther, keys } = await named();
    const unnamed = bodyOf(await me('upload-media', { key: K2, json: PICTURE })).mediaId;
    expect([
      await read(ofOther),
      await read(ofLog, unnamed),
      await read(ofLog, NOWHERE),
      await read(ofLog, 'x'),
    ]).toEqual([NO_SUCH_MEDIA, NO_SUCH_MEDIA, NO_SUCH_MEDIA, NO_SUCH_MEDIA]);
    expect(await read({ ...ofLog, key: ofOther.key })).toEqual(SHUT);
    await keys.destroy(PERSON, 0);
    expect(await read(ofLog)).toEqual(SHUT);
  });

  it('are the same in a repeated message, and in another one are refused', async () => {
    const { me, log, written, mediaId } = await named();
    const again = async (media?: string[]) =>
      me('write-message', { key: K1, path: { logId: log }, json: { text: 'Kijk!', media } });
    expect(await again([mediaId])).toEqual(written);
    expect(await again()).toEqual(REUSED);
  });

  it.each([
    ['is not there', NOWHERE],
    ["is somebody else's", undefined],
  ])('cannot name what %s', async (_name, id) => {
    const { me, somebodyElse, log } = await named();
    const theirs = bodyOf(await somebodyElse('upload-media', { key: K1, json: PICTURE })).mediaId;
    const json = { text: 'Kijk!', media: [id ?? theirs] };
    expect(await me('write-message', { key: K2, path: { logId: log }, json })).toEqual(NO_SUCH_MEDIA);
  });
});
