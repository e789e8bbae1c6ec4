import type { ReceiptAnswer } from '../../domain/api';
import type { Cell } from '../cell';
import type { ErasureFinder } from '../erasure-ports';
import { ok, problem } from '../http/answer';
import type { PublicRoute } from '../http/handler';
import { pathIdOf } from '../http/request';

/** How far an erasure is. It names nobody, so that whoever has its number may ask: at its end there is no account to ask with. */
export function readReceiptRoute({ jurisdiction, entry }: Cell, jobs: ErasureFinder): PublicRoute {
  return async (event) => {
    const receiptId = pathIdOf(event, 'receiptId');
    const job = receiptId === undefined ? undefined : await jobs.find(receiptId);
    if (job === undefined) return problem('not_found', 'there is no such receipt; it is kept for a year');
    const { state, requestedAt } = job;
    return ok({
      receiptId: job.jobId,
      kind: 'erasure',
      jurisdiction,
      jurisdictionName: entry.name,
      region: entry.homeRegion,
      state,
      requestedAt,
      completedAt: state === 'done' ? job.completedAt : null,
      finalAt: state === 'done' ? job.finalAt : null,
    } satisfies ReceiptAnswer);
  };
}
