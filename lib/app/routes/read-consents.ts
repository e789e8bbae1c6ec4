import { ok } from '../http/answer';
import type { MemberRoute } from '../http/handler';
import { consentsAnswer } from './consents-answer';

/** What a person agreed to, and everything that they gave, withdrew and accepted, with its time. */
export function readConsentsRoute(): MemberRoute<'read-consents'> {
  return (member) => ok(consentsAnswer(member, member.consents));
}
