import type { Cell } from '../cell';

/**
 * How every SDK client of a cell is made: bound to the home region, and done before the function's ten seconds are over.
 *
 * @param attemptMs for one attempt; there are two
 */
export function clientConfig({ entry }: Cell, attemptMs: number) {
  return {
    region: entry.homeRegion,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: attemptMs, throwOnRequestTimeout: true },
  };
}
