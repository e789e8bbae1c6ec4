import { TermsReference } from '../../domain/schemas/requests';
import type { Cell } from '../cell';
import { ok, problem } from '../http/answer';
import type { PersonRoute } from '../http/handler';
import { bodyOf } from '../http/input';
import { nextStep } from '../http/next-step';
import type { Acceptance } from '../use-cases/accept-terms';
import { erased } from './problems';

export function acceptTermsRoute(
  { entry }: Cell,
  accept: (personId: string, terms: TermsReference) => Promise<Acceptance>,
): PersonRoute<'accept-terms'> {
  return async (personId, event) => {
    const body = bodyOf(event, TermsReference);
    if (body.kind === 'problem') return body;
    const acceptance = await accept(personId, body.value);
    if (acceptance.kind === 'erased') return erased();
    if (acceptance.kind === 'accepted') return ok(acceptance.acceptance);
    return problem('terms_not_in_force', 'read the terms in force, and accept them by version, sha256 and language', {
      termsVersion: entry.terms.version,
      next: nextStep('read-terms'),
    });
  };
}
