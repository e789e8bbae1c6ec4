import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../domain/errors';
import { type DeclaredStore, isPersonalStore } from '../domain/personal-stores';
import { STORE_METADATA, type StoreClass } from '../domain/store-class';

/**
 * Declares what a store holds. The declaration goes into the assembly's metadata, where checks and documents find it; it
 * never silences a finding.
 *
 * @throws ConfigurationError `StoreNotHandled` when it holds something of a person, and the table of such stores does not say
 *   how that is exported, erased and moved
 */
export function declareStore(store: IConstruct, holds: DeclaredStore): void {
  if (holds.personal === true && !isPersonalStore(holds.id)) {
    throw new ConfigurationError(
      'StoreNotHandled',
      `'${store.node.path}' declares the store '${(holds as StoreClass).id}' of personal data, and nothing says how that is exported, erased and moved; add it to PERSONAL_STORES in lib/domain/personal-stores.ts`,
    );
  }
  store.node.addMetadata(STORE_METADATA, holds);
}

/**
 * The classes of all stores below some constructs, each id once, in the order of their ids.
 *
 * @throws ConfigurationError `StoreDeclaredTwice` when two stores share an id and say different things
 */
export function storesBelow(...roots: readonly IConstruct[]): DeclaredStore[] {
  const stores = new Map<string, { holds: DeclaredStore; path: string }>();
  for (const { node } of roots.flatMap((root) => root.node.findAll())) {
    for (const { type, data } of node.metadata) {
      if (type !== STORE_METADATA) continue;
      const holds = data as DeclaredStore;
      const other = stores.get(holds.id);
      if (other !== undefined && JSON.stringify(other.holds) !== JSON.stringify(holds)) {
        throw new ConfigurationError(
          'StoreDeclaredTwice',
          `'${node.path}' and '${other.path}' both declare the store '${holds.id}' and say different things; give each its own id`,
        );
      }
      stores.set(holds.id, { holds, path: node.path });
    }
  }
  return [...stores.values()].map(({ holds }) => holds).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
