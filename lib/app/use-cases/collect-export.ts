import { ARCHIVE_HOURS } from '../../domain/archives';
import { type ArchiveContent, writeArchive } from '../archive/write-archive';
import {
  type ArchiveRemover,
  type ArchiveWriter,
  type ExportFinder,
  type ExportKeeper,
  exportPlace,
} from '../archive-ports';
import type { Cell } from '../cell';
import type { Clock } from '../ports';

/** Everything that the stores of a cell have of a person, ready to be read. */
export interface Collector {
  /** undefined where the person was erased. */
  contentOf(personId: string): Promise<ArchiveContent | undefined>;
}

/**
 * The step of an export that collects. Repeated, it collects again and writes over: an export is what was there when it became
 * ready. Whoever is erased meanwhile leaves no archive behind.
 */
export function collectExport(ports: {
  readonly cell: Cell;
  readonly jobs: ExportFinder & ExportKeeper;
  readonly collector: Collector;
  readonly archives: ArchiveWriter & ArchiveRemover;
  readonly clock: Clock;
}): (event: { readonly jobId: string }) => Promise<{ readonly state: 'done' }> {
  const { cell, jobs, collector, archives, clock } = ports;
  return async ({ jobId }) => {
    const job = await jobs.findExport(jobId);
    if (job !== undefined && job.state !== 'running') return DONE;
    const place = exportPlace(jobId);
    const content = job?.personId === undefined ? undefined : await collector.contentOf(job.personId);
    if (content !== undefined) {
      const now = clock();
      const origin = {
        jurisdiction: cell.jurisdiction,
        region: cell.entry.homeRegion,
        exportedAt: new Date(now).toISOString(),
      };
      const written = await archives.write(place, writeArchive(origin, content));
      const expiresAt = new Date(now + ARCHIVE_HOURS * 60 * 60 * 1000).toISOString();
      if (await jobs.ready(jobId, { ...written, expiresAt })) return DONE;
    }
    await archives.remove(place);
    await jobs.over(jobId, 'failed');
    return DONE;
  };
}

const DONE = { state: 'done' } as const;
