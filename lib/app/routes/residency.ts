import type { ResidencyAnswer } from '../../domain/api';
import { assignmentOf, phoneSignalOf } from '../../domain/residence';
import { ResidencyQuery } from '../../domain/schemas/requests';
import { cellOf, homeOf } from '../cell';
import { ok } from '../http/answer';
import type { PublicRoute } from '../http/handler';
import { queryOf } from '../http/input';
import { unknownCountry } from './problems';

/** The same answer from every cell. It stores nothing, and logs nothing of what was asked. */
export function residencyRoute(): PublicRoute<'residency'> {
  return (event) => {
    const query = queryOf(event, ResidencyQuery);
    if (query.kind === 'problem') return query;
    const assignment = assignmentOf(query.value.country);
    const phone = phoneSignalOf(query.value.country, query.value.phoneCountry);
    if (assignment.kind === 'unknown-country' || phone.signal === 'unknown-country') return unknownCountry();
    if (assignment.kind === 'served-elsewhere') return ok({ ...assignment, phone } satisfies ResidencyAnswer);
    const home = homeOf(cellOf(assignment.jurisdiction));
    return ok({ kind: 'jurisdiction', ...home, phone } satisfies ResidencyAnswer);
  };
}
