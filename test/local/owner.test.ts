import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findKept } from '../../lib/local/emulator/emulator';
import { isRunning, livingOwners, newFolder, writeOwner } from '../../lib/local/emulator/owner';
import { processStart } from '../../lib/local/emulator/process-start';
import { takeLock } from '../../lib/local/lock';

let within: string;
beforeEach(() => {
  within = mkdtempSync(path.join(tmpdir(), 'domicile-owner-'));
});
afterEach(() => rmSync(within, { recursive: true, force: true }));

function emulatorFolder(owner?: string): string {
  const folder = newFolder(within);
  mkdirSync(folder);
  if (owner !== undefined) writeFileSync(path.join(folder, 'owner.json'), owner);
  return folder;
}

const kept = (owner: { pid: number; start: string | undefined }) =>
  JSON.stringify({ ...owner, kept: true, endpoint: 'http://127.0.0.1:1', emulatorPort: 2 });

describe('a process', () => {
  it('is known again by its id and its beginning', () => {
    expect(isRunning({ pid: process.pid, start: processStart(process.pid) })).toBe(true);
  });

  it.each([
    ['another that was given its id', { pid: process.pid, start: 'long ago' }],
    ['one that never was', { pid: 2 ** 22 + 1, start: '1' }],
    ['one whose beginning nobody could tell', { pid: process.pid, start: undefined }],
  ])('is not taken for %s', (_what, owner) => {
    expect(isRunning(owner)).toBe(false);
  });
});

describe("an emulator's folder", () => {
  it('is left alone while its owner runs', () => {
    const folder = emulatorFolder();
    writeOwner(folder, { kept: false, endpoint: 'http://127.0.0.1:1', emulatorPort: 2 });
    expect(livingOwners(within).map((found) => found.folder)).toEqual([folder]);
    expect(findKept(within)).toBeUndefined();
  });

  it.each([
    ['died', kept({ pid: process.pid, start: 'long ago' })],
    ['never wrote its name', undefined],
    ['wrote half of it', '{"pid": 1'],
  ])('is removed when its owner %s', (_how, owner) => {
    const folder = emulatorFolder(owner);
    expect(livingOwners(within)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  it('tells of an emulator that was kept', () => {
    const folder = emulatorFolder(kept({ pid: process.pid, start: processStart(process.pid) }));
    expect(findKept(within)).toMatchObject({ folder, endpoint: 'http://127.0.0.1:1', emulatorPort: 2, found: true });
  });
});

describe('the lock', () => {
  it('is refused to a second run, and given when the first has ended', () => {
    const release = takeLock(within);
    expect(() => takeLock(within)).toThrow(`another run is under way here (process '${process.pid}')`);
    release();
    expect(takeLock(within)).not.toThrow();
  });

  it('is taken over from a run that died', () => {
    writeFileSync(path.join(within, 'lock.json'), JSON.stringify({ pid: process.pid, start: 'long ago' }));
    expect(takeLock(within)).not.toThrow();
  });
});
