import type { State } from '../../../../lib/constructs/regional-workflow';
import { JURISDICTION_IDS, type JurisdictionId } from '../../../../lib/domain/jurisdictions';
import { handledStores } from '../../../../lib/domain/personal-stores';
import type { StepId, WorkflowId } from '../../../../lib/domain/routes';
import { EXPORT_STATES, IMPORT_STATES } from '../../../../stacks/archive-workflows';
import { erasureStates } from '../../../../stacks/erasure-workflow';
import type { Execution, Executions } from './services';

/** The workflows as they are deployed. */
const WORKFLOWS: Readonly<
  Record<WorkflowId, { readonly startAt: string; readonly states: Readonly<Record<string, State>> }>
> = {
  erasure: erasureStates(handledStores('erase')),
  export: EXPORT_STATES,
  import: IMPORT_STATES,
};

/** As the deployed workflows retry. */
const MOST_ATTEMPTS = 9;

/** A machine is named by its cell and its workflow. */
function partsOf(machine: string): { readonly jurisdiction: JurisdictionId; readonly id: WorkflowId } {
  const jurisdiction = JURISDICTION_IDS.find((one) => machine.startsWith(`${one}-`));
  if (jurisdiction === undefined) throw new Error(`'${machine}' is of no cell`);
  return { jurisdiction, id: machine.slice(jurisdiction.length + 1) as WorkflowId };
}

export function startAt(machine: string): string {
  return WORKFLOWS[partsOf(machine).id].startAt;
}

/** Calls a step. What it throws is an attempt that failed. */
export type CallStep = (
  jurisdiction: JurisdictionId,
  step: StepId,
  event: { readonly jobId: string },
) => Promise<{ readonly state: string }>;

/**
 * Step Functions: it takes an execution to its next state, again and again until it has ended or waits for longer than until
 * `now`. An attempt that fails is repeated as often as the workflow says.
 */
export async function proceed(executions: () => Executions, key: string, now: number, call: CallStep): Promise<void> {
  for (;;) {
    const execution = executions().get(key);
    if (execution?.state !== 'running' || execution.from > now) return;
    executions().set(key, { ...execution, ...(await following(execution, now, call)) });
  }
}

async function following({ machine, input, at }: Execution, now: number, call: CallStep): Promise<Partial<Execution>> {
  const { jurisdiction, id } = partsOf(machine);
  const state = WORKFLOWS[id].states[at];
  switch (state?.kind) {
    case 'wait':
      return { at: state.next, from: now + state.seconds * 1000 };
    case 'succeed':
      return { state: 'succeeded' };
    case 'step': {
      const event = { ...(JSON.parse(input) as { readonly jobId: string }), ...state.about };
      const answer = await attempts(async () => call(jurisdiction, state.step, event));
      if (answer === undefined) return state.failed === undefined ? { state: 'failed' } : { at: state.failed };
      const next = typeof state.next === 'object' ? state.next[answer.state] : state.next;
      return next === undefined ? { state: 'succeeded' } : { at: next };
    }
    case 'fail':
    case undefined:
      return { state: 'failed' };
  }
}

async function attempts<T>(work: () => Promise<T>): Promise<T | undefined> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    try {
      return await work();
    } catch {
      // Step Functions waits a while, and tries again.
    }
  }
  return undefined;
}
