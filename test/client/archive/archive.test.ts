import { createHash } from 'node:crypto';
import { Archives, verifyArchive } from '../../../lib/client/archive';
import type { Transfer } from '../../../lib/client/transfer';
import { archiveOf, contentOf, ORIGIN } from '../../app/archive/support';

const URL = 'https://archives.example/exports/archive.zip?signature=secret';
const serving =
  (bytes: Uint8Array, status = 200): Transfer =>
  async () => ({ status, bytes: new Uint8Array(bytes) });
const archivesOver = (transfer: Transfer) => new Archives(() => Promise.reject(new Error('not called')), transfer);
const ready = (bytes: Uint8Array) => ({
  url: URL,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe('an archive on the device', () => {
  it('is downloaded, and compared to the last byte', async () => {
    const bytes = await archiveOf();
    const archive = await archivesOver(serving(bytes)).download(ready(bytes));
    expect(Buffer.from(archive.bytes)).toEqual(bytes);
    expect(archive.counts).toEqual({ logs: 1, messages: 1, media: 1 });
    expect(archive.manifest).toMatchObject(ORIGIN);
    expect(archive.manifest.files.map(({ path, records }) => `${path} ${records}`)).toEqual([
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

  it.each<[string, string, string, (bytes: Buffer) => Transfer]>([
    [
      'the link is over',
      'DownloadRefused',
      'the bucket answered 403 for the archive; ask for a fresh link',
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
      'ContentAltered',
      'what came is not the archive that the cell made; download it again',
      (bytes) => serving(Buffer.alloc(bytes.length)),
    ],
  ])('is refused when %s', async (_name, code, message, transferOf) => {
    const bytes = Buffer.from('twelve bytes');
    expect(await caught(archivesOver(transferOf(bytes)).download(ready(bytes)))).toMatchObject({ code, message });
  });

  it('is refused when the cell made something that is no archive', async () => {
    const bytes = Buffer.from('what the cell made, and no archive');
    expect(await caught(archivesOver(serving(bytes)).download(ready(bytes)))).toMatchObject({ code: 'NotAnArchive' });
  });

  it('can be compared again years later, without the service', async () => {
    const bytes = await archiveOf(contentOf());
    expect((await verifyArchive(new Uint8Array(bytes))).manifest).toMatchObject({ formatVersion: 1 });
    const at = bytes.indexOf('hello');
    bytes.write('hallo', at);
    expect(await caught(verifyArchive(new Uint8Array(bytes)))).toMatchObject({ code: 'HashDiffers' });
  });

  it('that the bucket does not take is told', async () => {
    const form = {
      importId: '',
      state: 'open',
      url: URL,
      fields: {},
      expiresAt: '',
      next: { method: 'PUT', path: '/' },
    } as const;
    expect(await caught(archivesOver(serving(Buffer.of(), 403)).upload(form, new Uint8Array(12)))).toMatchObject({
      code: 'UploadRefused',
      message: 'the bucket answered 403 to an archive of 12 bytes',
    });
  });
});
