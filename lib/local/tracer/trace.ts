import { createHash } from 'node:crypto';
import type { Target } from '../target';
import { assertAllRead } from './deployed-stores';
import type { TracedText } from './needles';
import { type Hit, Search } from './search';
import type { Seen } from './seen';
import { bucketsOf } from './stores/buckets';
import { readRegion } from './stores/readers';
import type { Store, StoreKind } from './stores/store';

/** A traced text that was found. */
export interface Trace {
  readonly region: string;
  readonly kind: StoreKind;
  /** The id of the store. */
  readonly store: string;
  /** Where in the store, and how it lay there. */
  readonly where: string;
  readonly label: string;
}

/** What was looked through, and what was found there. */
export interface RegionTrace {
  readonly region: string;
  readonly stores: number;
  readonly records: number;
  readonly traces: readonly Trace[];
}

/** Where calls go whose region nobody set. */
const BY_DEFAULT = 'us-east-1';

/**
 * Looks for the texts in everything that a region holds, in every encoding: in the regions that are given, in the one where
 * things go by default, and wherever else the account has a bucket.
 *
 * @param seen what was looked through before the texts were made; left out, everything is looked through
 */
export async function traceIn(
  target: Target,
  given: readonly string[],
  texts: readonly TracedText[],
  seen?: Seen,
): Promise<RegionTrace[]> {
  const buckets = await bucketsOf(target);
  const regions = [...new Set([...given, BY_DEFAULT, ...buckets.map(({ region }) => region)])];
  const search = new Search(texts);
  // Both regions hold the code of the same functions; what was looked through once is not looked through again.
  const known = new Map<string, Hit[]>();
  const look = (bytes: Buffer): Hit[] => {
    const digest = createHash('sha256').update(bytes).digest('base64');
    const hits = known.get(digest) ?? (seen?.has(digest) === true ? [] : search.in(bytes));
    known.set(digest, hits);
    return hits;
  };
  const traces = await Promise.all(
    regions.map(async (region) => {
      const stores = await readRegion(target, region);
      await assertAllRead(target, region, stores);
      return traceStores(region, stores, look);
    }),
  );
  seen?.replace([...known.keys()]);
  return traces;
}

function traceStores(region: string, stores: readonly Store[], look: (bytes: Buffer) => Hit[]): RegionTrace {
  const traces: Trace[] = [];
  let records = 0;
  for (const { kind, id, records: held } of stores) {
    for (const { where, body } of [{ where: 'its name', body: Buffer.from(id) }, ...held]) {
      records += 1;
      for (const { label, encoding } of look(body)) {
        traces.push({ region, kind, store: id, where: `${where}, ${encoding}`, label });
      }
    }
  }
  return { region, stores: stores.length, records, traces };
}
