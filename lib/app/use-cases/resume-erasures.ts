import type { UnfinishedErasures, WorkflowStarter } from '../erasure-ports';

/**
 * Goes on with every erasure that is not done: its process may have ended before its workflow had begun, or its workflow may have
 * given up, and whoever asked for it has left. One whose workflow runs is not touched by a second start.
 */
export function resumeErasures(ports: {
  readonly erasures: UnfinishedErasures;
  readonly workflow: WorkflowStarter;
}): () => Promise<void> {
  const { erasures, workflow } = ports;
  return async () => {
    for await (const jobId of erasures.unfinished()) await workflow.start(jobId);
  };
}
