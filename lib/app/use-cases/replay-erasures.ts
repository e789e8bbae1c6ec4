/** What a replay has found and done; numbers only. */
export interface Replay {
  /** People of whom a store has something. */
  readonly found: number;
  /** Of these, those who have no account any more: they were erased, and a restored copy has brought something of them back. */
  readonly erased: number;
}

/**
 * Erases again whoever a restored copy has brought back.
 *
 * Nothing restores a user pool, and an erasure removes the account when everything else but the mark of it has gone: whoever has
 * data and no account was erased.
 * Whoever registers at this moment has an account before they have data.
 *
 * @param people the ids that the stores name, each as often as it likes
 * @param act false to count only
 */
export async function replayErasures(ports: {
  readonly people: AsyncIterable<string>;
  readonly hasAccount: (personId: string) => Promise<boolean>;
  readonly erase: (personId: string) => Promise<unknown>;
  readonly act: boolean;
}): Promise<Replay> {
  const seen = new Set<string>();
  let erased = 0;
  for await (const personId of ports.people) {
    if (seen.has(personId)) continue;
    seen.add(personId);
    if (await ports.hasAccount(personId)) continue;
    erased += 1;
    if (ports.act) await ports.erase(personId);
  }
  return { found: seen.size, erased };
}
