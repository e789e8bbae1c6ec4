import type { LocationAnswer, StoreLocation } from '../../domain/api';
import { type DeclaredStore, PERSONAL_STORES, STORE_KEYS, type StoreDuty } from '../../domain/personal-stores';
import type { StoreRetention } from '../../domain/store-class';
import { type Cell, homeOf } from '../cell';

/** Where everything that this cell keeps rests, for how long, under which right, and what becomes of it: stores of people first. */
export function locateData(cell: Cell, stores: readonly DeclaredStore[]): LocationAnswer {
  const home = homeOf(cell);
  const located = stores.map(
    (store): StoreLocation => ({
      ...store,
      region: home.region,
      location: home.location,
      howLong: howLong(store.retention),
      encryption: STORE_KEYS[store.key],
      ...(store.personal === true && { yours: dutiesOf(store.id) }),
    }),
  );
  const isPersonal = ({ personal }: StoreLocation) => personal === true;
  return {
    ...home,
    law: cell.entry.law,
    controller: cell.entry.controller,
    stores: [...located.filter(isPersonal), ...located.filter((store) => !isPersonal(store))],
  };
}

function dutiesOf(id: keyof typeof PERSONAL_STORES): NonNullable<StoreLocation['yours']> {
  const words = (duty: StoreDuty, done: string) => (duty === 'handler' ? done : duty.no);
  const { export: exported, erase, move } = PERSONAL_STORES[id];
  return {
    export: words(exported, 'it is in the archive that you can ask for'),
    erase: words(erase, 'it is emptied when you have yourself erased'),
    move: words(move, 'it goes with you'),
  };
}

function howLong(retention: StoreRetention): string {
  if (retention.until === 'age') return retention.days === 0 ? 'not at all' : `for ${days(retention.days)}`;
  if (retention.thenRecoverableForDays === 0) return 'until you have it erased';
  return `until you have it erased, and recoverable for ${days(retention.thenRecoverableForDays)} after that`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
