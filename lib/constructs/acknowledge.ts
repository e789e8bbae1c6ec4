import { Validations } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../domain/errors';

/** The rule packs of cdk-nag that run on the cells. */
export type NagPack = 'AwsSolutions';

/**
 * A rule's id as the report records it: pack, rule, and for rules that look at parts of a resource the part as well, such as
 * `AwsSolutions::AwsSolutions-IAM5[Resource::*]`. An id without its pack silences a rule without a trace (cdk-nag 3.0.2).
 */
export type NagRuleId = `${NagPack}::${NagPack}-${string}`;

export interface Acknowledgement {
  readonly id: NagRuleId;
  /** Why the rule does not apply or is answered otherwise, as a security reviewer would accept it. */
  readonly reason: string;
  /** The team that answers for it. */
  readonly owner: 'platform' | 'security' | 'identity';
  /** When it is a debt: the day, YYYY-MM-DD, on which it must be paid. @default - it is no debt */
  readonly until?: string;
  /** What does the rule's work instead, and the test that shows it; needed where one reason serves more than three resources. */
  readonly substitute?: { readonly control: string; readonly test: string };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Answers a finding of cdk-nag on one construct, and only there.
 *
 * @throws ConfigurationError `AcknowledgementExpired` when a debt's day has passed, `AcknowledgementMalformed` when its day is none
 */
export function acknowledge(construct: IConstruct, answer: Acknowledgement, today: Date = new Date()): void {
  const { id, reason, owner, until, substitute } = answer;
  const where = `the acknowledgement of '${id}' on '${construct.node.path}'`;
  if (until !== undefined && (!DAY.test(until) || Number.isNaN(Date.parse(until)))) {
    throw new ConfigurationError(
      'AcknowledgementMalformed',
      `${where} ends on '${until}'; write a day such as '2027-03-31'`,
    );
  }
  if (until !== undefined && until < today.toISOString().slice(0, 10)) {
    throw new ConfigurationError(
      'AcknowledgementExpired',
      `${where} ended on ${until}; '${owner}' must mend the finding or decide again`,
    );
  }
  const parts = [
    reason,
    ...(substitute === undefined ? [] : [`substitute: ${substitute.control} (${substitute.test})`]),
    `owner: ${owner}`,
    ...(until === undefined ? [] : [`until: ${until}`]),
  ];
  Validations.of(construct).acknowledge({ id, reason: parts.join('; ') });
}
