import { createHash } from 'node:crypto';
import { archivesBucket } from '../../../lib/app/adapters/archives-bucket';
import { mediaObjects } from '../../../lib/app/adapters/media-objects';
import { cellOf } from '../../../lib/app/cell';
import { mediaKey } from '../../../lib/app/media-key';
import { each, gathered, MEDIUM } from '../archive/support';
import { PERSON } from '../support/memory';
import { s3OnLoopback } from '../support/s3';

let s3: Awaited<ReturnType<typeof s3OnLoopback>>;
beforeAll(async () => {
  s3 = await s3OnLoopback();
});
beforeEach(() => {
  s3.fail(undefined);
  s3.versions.splice(0);
  s3.requests.splice(0);
});
afterAll(() => s3.close());

const MB = 1024 * 1024;
const PLACE = 'exports/1/archive.zip';
const archives = () => archivesBucket(cellOf('eu'), 'archives');
const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the bucket of archives', () => {
  it('takes an archive in parts of eight megabytes, and says what has become of it', async () => {
    const pieces = Array.from({ length: 19 }, (_, n) => Buffer.alloc(MB, n));
    const whole = Buffer.concat(pieces);
    expect(await archives().write(PLACE, each(pieces))).toEqual({ bytes: whole.length, sha256: sha256(whole) });
    expect(s3.versions.map(({ key, bytes }) => [key, bytes.equals(whole)])).toEqual([[PLACE, true]]);
    expect(s3.requests.map((request) => request.replace(/&x-id=\w+/, ''))).toEqual([
      `POST /archives/${PLACE}?uploads=`,
      `PUT /archives/${PLACE}?partNumber=1&uploadId=upload`,
      `PUT /archives/${PLACE}?partNumber=2&uploadId=upload`,
      `PUT /archives/${PLACE}?partNumber=3&uploadId=upload`,
      `POST /archives/${PLACE}?uploadId=upload`,
    ]);
  });

  it('keeps nothing of an archive that could not be written whole', async () => {
    s3.fail('partNumber=2');
    const pieces = Array.from({ length: 9 }, () => Buffer.alloc(MB));
    expect(await caught(archives().write(PLACE, each(pieces)))).toBeInstanceOf(Error);
    expect(s3.uploads.size).toBe(0);
    expect(s3.versions).toEqual([]);
  });

  it('is read anywhere, a few megabytes ahead, and never two archives as one', async () => {
    const whole = Buffer.concat(Array.from({ length: 6 }, (_, n) => Buffer.alloc(MB, n)));
    await archives().write(PLACE, each([whole]));
    s3.requests.splice(0);
    const source = await archives().open(PLACE);
    expect(source?.size).toBe(whole.length);
    expect(await source?.read(MB - 1, 2)).toEqual(Buffer.from([0, 1]));
    expect(await source?.read(2 * MB, 1)).toEqual(Buffer.from([2]));
    expect(await source?.read(5 * MB, 1)).toEqual(Buffer.from([5]));
    expect(await source?.read(5 * MB, 0)).toHaveLength(0);
    expect(s3.requests).toHaveLength(3);
    await archives().write(PLACE, each([Buffer.alloc(6 * MB, 9)]));
    expect(await source?.read(5 * MB, 1)).toEqual(Buffer.from([5]));
    expect(await caught(source?.read(0, 1) ?? Promise.resolve())).toMatchObject({ name: 'PreconditionFailed' });
  });

  it('says that there is no archive', async () => {
    expect(await archives().open(PLACE)).toBeUndefined();
  });

  it('removes every version, and of a place only', async () => {
    await archives().write(PLACE, each([Buffer.of(1)]));
    await archives().write(PLACE, each([Buffer.of(2)]));
    await archives().write('exports/2/archive.zip', each([Buffer.of(3)]));
    await archives().remove(PLACE);
    await archives().remove(PLACE);
    expect(s3.versions.map(({ key }) => key)).toEqual(['exports/2/archive.zip']);
  });

  it('removes what was uploaded in parts by a process that ended before its time', async () => {
    s3.uploads.set('upload', new Map([[1, Buffer.of(1)]]));
    await archives().remove(PLACE);
    expect([...s3.uploads.keys()]).toEqual([]);
  });

  it('signs a link that saves a file and is good for minutes, at home', async () => {
    const url = new URL(await archives().link(PLACE, 'domicile-2026-11-24.zip', 300));
    expect(url.pathname).toBe(`/archives/${PLACE}`);
    const { searchParams: query } = url;
    expect(query.get('response-content-disposition')).toBe('attachment; filename="domicile-2026-11-24.zip"');
    expect(query.get('X-Amz-Expires')).toBe('300');
    expect(query.get('X-Amz-Credential')).toContain('/eu-central-1/s3/aws4_request');
  });

  it('signs a form that takes one archive, and no other', async () => {
    const bytes = Buffer.from('an archive');
    const { fields } = await archives().form(PLACE, { bytes: bytes.length, sha256: sha256(bytes) }, 3_600);
    const checksum = createHash('sha256').update(bytes).digest('base64');
    const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString()) as { conditions: unknown[] };
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 10, 10],
        ['eq', '$Content-Type', 'application/zip'],
        ['eq', '$x-amz-checksum-sha256', checksum],
        { bucket: 'archives' },
        { key: PLACE },
      ]),
    );
  });
});

describe('the bucket of media', () => {
  const picture = Buffer.from('a picture');
  const object = { contentType: 'image/png', bytes: picture.length, sha256: sha256(picture) };

  it('is written, read and emptied of an object', async () => {
    const media = mediaObjects(cellOf('eu'), 'media');
    expect(await media.has(PERSON, MEDIUM)).toBe(false);
    expect(await media.open(PERSON, MEDIUM)).toBeUndefined();
    await media.put(PERSON, MEDIUM, object, each([picture.subarray(0, 2), picture.subarray(2)]));
    expect(s3.versions.map(({ key }) => key)).toEqual([mediaKey(PERSON, MEDIUM)]);
    expect(await media.has(PERSON, MEDIUM)).toBe(true);
    const content = await media.open(PERSON, MEDIUM);
    expect(content && (await gathered(content))).toEqual(picture);
    await media.remove(PERSON, MEDIUM);
    expect(s3.versions).toEqual([]);
  });

  it('says what else than absence kept it from an object', async () => {
    s3.fail('x-id=GetObject');
    const media = mediaObjects(cellOf('eu'), 'media');
    expect(await caught(media.open(PERSON, MEDIUM))).toMatchObject({ name: 'Failing' });
  });
});
