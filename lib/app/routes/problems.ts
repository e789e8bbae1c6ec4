import { type Problem, problem } from '../http/answer';

/** Problems that several routes answer with, in the same words. */

export function unknownCountry(): Problem {
  return problem('unknown_country', 'use a code of ISO 3166-1 alpha-2, such as NL or SG');
}

export function tooManyRequests(): Problem {
  return problem('too_many_requests', 'wait a while before the next attempt', undefined, { 'retry-after': '60' });
}

export function erased(): Problem {
  return problem('erased', 'nothing is kept about this person any more, and nothing can be written');
}
