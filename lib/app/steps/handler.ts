import { DomicileError } from '../../domain/errors';
import type { StepId } from '../../domain/routes';
import type { Surroundings } from '../http/handler';
import { errorNameOf, tell } from '../telemetry';
import { isUuid } from '../uuid';

/**
 * What a step throws, so that the workflow tries again. Lambda logs what a function throws, and Step Functions keeps it: the text
 * is a name that code gave the error, and nothing of anybody.
 */
export class StepFailedError extends DomicileError {
  constructor(step: StepId, errorName: string) {
    super('StepFailed', `${step}: ${errorName}`);
  }
}

/** The function of a step: whatever it throws, nothing of what it worked on leaves it. */
export function stepHandler<Event extends { readonly jobId: string }, Result>(
  id: StepId,
  step: (event: Event) => Promise<Result>,
  { telemetry, clock }: Surroundings,
) {
  return async (event: Event, context: { readonly awsRequestId: string }): Promise<Result> => {
    const startedAt = clock();
    const entry = { requestId: context.awsRequestId, route: id } as const;
    try {
      if (!isUuid(event.jobId)) throw new TypeError('no job');
      const result = await step(event);
      tell(telemetry, { ...entry, outcome: 'ok', durationMs: clock() - startedAt });
      return result;
    } catch (error) {
      const errorName = errorNameOf(error);
      tell(telemetry, { ...entry, outcome: 'internal_error', durationMs: clock() - startedAt, errorName });
      throw new StepFailedError(id, errorName);
    }
  };
}
