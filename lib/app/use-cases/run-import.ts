import type { ImportState } from '../../domain/archive-api';
import {
  type ArchiveReader,
  type ImportFinder,
  type ImportRunner,
  importPlace,
  type Workflows,
} from '../archive-ports';

export type ImportRun =
  | { readonly kind: 'running'; readonly state: Exclude<ImportState, 'open'> }
  | { readonly kind: 'no-such-import' }
  | { readonly kind: 'no-archive' };

/** Sets an import going whose archive has arrived. Repeated, it is not run twice, and is set going where it was not. */
export function runImport(ports: {
  readonly jobs: ImportRunner & ImportFinder;
  readonly archives: ArchiveReader;
  readonly workflows: Workflows;
}) {
  const { jobs, archives, workflows } = ports;
  return async (personId: string, importId: string): Promise<ImportRun> => {
    const job = await jobs.findImport(importId);
    if (job?.personId !== personId) return { kind: 'no-such-import' };
    if (job.state === 'done' || job.state === 'failed') return { kind: 'running', state: job.state };
    if (job.state === 'open') {
      const archive = await archives.open(importPlace(importId));
      if (archive?.size !== job.archive.bytes) return { kind: 'no-archive' };
      await jobs.run(importId);
    }
    await workflows.start(importId);
    return { kind: 'running', state: 'running' };
  };
}
