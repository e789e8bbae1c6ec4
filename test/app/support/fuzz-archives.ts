import * as fc from 'fast-check';
import { jobIdOf } from '../../../lib/app/job-id';
import type { archiveRoutes } from './archive-routes';
import { MADE } from './fuzz-conversations';
import { JOB, NOW, PERSON } from './memory';

/** An import that waits for its archive, of a call that was made before; and an export that nobody has. */
const IMPORT = jobIdOf('import', PERSON, MADE);
const EXPORT = '00000000-0000-4000-9000-000000000012';
const ARCHIVE = { bytes: 1_000, sha256: 'ab'.repeat(32) };

/** Somebody who has announced an archive, and not sent it yet. */
export async function seedArchives({ jobs }: ReturnType<typeof archiveRoutes>): Promise<void> {
  const startedAt = new Date(NOW).toISOString();
  await jobs.open({ jobId: IMPORT, personId: PERSON, startedAt, forgottenAt: NOW / 1000 }, ARCHIVE);
}

/** Ids in paths, some of which are of something, with texts of anybody among them. */
export function archiveIds(hostile: fc.Arbitrary<string>) {
  const one = (...ids: readonly string[]) =>
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: hostile });
  return fc.record({ importId: one(IMPORT, IMPORT, EXPORT), exportId: one(EXPORT), receiptId: one(JOB, EXPORT) });
}

/** Bodies that the routes of archives take, with some of their members spoilt. */
export function almostArchives(member: (good: unknown) => fc.Arbitrary<unknown>) {
  return {
    'start-import': fc.record({
      bytes: fc.oneof(member(ARCHIVE.bytes), fc.constantFrom(0, 1_001)),
      sha256: member(ARCHIVE.sha256),
    }),
  };
}
