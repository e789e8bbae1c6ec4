import { createHash } from 'node:crypto';
import { downloadArchive, type Fetch, verifyArchive } from '../../../lib/client/archive';
import { archiveOf, contentOf, ORIGIN } from '../../app/archive/support';

const URL = 'https://archives.example/exports/archive.zip?signature=secret';
const serving =
  (body: Uint8Array, status = 200): Fetch =>
  async () =>
    new Response(new Uint8Array(body), { status });
const ready = (bytes: Uint8Array) => ({
  url: URL,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe('an archive on the device', () => {
  it('is downloaded, and compared to the last byte', async () => {
    const bytes = await archiveOf();
    const { archive, manifest } = await downloadArchive(ready(bytes), serving(bytes));
    expect(Buffer.from(await archive.arrayBuffer())).toEqual(bytes);
    expect(manifest).toMatchObject(ORIGIN);
    expect(manifest.files.map(({ path, records }) => `${path} ${records}`)).toEqual([
      'README.txt 0',
      'schemas/manifest.schema.json 0',
      'schemas/accounts.schema.json 0',
      'schemas/profiles.schema.json 0',
      'schemas/conversations.schema.json 0',
      'accounts.json 1',
      'profiles.json 3',
      'conversations.json 4',
      'media/45c48cce-2e2d-4fbd-aa1a-1c2d3e4f5a6b.png 1',
    ]);
  });

  it('is asked for once, and from no other place than the cell has said', async () => {
    const bytes = await archiveOf();
    const asked: unknown[] = [];
    await downloadArchive(ready(bytes), async (url, init) => {
      asked.push([url, init]);
      return new Response(new Uint8Array(bytes));
    });
    expect(asked).toEqual([[URL, { redirect: 'error' }]]);
  });

  it.each<[string, string, string, (bytes: Buffer) => Fetch]>([
    [
      'the link is over',
      'DownloadRefused',
      'the archive was refused with status 403; ask for a fresh link',
      (bytes) => serving(bytes, 403),
    ],
    [
      'it came no further',
      'DownloadCutOff',
      '1 of 12 bytes have arrived; download it again',
      (bytes) => serving(bytes.subarray(0, 1)),
    ],
    [
      'it was changed on its way',
      'DownloadDiffers',
      'what has arrived is not the archive that the cell made; download it again',
      (bytes) => serving(Buffer.alloc(bytes.length)),
    ],
  ])('is refused when %s', async (_name, code, message, fetchOf) => {
    const bytes = Buffer.from('twelve bytes');
    expect(await caught(downloadArchive(ready(bytes), fetchOf(bytes)))).toMatchObject({ code, message });
  });

  it('is refused when the cell made something that is no archive', async () => {
    const bytes = Buffer.from('what the cell made, and no archive');
    expect(await caught(downloadArchive(ready(bytes), serving(bytes)))).toMatchObject({ code: 'NotAnArchive' });
  });

  it('can be compared again years later, without the service', async () => {
    const bytes = await archiveOf(contentOf());
    expect(await verifyArchive(new Blob([new Uint8Array(bytes)]))).toMatchObject({ formatVersion: 1 });
    const at = bytes.indexOf('hello');
    bytes.write('hallo', at);
    expect(await caught(verifyArchive(new Blob([new Uint8Array(bytes)])))).toMatchObject({ code: 'HashDiffers' });
  });
});
