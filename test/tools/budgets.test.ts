import { readdirSync } from 'node:fs';
import path from 'node:path';
import budgets from '../slow/budgets.json';

/** What the slow tests may take together, in seconds. */
const ALL = 20 * 60;

describe('the budgets of the slow tests', () => {
  it('have one for each suite', () => {
    const suites = readdirSync('test/slow', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => path.posix.join('test/slow', file));
    expect(suites.filter((suite) => !Object.hasOwn(budgets, suite))).toEqual([]);
  });

  it('fit into twenty minutes', () => {
    expect(Object.values(budgets).reduce((sum, seconds) => sum + seconds, 0)).toBeLessThanOrEqual(ALL);
  });
});
