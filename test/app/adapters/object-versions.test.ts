import { objectVersions } from '../../../lib/app/adapters/object-versions';
import { cellOf } from '../../../lib/app/cell';
import { mediaKey, mediaPrefix } from '../../../lib/app/media-key';
import { PERSON, SOMEBODY_ELSE } from '../support/memory';
import { s3OnLoopback } from '../support/s3';

let s3: Awaited<ReturnType<typeof s3OnLoopback>>;
beforeAll(async () => {
  s3 = await s3OnLoopback();
});
beforeEach(() => {
  s3.fail(undefined);
  s3.versions.splice(0);
});
afterAll(() => s3.close());

const remove = async (prefix: string) => objectVersions(cellOf('eu'), 'media').remove(prefix);
const put = (key: string, ...ids: readonly string[]) => {
  for (const id of ids) s3.versions.push({ id, key, bytes: Buffer.from(id) });
};

it('removes every version of what a person has, and nothing of anybody else', async () => {
  put(mediaKey(PERSON, 'one'), 'v1', 'v2');
  put(mediaKey(PERSON, 'two'), 'v3');
  put(mediaKey(SOMEBODY_ELSE, 'one'), 'v4');
  expect(await remove(mediaPrefix(PERSON))).toBe('done');
  expect(s3.versions.map(({ id }) => id)).toEqual(['v4']);
});

it('is done where nothing is', async () => {
  expect(await remove(mediaPrefix(PERSON))).toBe('done');
});

it('throws when S3 does not delete, so that it is tried again', async () => {
  put(mediaKey(PERSON, 'one'), 'v1');
  s3.fail('versionId');
  await expect(remove(mediaPrefix(PERSON))).rejects.toMatchObject({ name: 'Failing' });
  s3.fail(undefined);
  expect(await remove(mediaPrefix(PERSON))).toBe('done');
  expect(s3.versions).toEqual([]);
});
