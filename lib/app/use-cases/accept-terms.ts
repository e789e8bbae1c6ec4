import type { TermsAcceptance } from '../../domain/api';
import type { TermsReference } from '../../domain/schemas/requests';
import type { Cell } from '../cell';
import type { Clock, PersonKeys, PersonReader, PersonRecord, TermsRecorder } from '../ports';
import { isInForce } from '../terms/in-force';

export type Acceptance =
  | { readonly kind: 'accepted'; readonly acceptance: TermsAcceptance }
  | { readonly kind: 'not-in-force' | 'erased' };

/**
 * Records that a person accepted the terms in force, whose version, text and language they name. Accepted again, it stays with
 * the first time. It is the first thing that a person leaves in a cell, so that this makes their key.
 *
 * Only who has signed in can accept: before that, anybody could do so in the name of an address that is not theirs.
 */
export function acceptTerms(ports: {
  readonly cell: Cell;
  readonly people: PersonReader & TermsRecorder;
  readonly keys: Pick<PersonKeys, 'findOrMake'>;
  readonly clock: Clock;
}): (personId: string, terms: TermsReference) => Promise<Acceptance> {
  const { cell, people, keys, clock } = ports;
  return async (personId, terms) => {
    if (!isInForce(cell, terms) || terms.language !== cell.entry.terms.language) return { kind: 'not-in-force' };
    const record = await people.read(personId);
    if (record.kind === 'erased' || acceptedIn(cell, record) !== undefined) return answerFor(cell, record);
    const sealer = record.sealer ?? (await keys.findOrMake(personId));
    if (sealer === 'erased') return { kind: 'erased' };
    const acceptance = { ...terms, acceptedAt: new Date(clock()).toISOString() };
    return answerFor(cell, await people.accept({ personId, sealer }, acceptance, record.terms.length));
  };
}

/** The acceptance of the terms in force, if it is there: it can only be the latest. */
export function acceptedIn(cell: Cell, record: PersonRecord): TermsAcceptance | undefined {
  const latest = record.kind === 'erased' ? undefined : record.terms.at(-1);
  return latest !== undefined && isInForce(cell, latest) ? latest : undefined;
}

function answerFor(cell: Cell, record: PersonRecord): Acceptance {
  if (record.kind === 'erased') return { kind: 'erased' };
  const acceptance = acceptedIn(cell, record);
  return acceptance === undefined ? { kind: 'not-in-force' } : { kind: 'accepted', acceptance };
}
