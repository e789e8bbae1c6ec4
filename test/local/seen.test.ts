import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Seen } from '../../lib/local/tracer/seen';

describe('what was looked through before', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'domicile-seen-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is nothing at first, then what the last search saw, also for the next run', () => {
    const file = path.join(folder, 'not there yet', 'seen');
    const has = (seen: Seen) => ['one', 'two', 'three'].map((digest) => seen.has(digest));
    const seen = new Seen(file);
    const before = has(seen);
    seen.replace(['one', 'two']);
    const first = has(seen);
    seen.replace(['two', 'three']);
    expect([before, first, has(seen), has(new Seen(file))]).toEqual([
      [false, false, false],
      [true, true, false],
      [false, true, true],
      [false, true, true],
    ]);
  });
});
