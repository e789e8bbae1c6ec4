import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Cell } from '../cell';
import type { WorkflowStarter } from '../erasure-ports';
import type { Clock } from '../ports';
import { clientConfig } from './client-config';

/** How often a workflow that has failed can be started again by who asks for it. */
const ATTEMPT_MS = 5 * 60_000;

/**
 * A workflow of Step Functions. An execution is named by its job: started again while it runs, it is the same one. Where one of
 * that name has ended, the job says whether it succeeded; who asks for one that did not starts another, once in five minutes.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html
 */
export function workflow(cell: Cell, stateMachineArn: string, clock: Clock): WorkflowStarter {
  const client = new SFNClient(clientConfig(cell, 3_000));
  const start = async (jobId: string, name: string): Promise<boolean> => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ jobId }) }));
      return true;
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists) return false;
      throw error;
    }
  };
  return {
    async start(jobId) {
      if (!(await start(jobId, jobId))) await start(jobId, `${jobId}-${Math.floor(clock() / ATTEMPT_MS)}`);
    },
  };
}
