import type { RegistrationAnswer } from '../../domain/api';
import { JURISDICTIONS } from '../../domain/jurisdictions';
import { RegistrationRequest } from '../../domain/schemas/requests';
import { accepted, invalidRequest, problem } from '../http/answer';
import type { PublicRoute } from '../http/handler';
import { bodyOf } from '../http/input';
import { nextStep } from '../http/next-step';
import type { Registration } from '../use-cases/register-person';
import { tooManyRequests, unknownCountry } from './problems';

export function registerPersonRoute(
  register: (request: RegistrationRequest) => Promise<Registration>,
): PublicRoute<'register-person'> {
  return async (event) => {
    const body = bodyOf(event, RegistrationRequest);
    return body.kind === 'problem' ? body : answerTo(await register(body.value));
  };
}

function answerTo(registration: Registration) {
  if (registration.kind === 'unknown-country') return unknownCountry();
  if (registration.kind === 'throttled') return tooManyRequests();
  if (registration.kind === 'served-elsewhere') return problem('served_elsewhere', registration.reason);
  if (registration.kind === 'password-rejected') {
    return problem('password_rejected', passwordDetail(registration.reasons));
  }
  if (registration.kind === 'rejected') {
    return invalidRequest([{ pointer: '#', detail: 'the user pool takes no such address or password' }]);
  }
  if (registration.kind === 'other-jurisdiction') {
    const { jurisdiction } = registration;
    return problem('other_jurisdiction', 'register in the named jurisdiction; nothing of this request was kept', {
      jurisdiction,
      jurisdictionName: JURISDICTIONS[jurisdiction].name,
    });
  }
  if (registration.kind === 'residence-unconfirmed') {
    const detail = 'ask the person, and send residenceConfirmed if they live there; nothing of this request was kept';
    return problem('residence_unconfirmed', detail, { phone: registration.phone });
  }
  const next = nextStep('confirm-registration');
  return accepted({ personId: registration.personId, next } satisfies RegistrationAnswer);
}

function passwordDetail(reasons: readonly string[]): string {
  return reasons.length === 0 ? 'choose another password' : `the password ${reasons.join(', ')}`;
}
