import type { Channel, Rule } from '../../lib/catalogue/channel';
import { notCovered } from '../../lib/catalogue/channel';
import { judge } from '../../lib/controls/proactive/judge';
import { assemblyOf, type TestStack } from './in-memory';

/** A value that one rule reads at `V`, and what is said of it. */
export interface RuleCase {
  /** Finishes the sentence "it …". */
  readonly name: string;
  readonly rule: Rule;
  readonly value: unknown;
  /** What is beside the resource, in its own stack `Main` and in others. */
  readonly stacks?: Readonly<Record<string, TestStack>>;
  /** Beside eu-central-1, where `Main` is. */
  readonly allowed?: readonly string[];
  readonly says: readonly string[];
}

/** The type of the resource that has the value. */
export const TYPES = ['Test::A::B'] as const;

/** One test for each case, comparing whole messages. */
export function describeRules(what: string, cases: readonly RuleCase[]): void {
  describe(what, () => {
    it.each(cases)('$name', ({ rule, value, stacks = {}, allowed = [], says }) => {
      const { Main: main = {}, ...others } = stacks;
      const subject = { Subject: { Type: TYPES[0], Properties: { V: value } } };
      const assembly = assemblyOf({ Main: { ...main, Resources: { ...main.Resources, ...subject } }, ...others });
      const findings = judge(assembly, { allowed: ['eu-central-1', ...allowed] }, [channelWith(rule)]);
      expect(findings.map(({ message }) => message)).toEqual(says);
    });
  });
}

/** A channel of one rule, for kinds of value that no channel of the catalogue reads yet. */
function channelWith(rule: Rule): Channel {
  const none = notCovered('this channel is for tests of the engine only');
  return {
    id: 'test-channel',
    title: 'Nothing leaves',
    risk: 'Nothing arrives.',
    level: 'content',
    legitimate: 'For a rule that is tried.',
    remediation: 'Nothing is to be done.',
    references: ['https://example.org'],
    proactive: { rules: [rule], violating: [{ Resources: {} }], compliant: [{ Resources: {} }] },
    preventive: none,
    detective: none,
    audit: none,
  };
}
