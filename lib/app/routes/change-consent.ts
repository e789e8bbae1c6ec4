import * as z from 'zod/mini';
import { PURPOSES } from '../../domain/consents';
import { ok, problem } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { bodyOf } from '../http/input';
import type { changeConsent } from '../use-cases/change-consent';
import { consentsAnswer } from './consents-answer';
import { erased, tooManyRequests } from './problems';

const Body = z.strictObject({
  purpose: z.enum(PURPOSES, 'has to be a purpose that the list of consents has'),
  given: z.boolean(),
});

export function changeConsentRoute(change: ReturnType<typeof changeConsent>): MemberRoute {
  return async (member, event) => {
    const body = bodyOf(event, Body);
    if (body.kind === 'problem') return body;
    const result = await change(member, member.consents, body.value.purpose, body.value.given);
    if (result.kind === 'erased') return erased();
    if (result.kind === 'busy') return tooManyRequests();
    if (result.kind === 'recorded') return ok(consentsAnswer(member, result.history));
    return problem('history_full', 'so many changes were recorded that no more consent can be given, only withdrawn');
  };
}
