import type { ImportStartAnswer } from '../../domain/archive-api';
import { ARCHIVE_HOURS, JOB_DAYS, MOST_IMPORTS, UPLOAD_SECONDS } from '../../domain/archives';
import type { ImportRequest } from '../../domain/schemas/requests';
import { type ArchiveForms, type ImportFinder, type ImportOpener, importPlace } from '../archive-ports';
import { jobIdOf } from '../job-id';
import type { Clock } from '../ports';

export type ImportStart =
  | { readonly kind: 'started'; readonly answer: ImportStartAnswer }
  | { readonly kind: 'full' | 'reused' | 'erased' | 'busy' };

/**
 * Announces an archive, and makes the form that takes this one and no other. Repeated with the same idempotency key it is the
 * same import, with a fresh form as long as it waits for its archive.
 */
export function startImport(ports: {
  readonly jobs: ImportOpener & ImportFinder;
  readonly archives: ArchiveForms;
  readonly clock: Clock;
}) {
  const { jobs, archives, clock } = ports;
  return async (personId: string, idempotencyKey: string, archive: ImportRequest): Promise<ImportStart> => {
    const importId = jobIdOf('import', personId, idempotencyKey);
    const now = clock();
    const found = await jobs.findImport(importId);
    if (found === undefined) {
      const openSince = new Date(now - ARCHIVE_HOURS * 60 * 60 * 1000).toISOString();
      if ((await jobs.openOrRunning(personId, openSince)) >= MOST_IMPORTS) return { kind: 'full' };
      const forgottenAt = Math.floor(now / 1000) + JOB_DAYS * 24 * 60 * 60;
      const job = { jobId: importId, personId, startedAt: new Date(now).toISOString(), forgottenAt };
      const begun = await jobs.open(job, archive);
      if (begun === 'erased' || begun === 'busy') return { kind: begun };
    } else if (found.archive.bytes !== archive.bytes || found.archive.sha256 !== archive.sha256) {
      return { kind: 'reused' };
    }
    const path = `/me/imports/${importId}` as const;
    const state = found?.state ?? 'open';
    if (state !== 'open') return { kind: 'started', answer: { importId, state, next: { method: 'GET', path } } };
    const form = await archives.form(importPlace(importId), archive, UPLOAD_SECONDS);
    const expiresAt = new Date(now + UPLOAD_SECONDS * 1000).toISOString();
    return { kind: 'started', answer: { importId, state, ...form, expiresAt, next: { method: 'PUT', path } } };
  };
}
