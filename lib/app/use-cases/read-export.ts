import type { ExportAnswer } from '../../domain/archive-api';
import { LINK_SECONDS } from '../../domain/archives';
import { type ArchiveLinks, type ExportFinder, exportPlace } from '../archive-ports';
import type { Clock } from '../ports';

/** How an export stands, to the person whose it is; undefined for everybody else. */
export function readExport(ports: {
  readonly jobs: ExportFinder;
  readonly archives: ArchiveLinks;
  readonly clock: Clock;
}) {
  const { jobs, archives, clock } = ports;
  return async (personId: string, exportId: string): Promise<ExportAnswer | undefined> => {
    const job = await jobs.findExport(exportId);
    if (job?.personId !== personId) return undefined;
    const { state, startedAt, archive } = job;
    if (state !== 'ready' || archive === undefined) return { state: state === 'ready' ? 'failed' : state, startedAt };
    const seconds = Math.min(LINK_SECONDS, Math.floor((Date.parse(archive.expiresAt) - clock()) / 1000));
    // The workflow removes it about now: no link outlives the day.
    if (seconds <= 0) return { state: 'gone', startedAt };
    const name = `domicile-${startedAt.slice(0, 10)}.zip`;
    return { state, startedAt, ...archive, url: await archives.link(exportPlace(exportId), name, seconds) };
  };
}
