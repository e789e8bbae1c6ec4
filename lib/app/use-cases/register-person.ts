import type { RegistrationRequest } from '../../domain/api';
import type { JurisdictionId } from '../../domain/jurisdictions';
import { assignmentOf } from '../../domain/residence';
import type { Cell } from '../cell';
import type { Accounts, SignUpResult } from '../ports';

export type Registration =
  | { readonly kind: 'accepted'; readonly personId: string }
  | { readonly kind: 'other-jurisdiction'; readonly jurisdiction: JurisdictionId }
  | { readonly kind: 'served-elsewhere'; readonly reason: string }
  | { readonly kind: 'unknown-country' }
  | Exclude<SignUpResult, { readonly kind: 'accepted' }>;

/** Residence decides before anything else is looked at: of a person of another jurisdiction this cell keeps nothing. */
export function registerPerson(ports: {
  readonly cell: Cell;
  readonly accounts: Pick<Accounts, 'signUp'>;
  readonly newPersonId: () => string;
}): (request: RegistrationRequest) => Promise<Registration> {
  return async (request) => {
    const assignment = assignmentOf(request.residence);
    if (assignment.kind !== 'jurisdiction') return assignment;
    if (assignment.jurisdiction !== ports.cell.jurisdiction) {
      return { kind: 'other-jurisdiction', jurisdiction: assignment.jurisdiction };
    }
    const personId = ports.newPersonId();
    const result = await ports.accounts.signUp({ ...request, personId });
    return result.kind === 'accepted' ? { kind: 'accepted', personId } : result;
  };
}
