import type { TermsReference } from '../../domain/schemas/requests';
import type { Cell } from '../cell';

/** Whether these are the terms that are in force here: this version, and its exact text. */
export function isInForce({ entry }: Cell, { version, sha256 }: Pick<TermsReference, 'version' | 'sha256'>): boolean {
  return version === entry.terms.version && sha256 === entry.terms.sha256;
}
