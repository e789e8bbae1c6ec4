import { createHash } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { checkArchive } from '../../../lib/app/archive/check-archive';
import { nodeHash } from '../../../lib/app/archive/node-hash';
import { writeArchive } from '../../../lib/app/archive/write-archive';
import { RECORD_STORES } from '../../../lib/domain/archive/format';
import { openArchive } from '../../../lib/domain/archive/read-archive';
import {
  ACCOUNT,
  archiveOf,
  bytesOf,
  CONVERSATIONS,
  contentOf,
  each,
  gathered,
  listOf,
  MEDIUM,
  ORIGIN,
  PICTURE,
  PICTURED,
  PROFILES,
} from './support';

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
const json = (bytes: Uint8Array | undefined): unknown => JSON.parse(text(bytes));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('an archive', () => {
  it('is a ZIP file that any program opens, with every store, the schemas and a text in plain words', async () => {
    const files = unzipSync(await archiveOf());
    expect(Object.keys(files)).toEqual([
      'README.txt',
      'schemas/manifest.schema.json',
      'schemas/accounts.schema.json',
      'schemas/profiles.schema.json',
      'schemas/conversations.schema.json',
      'accounts.json',
      'profiles.json',
      'conversations.json',
      `media/${MEDIUM}.png`,
      'manifest.json',
    ]);
    expect(json(files['accounts.json'])).toEqual([ACCOUNT]);
    expect(json(files['profiles.json'])).toEqual(PROFILES);
    expect(json(files['conversations.json'])).toEqual(CONVERSATIONS);
    expect(text(files[`media/${MEDIUM}.png`])).toBe(PICTURE.toString());
    expect(text(files['README.txt'])).toContain(
      'Until then it rested in Frankfurt, Germany; stands in for the Netherlands, where AWS has no region (eu-central-1).',
    );
  });

  it('lists every other file with its length, hash and number of records', async () => {
    const files = unzipSync(await archiveOf());
    const counts: Readonly<Record<string, number>> = { accounts: 1, profiles: 3, conversations: 4, media: 1 };
    const listed = Object.entries(files).filter(([path]) => path !== 'manifest.json');
    expect(json(files['manifest.json'])).toEqual({
      format: 'domicile-archive',
      formatVersion: 1,
      ...ORIGIN,
      files: listed.map(([path, bytes]) => {
        const store = Object.keys(counts).find((one) => path === `${one}.json` || path.startsWith(`${one}/`));
        return {
          path,
          ...(store !== undefined && { store }),
          sha256: sha256(bytes),
          bytes: bytes.length,
          records: store === undefined ? 0 : counts[store],
        };
      }),
    });
  });

  it('is valid by the schemas within it', async () => {
    const files = unzipSync(await archiveOf());
    const ajv = addFormats(new Ajv2020({ strict: true }));
    for (const of of ['manifest', ...RECORD_STORES]) {
      const schema = json(files[`schemas/${of}.schema.json`]) as object;
      expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
      const validate = ajv.compile(schema);
      validate(json(files[`${of}.json`]));
      expect({ of, errors: validate.errors }).toEqual({ of, errors: null });
      expect(validate([{ kind: 'account' }])).toBe(false);
    }
  });

  it('is the same to the last byte for the same content, whenever it is written and however its pieces arrive', async () => {
    const whole = await archiveOf();
    // The time and day of the first file, as MS-DOS had them: the first of January 1980.
    expect(whole.readUInt32LE(10)).toBe((1 << 21) | (1 << 16));
    const inPieces = contentOf({
      media: [
        {
          mediaId: MEDIUM,
          contentType: 'image/png',
          content: () => each([PICTURE.subarray(0, 3), PICTURE.subarray(3)]),
        },
      ],
    });
    expect(sha256(await archiveOf(inPieces))).toBe(sha256(whole));
  });

  it('of somebody who has nothing is an archive too', async () => {
    const archive = await checkArchive(
      bytesOf(await archiveOf(contentOf({ profiles: [], conversations: [], media: [] }))),
    );
    expect(await listOf(archive.records('profiles'))).toEqual([]);
    expect(await listOf(archive.records('conversations'))).toEqual([]);
    expect(archive.media).toEqual([]);
  });

  it('tells of a medium that was announced and never uploaded, and has no file of it', async () => {
    const content = contentOf({ conversations: [{ ...PICTURED, stored: false }], media: [] });
    expect((await checkArchive(bytesOf(await archiveOf(content)))).media).toEqual([]);
  });

  it('is read as it was written', async () => {
    const archive = await checkArchive(bytesOf(await archiveOf()));
    expect(await listOf(archive.records('accounts'))).toEqual([ACCOUNT]);
    expect(await listOf(archive.records('profiles'))).toEqual(PROFILES);
    expect(await listOf(archive.records('conversations'))).toEqual(CONVERSATIONS);
    expect(archive.media.map(({ record }) => record)).toEqual([PICTURED]);
    expect(archive.media[0] && (await gathered(archive.media[0].content()))).toEqual(PICTURE);
  });

  it('is never held as a whole: a hundred media pass in pieces, and what waits stays small', async () => {
    const piece = Buffer.alloc(128 * 1024, 7);
    const ids = Array.from({ length: 100 }, (_, n) => `45c48cce-2e2d-4fbd-aa1a-${String(n).padStart(12, '0')}`);
    let opened = 0;
    const media = ids.map((mediaId) => ({
      mediaId,
      contentType: 'image/png',
      content: () => {
        opened += 1;
        return each([piece]);
      },
    }));
    let passed = 0;
    let widest = 0;
    for await (const bytes of writeArchive(ORIGIN, contentOf({ media }))) {
      passed += bytes.length;
      widest = Math.max(widest, opened * piece.length - passed);
    }
    expect(passed).toBeGreaterThan(100 * piece.length);
    expect(widest).toBeLessThanOrEqual(piece.length);
  });

  it('is opened without its files being read', async () => {
    const bytes = await archiveOf();
    let read = 0;
    const source = bytesOf(bytes);
    const counting = {
      ...source,
      read: async (offset: number, length: number) => {
        read += length;
        return source.read(offset, length);
      },
    };
    const { manifest } = await openArchive(counting, nodeHash);
    const content = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    expect(read).toBeLessThan(bytes.length - content + 10_000);
  });
});
