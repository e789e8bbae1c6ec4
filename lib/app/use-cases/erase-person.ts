import type { Cell } from '../cell';
import type { ErasureJobs, ErasureMarker, Receipts, WorkflowStarter } from '../erasure-ports';
import type { Clock } from '../ports';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Begins the erasure of a person, and answers the id of its receipt.
 *
 * The order is the point. With the mark in place a token that is still alive reads nothing and writes nothing. It carries the id
 * of the job, so that asking again, after a failure anywhere, goes on with the same one.
 */
export function erasePerson(ports: {
  readonly cell: Cell;
  readonly people: ErasureMarker;
  readonly receipts: Pick<Receipts, 'begin'>;
  readonly jobs: Pick<ErasureJobs, 'begin'>;
  readonly workflow: WorkflowStarter;
  readonly newJobId: () => string;
  readonly clock: Clock;
}): (personId: string) => Promise<string> {
  const { cell, people, receipts, jobs, workflow, newJobId, clock } = ports;
  return async (personId) => {
    const jobId = await people.mark(personId, newJobId(), markExpiry(cell, clock));
    if ((await receipts.begin(jobId, new Date(clock()).toISOString())) === 'done') return jobId;
    await jobs.begin(jobId, personId);
    await workflow.start(jobId);
    return jobId;
  };
}

/** When the mark of a person who is erased now may go: no token lives that long. */
export function markExpiry({ entry }: Cell, clock: Clock): number {
  return Math.floor(clock() / 1000) + entry.retention.erasureMarkDays * DAY_SECONDS;
}
