import type { ExportState } from '../../domain/archive-api';
import { JOB_DAYS, MOST_EXPORTS } from '../../domain/archives';
import type { ExportFinder, ExportStarter, Workflows } from '../archive-ports';
import { jobIdOf } from '../job-id';
import type { Clock } from '../ports';

export type ExportStart =
  | { readonly kind: 'started'; readonly exportId: string; readonly state: ExportState }
  | { readonly kind: 'full' | 'erased' | 'busy' };

/**
 * Starts an export, which goes on by itself. Repeated with the same idempotency key it is the same export, which is set going
 * again where the first call got no further than to its job.
 */
export function startExport(ports: {
  readonly jobs: ExportStarter & ExportFinder;
  readonly workflows: Workflows;
  readonly clock: Clock;
}) {
  const { jobs, workflows, clock } = ports;
  return async (personId: string, idempotencyKey: string): Promise<ExportStart> => {
    const jobId = jobIdOf('export', personId, idempotencyKey);
    const found = await jobs.findExport(jobId);
    if (found === undefined) {
      if ((await jobs.held(personId)) >= MOST_EXPORTS) return { kind: 'full' };
      const now = clock();
      const forgottenAt = Math.floor(now / 1000) + JOB_DAYS * 24 * 60 * 60;
      const begun = await jobs.begin({ jobId, personId, startedAt: new Date(now).toISOString(), forgottenAt });
      if (begun === 'erased' || begun === 'busy') return { kind: begun };
    }
    const state = found?.state ?? 'running';
    if (state === 'running') await workflows.start(jobId);
    return { kind: 'started', exportId: jobId, state };
  };
}
