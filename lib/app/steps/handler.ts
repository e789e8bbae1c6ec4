import { DomicileError } from '../../domain/errors';
import type { StepId, SweepId } from '../../domain/routes';
import type { Surroundings } from '../http/handler';
import { errorNameOf, tell } from '../telemetry';
import { isUuid } from '../uuid';

/**
 * What a step throws, so that the workflow tries again. Lambda logs what a function throws, and Step Functions keeps it: the text
 * is a name that code gave the error, and nothing of anybody.
 */
export class StepFailedError extends DomicileError {
  constructor(step: StepId | SweepId, errorName: string) {
    super('StepFailed', `${step}: ${errorName}`);
  }
}

/** Who calls a function without waiting for an answer to anybody. */
interface Context {
  readonly awsRequestId: string;
}

/** The function of a step: whatever it throws, nothing of what it worked on leaves it. */
export function stepHandler<Event extends { readonly jobId: string }, Result>(
  id: StepId,
  step: (event: Event) => Promise<Result>,
  around: Surroundings,
) {
  return async (event: Event, context: Context): Promise<Result> =>
    telling(id, context, around, async () => {
      if (!isUuid(event.jobId)) throw new TypeError('no job');
      return step(event);
    });
}

/** The function of a sweep. Of the event nothing is read: the clock says only that it is time. */
export function sweepHandler(id: SweepId, sweep: () => Promise<void>, around: Surroundings) {
  return async (_event: unknown, context: Context): Promise<void> => telling(id, context, around, sweep);
}

async function telling<Result>(
  id: StepId | SweepId,
  { awsRequestId }: Context,
  { telemetry, clock }: Surroundings,
  work: () => Promise<Result>,
): Promise<Result> {
  const startedAt = clock();
  const entry = { requestId: awsRequestId, route: id } as const;
  try {
    const result = await work();
    tell(telemetry, { ...entry, outcome: 'ok', durationMs: clock() - startedAt });
    return result;
  } catch (error) {
    const errorName = errorNameOf(error);
    tell(telemetry, { ...entry, outcome: 'internal_error', durationMs: clock() - startedAt, errorName });
    throw new StepFailedError(id, errorName);
  }
}
