import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../domain/errors';
import { STORE_METADATA, type StoreClass } from '../domain/store-class';

/**
 * Declares what a store holds. The declaration goes into the assembly's metadata, where checks and documents find it; it
 * never silences a finding.
 */
export function declareStore(store: IConstruct, holds: StoreClass): void {
  store.node.addMetadata(STORE_METADATA, holds);
}

/**
 * The classes of all stores below some constructs, each id once, in the order of their ids.
 *
 * @throws ConfigurationError `StoreDeclaredTwice` when two stores share an id and say different things
 */
export function storesBelow(...roots: readonly IConstruct[]): StoreClass[] {
  const stores = new Map<string, { holds: StoreClass; path: string }>();
  for (const { node } of roots.flatMap((root) => root.node.findAll())) {
    for (const { type, data } of node.metadata) {
      if (type !== STORE_METADATA) continue;
      const holds = data as StoreClass;
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
