import { OPPOSITE_ADVICE, type OppositeAdvice } from '../../catalogue/opposite-advice';

/**
 * Why rules that demand a copy abroad are not followed: what they demand, and the channel that it would open, as the
 * catalogue has it.
 *
 * @param rules as their packs name them; one that the table does not know is a mistake of ours, and throws
 */
export function reasonAgainst(...rules: readonly string[]): string {
  const [first, ...more] = [...new Set(rules.map(adviceOf))];
  if (first === undefined || more.length > 0) {
    throw new Error(`'${rules.join("', '")}' are answered by no one row of the table of opposite advice`);
  }
  return `the rule demands that ${first.demand}, which is a way out of the region (channel '${first.channel}'); its purpose is served at home`;
}

function adviceOf(rule: string): OppositeAdvice | undefined {
  return OPPOSITE_ADVICE.find(({ rules }) => rules.some(({ id }) => id === rule));
}
