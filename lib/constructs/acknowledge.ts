import { Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { type Answer, answerText, isDay, isOwner, type NagRuleId, type Owner } from '../domain/acknowledgement';
import { ConfigurationError } from '../domain/errors';

/** An answer to findings, and the findings: by this repository's teams, of the packs that judge its cells, unless told otherwise. */
export interface Acknowledgement<Team extends string = Owner, Rule extends string = NagRuleId> extends Answer<Team> {
  /** The rules that ask for the same, of one pack or of several, each by its whole id: `AwsSolutions::AwsSolutions-S1`. */
  readonly rules: readonly [Rule, ...Rule[]];
}

/** The context that names the packs which run. Answers to others are left out: to record one takes as long as a rule. */
export const RUNNING_PACKS = 'cdk-domicile:running-packs';

/**
 * Answers findings of cdk-nag on one construct, and only there.
 *
 * @throws ConfigurationError `AcknowledgementExpired` when a debt's day has passed, `AcknowledgementMalformed` when a day is none,
 * or the owner's name could not be read back
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
  if (!isOwner(owner)) {
    throw new ConfigurationError(
      'AcknowledgementMalformed',
      `${where} is owned by '${owner}'; write one word for the team, such as 'platform'`,
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
