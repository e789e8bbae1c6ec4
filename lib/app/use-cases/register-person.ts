import type { Disagreement } from '../../domain/api';
import type { JurisdictionId } from '../../domain/jurisdictions';
import { assignmentOf, phoneSignalOf } from '../../domain/residence';
import type { RegistrationRequest } from '../../domain/schemas/requests';
import type { Cell } from '../cell';
import type { Accounts, Clock, SignUpResult } from '../ports';

export type Registration =
  | { readonly kind: 'accepted'; readonly personId: string }
  | { readonly kind: 'other-jurisdiction'; readonly jurisdiction: JurisdictionId }
  | { readonly kind: 'served-elsewhere'; readonly reason: string }
  | { readonly kind: 'unknown-country' }
  | { readonly kind: 'residence-unconfirmed'; readonly phone: Disagreement }
  | Exclude<SignUpResult, { readonly kind: 'accepted' }>;

/**
 * Residence decides before anything else is looked at: of a person of another jurisdiction this cell keeps nothing.
 *
 * Of the phone's country nothing is kept either, unless it disagreed: then it stands beside the answer that the person gave.
 */
export function registerPerson(ports: {
  readonly cell: Cell;
  readonly accounts: Pick<Accounts, 'signUp'>;
  readonly newPersonId: () => string;
  readonly clock: Clock;
}): (request: RegistrationRequest) => Promise<Registration> {
  return async (request) => {
    const assignment = assignmentOf(request.residence);
    if (assignment.kind !== 'jurisdiction') return assignment;
    if (assignment.jurisdiction !== ports.cell.jurisdiction) {
      return { kind: 'other-jurisdiction', jurisdiction: assignment.jurisdiction };
    }
    const { residence, phoneCountry, residenceConfirmed, email, password } = request;
    const phone = phoneSignalOf(residence, phoneCountry);
    if (phone.signal === 'unknown-country') return { kind: 'unknown-country' };
    if (phone.signal === 'disagrees' && residenceConfirmed !== true) return { kind: 'residence-unconfirmed', phone };
    const personId = ports.newPersonId();
    const result = await ports.accounts.signUp({
      personId,
      residence,
      email,
      password,
      ...(phone.signal === 'disagrees' &&
        phoneCountry !== undefined && {
          residenceConfirmed: { phoneCountry, at: new Date(ports.clock()).toISOString() },
        }),
    });
    return result.kind === 'accepted' ? { kind: 'accepted', personId } : result;
  };
}
