import type { PreSignUpTriggerEvent } from 'aws-lambda';
import { DomicileError } from '../../domain/errors';
import { assignmentOf } from '../../domain/residence';
import type { Cell } from '../cell';
import type { Surroundings } from '../http/handler';
import { isPersonId } from '../person-id';
import { isResidenceConfirmedText } from '../residence-confirmed';
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
 * It also holds the user name, which would stay in tokens, and what is recorded of the residence to the forms that we
 * generate: any other could be a name.
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
  const confirmed = request.userAttributes['custom:residenceConfirmed'];
  if (confirmed !== undefined && !isResidenceConfirmedText(confirmed)) return 'ResidenceConfirmedMalformed';
  return isPersonId(userName) ? undefined : 'UsernameNotGenerated';
}
