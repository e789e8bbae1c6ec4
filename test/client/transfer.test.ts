import { Archives } from '../../lib/client/archive';
import { allowedMs, type Transfer } from '../../lib/client/transfer';
import { ARCHIVE_LIMITS } from '../../lib/domain/archive/format';

const MINUTE = 60_000;

it.each([
  ['a picture', 5 * 1024 * 1024, 2.4 * MINUTE],
  ['the largest archive', ARCHIVE_LIMITS.bytes, 141 * MINUTE],
])('leaves %s the time that a slow connection takes', (_name, bytes, ms) => {
  expect(Math.round(allowedMs(bytes) / MINUTE)).toBe(Math.round(ms / MINUTE));
});

it('says how large an archive is before it goes or comes', async () => {
  const told: number[] = [];
  const transfer: Transfer = async (_url, _form, bytes) => {
    told.push(bytes);
    return { status: 403, bytes: new Uint8Array() };
  };
  const archives = new Archives(() => Promise.reject(new Error('not called')), transfer);
  const next = { method: 'PUT', path: '/' } as const;
  const form = { importId: '', state: 'open', url: '', fields: {}, expiresAt: '', next } as const;
  await archives.upload(form, new Uint8Array(7)).catch(() => undefined);
  await archives.download({ url: '', sha256: '', bytes: 11 }).catch(() => undefined);
  expect(told).toEqual([7, 11]);
});
