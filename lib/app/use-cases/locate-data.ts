import type { LocationAnswer } from '../../domain/api';
import type { StoreClass, StoreRetention } from '../../domain/store-class';
import { type Cell, homeOf } from '../cell';

/** Where everything that this cell keeps rests, for how long, and under which right. */
export function locateData(cell: Cell, stores: readonly StoreClass[]): LocationAnswer {
  const home = homeOf(cell);
  return {
    ...home,
    law: cell.entry.law,
    controller: cell.entry.controller,
    stores: stores.map((store) => ({
      ...store,
      region: home.region,
      location: home.location,
      howLong: howLong(store.retention),
    })),
  };
}

function howLong(retention: StoreRetention): string {
  if (retention.until === 'age') return `for ${days(retention.days)}`;
  if (retention.thenRecoverableForDays === 0) return 'until you have it erased';
  return `until you have it erased, and recoverable for ${days(retention.thenRecoverableForDays)} after that`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
