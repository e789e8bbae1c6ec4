import type { Cell } from '../cell';
import type { ErasureBeginner, Receipts, WorkflowStarter } from '../erasure-ports';
import type { Clock } from '../ports';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Begins the erasure of a person, and answers the id of its receipt.
 *
 * The order is the point. With the mark in place a token that is still alive reads nothing and writes nothing. It carries the id
 * of the job, so that asking again, after a failure anywhere, goes on with the same one; where nobody asks, it is found by its
 * receipt.
 */
export function erasePerson(ports: {
  readonly erasures: ErasureBeginner;
  readonly receipts: Pick<Receipts, 'find'>;
  readonly workflow: WorkflowStarter;
  readonly newJobId: () => string;
  readonly clock: Clock;
}): (personId: string) => Promise<string> {
  const { erasures, receipts, workflow, newJobId, clock } = ports;
  return async (personId) => {
    const requestedAt = new Date(clock()).toISOString();
    const jobId = await erasures.begin({ personId, jobId: newJobId(), requestedAt });
    if ((await receipts.find(jobId))?.state !== 'done') await workflow.start(jobId);
    return jobId;
  };
}

/** When the mark of a person may go whose account has just been removed: no token lives that long. */
export function markExpiry({ entry }: Cell, clock: Clock): number {
  return Math.floor(clock() / 1000) + entry.retention.erasureMarkDays * DAY_SECONDS;
}
