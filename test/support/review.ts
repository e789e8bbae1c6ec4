import { type Channel, type Example, isCovered, type Proactive } from '../../lib/catalogue/channel';
import { judge } from '../../lib/controls/proactive/judge';
import type { Finding } from '../../lib/domain/finding';
import { stackOf } from './in-memory';

/** The rules, by number, that no violating example of the channel misses when they are switched off. */
export function unprovenRules(channel: Channel): readonly number[] {
  const { proactive } = channel;
  if (!isCovered(proactive)) return [];
  const found = proactive.violating.map((example) => findingsIn(example, channel).length);
  return proactive.rules.flatMap((_, index) => {
    const without = withoutRule(channel, proactive, index);
    const isMissed = proactive.violating.some(
      (example, number) => findingsIn(example, without).length < (found[number] ?? 0),
    );
    return isMissed ? [] : [index + 1];
  });
}

/** What a channel alone finds in one of its examples. */
export function findingsIn(example: Example, channel: Channel): Finding[] {
  return judge({ stacks: [stackOf({ ...example })] }, {}, [channel]);
}

function withoutRule(channel: Channel, proactive: Proactive, number: number): Channel {
  const rules = proactive.rules.filter((_, index) => index !== number);
  return { ...channel, proactive: { ...proactive, rules: rules as unknown as Proactive['rules'] } };
}
