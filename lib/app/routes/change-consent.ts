import { ConsentRequest } from '../../domain/schemas/requests';
import { ok, problem } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { bodyOf } from '../http/input';
import type { changeConsent } from '../use-cases/change-consent';
import { consentsAnswer } from './consents-answer';
import { erased, tooManyRequests } from './problems';

export function changeConsentRoute(change: ReturnType<typeof changeConsent>): MemberRoute<'change-consent'> {
  return async (member, event) => {
    const body = bodyOf(event, ConsentRequest);
    if (body.kind === 'problem') return body;
    const result = await change(member, member.consents, body.value.purpose, body.value.given);
    if (result.kind === 'erased') return erased();
    if (result.kind === 'busy') return tooManyRequests();
    if (result.kind === 'recorded') return ok(consentsAnswer(member, result.history));
    return problem('history_full', 'so many changes were recorded that no more consent can be given, only withdrawn');
  };
}
