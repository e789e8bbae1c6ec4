import { type ArchiveRemover, type ExportFinder, type ExportKeeper, exportPlace } from '../archive-ports';

/**
 * The last step of an export, a day after it became ready or when it could not be made: every version of the archive is
 * removed, and then it is said so.
 */
export function removeExport(ports: {
  readonly jobs: ExportFinder & ExportKeeper;
  readonly archives: ArchiveRemover;
}): (event: { readonly jobId: string }) => Promise<{ readonly state: 'done' }> {
  const { jobs, archives } = ports;
  return async ({ jobId }) => {
    await archives.remove(exportPlace(jobId));
    const job = await jobs.findExport(jobId);
    if (job?.state === 'ready') await jobs.over(jobId, 'gone');
    if (job?.state === 'running') await jobs.over(jobId, 'failed');
    return DONE;
  };
}

const DONE = { state: 'done' } as const;
