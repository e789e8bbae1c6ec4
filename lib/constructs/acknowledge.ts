import { Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { type Answer, answerText, isDay, type NagRuleId } from '../domain/acknowledgement';
import { ConfigurationError } from '../domain/errors';

export interface Acknowledgement extends Answer {
  /** The rules that ask for the same, of one pack or of several. */
  readonly rules: readonly [NagRuleId, ...NagRuleId[]];
}

/** The context that names the packs which run. Answers to others are left out: to record one takes as long as a rule. */
export const RUNNING_PACKS = 'cdk-domicile:running-packs';

/**
 * Answers findings of cdk-nag on one construct, and only there.
 *
 * @throws ConfigurationError `AcknowledgementExpired` when a debt's day has passed, `AcknowledgementMalformed` when a day is none
 */
export function acknowledge(construct: IConstruct, answer: Acknowledgement, today: Date = new Date()): void {
  const { rules, owner, since, until } = answer;
  const where = `the acknowledgement of '${rules.join("', '")}' on '${construct.node.path}'`;
  for (const [word, day] of [
    ['begins', since],
    ['ends', until],
  ]) {
    if (day === undefined || isDay(day)) continue;
    throw new ConfigurationError(
      'AcknowledgementMalformed',
      `${where} ${word} on '${day}'; write a day such as '2027-03-31'`,
    );
  }
  if (until !== undefined && until < today.toISOString().slice(0, 10)) {
    throw new ConfigurationError(
      'AcknowledgementExpired',
      `${where} ended on ${until}; '${owner}' must mend the finding or decide again`,
    );
  }
  const reason = answerText(answer);
  const running = construct.node.tryGetContext(RUNNING_PACKS) as readonly string[] | undefined;
  const asked = rules.filter((id) => running === undefined || running.some((pack) => id.startsWith(`${pack}::`)));
  Validations.of(construct).acknowledge(...asked.map((id) => ({ id, reason })));
}
