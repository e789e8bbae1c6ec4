import type { ConfirmationAnswer } from '../../domain/api';
import { ConfirmationRequest } from '../../domain/schemas/requests';
import { ok, problem } from '../http/answer';
import type { PublicRoute } from '../http/handler';
import { bodyOf } from '../http/input';
import { nextStep } from '../http/next-step';
import type { Accounts } from '../ports';
import { tooManyRequests } from './problems';

/** A wrong code, an unknown person and an address that somebody else has confirmed get the same answer. */
export function confirmRegistrationRoute(accounts: Pick<Accounts, 'confirm'>): PublicRoute<'confirm-registration'> {
  return async (event) => {
    const body = bodyOf(event, ConfirmationRequest);
    if (body.kind === 'problem') return body;
    const { kind } = await accounts.confirm(body.value.personId, body.value.code);
    if (kind === 'throttled') return tooManyRequests();
    if (kind === 'confirmed') return ok({ next: nextStep('sign-in') } satisfies ConfirmationAnswer);
    return problem('confirmation_refused', 'the code is wrong or no longer valid, or it was used already');
  };
}
