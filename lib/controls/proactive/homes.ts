import type { Stack } from '../../assembly/stack';
import { isRegion, REGIONS } from '../../domain/regions';
import type { Terms } from './destinations/answer';

/** Whose regions count as one home. */
export interface Homes {
  /** Regions among which data may move. A stack elsewhere is a home of its own. @default - each stack's own region only */
  readonly allowed?: readonly string[];
  /** The same for each jurisdiction by itself: data may move among the regions of a group, and from none to another. */
  readonly groups?: readonly (readonly string[])[];
}

/** Where the data of each stack may rest: one outside of the allowed regions is another jurisdiction's. */
export function termsOf({ allowed = [], groups = [] }: Homes): (stack: Stack) => Terms {
  const together = [...groups, allowed].map(withoutMainlandChina);
  return ({ region, account }) => {
    return { home: region, allowed: together.find((group) => group.includes(region)) ?? [region], account };
  };
}

/** No setting allows that partition. */
function withoutMainlandChina(regions: readonly string[]): string[] {
  return regions.filter((region) => !isRegion(region) || REGIONS[region].partition !== 'aws-cn');
}
