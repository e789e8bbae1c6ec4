import { type Channel, type Example, isCovered } from '../../lib/catalogue/channel';
import { judge } from '../../lib/controls/proactive/judge';
import type { Finding } from '../../lib/domain/finding';
import { stackOf } from './in-memory';

/** What a rule is to say about one resource, or about a whole template. */
export interface ChannelCase {
  /** Finishes the sentence "it …". */
  readonly name: string;
  /** Properties of a resource of the type that the channel's first rule reads. */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** @default - the type that the channel's first rule reads */
  readonly type?: string;
  /** The rest of the template, or all of it. */
  readonly template?: Partial<Example>;
  /** @default - nothing beside home, which is eu-central-1 */
  readonly allowed?: readonly string[];
  readonly violations: readonly ExpectedViolation[];
}

type ExpectedViolation = Pick<Finding, 'path' | 'value' | 'reach'> & Partial<Pick<Finding, 'logicalId' | 'severity'>>;

const SUBJECT = 'Subject';

/** One test for each case, comparing the whole list of what the channel's rules find. */
export function describeChannel(channel: Channel, cases: readonly ChannelCase[]): void {
  describe(channel.id, () => {
    it.each(cases)('$name', ({ properties, type, template, allowed = [], violations }) => {
      const subject = properties && { [SUBJECT]: { Type: type ?? firstType(channel), Properties: properties } };
      const stack = stackOf({ ...template, Resources: { ...template?.Resources, ...subject } });
      const findings = judge({ stacks: [stack] }, { allowed: ['eu-central-1', ...allowed] }, [channel]);
      expect(
        findings.map(({ logicalId, path, value, reach, severity }) => ({ logicalId, path, value, reach, severity })),
      ).toEqual(violations.map((violation) => ({ logicalId: SUBJECT, severity: 'error', ...violation })));
    });
  });
}

function firstType({ id, proactive }: Channel): string {
  if (!isCovered(proactive)) throw new Error(`'${id}' has no rule that a case could try`);
  return proactive.rules[0].types[0];
}
