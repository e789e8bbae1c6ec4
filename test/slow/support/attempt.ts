import type { Target } from '../../../lib/local/target';
import type { OrganizationCase } from '../../support/organization';

/** A call that is made, and the case that the evaluator is asked. */
export interface Attempt extends Omit<OrganizationCase, 'principal'> {
  readonly make: (at: { readonly as: Target; readonly region: string; readonly id: string }) => Promise<unknown>;
  /** Why the emulator cannot show what the evaluator says: it does not fill a key of the request, or does not ask. */
  readonly notShown?: string;
}
