import type { ImportAnswer } from '../../domain/archive-api';
import type { ImportFinder } from '../archive-ports';

/** How an import stands, to the person whose it is; undefined for everybody else. */
export function readImport({ jobs }: { readonly jobs: ImportFinder }) {
  return async (personId: string, importId: string): Promise<ImportAnswer | undefined> => {
    const job = await jobs.findImport(importId);
    if (job?.personId !== personId) return undefined;
    const { state, startedAt, receipt, fault } = job;
    if (state === 'done' && receipt !== undefined) return { state, startedAt, receipt };
    if (state === 'failed') {
      const { code, detail } = fault ?? INTERRUPTED;
      return { state, startedAt, fault: code, detail };
    }
    return { state: state === 'open' ? 'open' : 'running', startedAt };
  };
}

const INTERRUPTED = { code: 'ImportInterrupted', detail: 'something went wrong on our side; nothing of it is here' };
