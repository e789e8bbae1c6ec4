import type { ConsentsAnswer } from '../../domain/api';
import { CONSENTS, type ConsentChange, isGiven, latestChange, PURPOSES } from '../../domain/consents';
import type { Member } from '../http/handler';

export function consentsAnswer({ terms }: Pick<Member, 'terms'>, history: readonly ConsentChange[]): ConsentsAnswer {
  return {
    consents: PURPOSES.map((purpose) => ({
      purpose,
      ...CONSENTS[purpose],
      given: isGiven(history, purpose),
      since: latestChange(history, purpose)?.at ?? null,
    })),
    history,
    terms,
  };
}
