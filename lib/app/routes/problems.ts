import type { FeatureAnswer } from '../../domain/api';
import type { Cell } from '../cell';
import { type Problem, problem } from '../http/answer';
import { nextStep } from '../http/next-step';

/** Problems that several routes answer with, in the same words. */

export function unknownCountry(): Problem<'unknown_country'> {
  return problem('unknown_country', 'use a code of ISO 3166-1 alpha-2, such as NL or SG');
}

export function tooManyRequests(): Problem<'too_many_requests'> {
  return problem('too_many_requests', 'wait a while before the next attempt', undefined, { 'retry-after': '60' });
}

export function erased(): Problem<'erased'> {
  return problem('erased', 'nothing is kept about this person any more, and nothing can be written');
}

export function termsNotAccepted({ entry }: Cell): Problem<'terms_not_accepted'> {
  return problem(
    'terms_not_accepted',
    'read the terms, and accept them; until then you can only do that, take everything away, or erase yourself',
    {
      termsVersion: entry.terms.version,
      next: nextStep('accept-terms'),
    },
  );
}

export function featureUnavailable(
  { jurisdiction, entry }: Cell,
  { feature, title, reason }: Extract<FeatureAnswer, { readonly state: 'off' }>,
): Problem<'feature_unavailable'> {
  const members = { feature, jurisdiction, jurisdictionName: entry.name, reason };
  return problem('feature_unavailable', `${title} are off here: ${reason}`, members);
}

/** Nobody is told whether a log is not there, not theirs, or shut to them. */
export function noSuchLog(): Problem<'no_such_log'> {
  return problem('no_such_log', 'there is no log at this path that what was sent opens');
}

export function noSuchMedia(): Problem<'no_such_media'> {
  return problem('no_such_media', 'name objects that were announced at POST /me/media, by their mediaId');
}

/** Nobody is told whether an export or an import is not there, or not theirs. */
export function noSuchExport(): Problem<'no_such_export'> {
  return problem('no_such_export', 'there is no export of yours at this path; start one at POST /me/exports');
}

export function noSuchImport(): Problem<'no_such_import'> {
  return problem('no_such_import', 'there is no import of yours at this path; start one at POST /me/imports');
}

export function idempotencyKeyReused(): Problem<'idempotency_key_reused'> {
  return problem('idempotency_key_reused', 'make up a new key for a call that differs from the one before');
}

/** @param what is full, and what can be done */
export function limitReached(what: string): Problem<'limit_reached'> {
  return problem('limit_reached', what);
}
