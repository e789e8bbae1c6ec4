import type { PreSignUpTriggerEvent } from 'aws-lambda';
import { DomicileError } from '../../domain/errors';
import { assignmentOf } from '../../domain/residence';
import type { Cell } from '../cell';
import type { Surroundings } from '../http/handler';
import { isPersonId } from '../person-id';
import { type Refusal, tell } from '../telemetry';

/**
 * What Cognito passes on to whoever called it, wrapped in words of its own: it is matched by the code in its text.
 *
 * Lambda logs what a function throws, so the text is the code and nothing of the event.
 */
export class SignUpRefusedError extends DomicileError {
  constructor(code: Refusal) {
    super(code, code);
  }
}

type SignUpEvent = Pick<PreSignUpTriggerEvent, 'userName'> & {
  readonly request: { readonly userAttributes: Readonly<Record<string, string>> };
};

/**
 * The same rule as at `POST /registrations`, for whoever calls Cognito directly: its client id is no secret.
 *
 * It also holds the user name to the form that we generate. Any other could be a name, and would stay in tokens.
 */
export function preSignUpTrigger(cell: Cell, { telemetry, clock }: Surroundings) {
  return async <Event extends SignUpEvent>(event: Event, context: { readonly awsRequestId: string }) => {
    const startedAt = clock();
    const refusal = refusalOf(cell, event);
    tell(telemetry, {
      requestId: context.awsRequestId,
      route: 'pre-sign-up',
      outcome: refusal ?? 'ok',
      durationMs: clock() - startedAt,
    });
    if (refusal !== undefined) throw new SignUpRefusedError(refusal);
    return event;
  };
}

function refusalOf(cell: Cell, { userName, request }: SignUpEvent): Refusal | undefined {
  const residence = request.userAttributes['custom:residence'];
  if (residence === undefined || residence === '') return 'ResidenceMissing';
  const assignment = assignmentOf(residence);
  if (assignment.kind === 'unknown-country') return 'UnknownCountry';
  if (assignment.kind === 'served-elsewhere') return 'ServedElsewhere';
  if (assignment.jurisdiction !== cell.jurisdiction) return 'NotThisJurisdiction';
  return isPersonId(userName) ? undefined : 'UsernameNotGenerated';
}
