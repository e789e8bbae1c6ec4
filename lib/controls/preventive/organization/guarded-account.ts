/** One cell, as the policies of an organization see it. */
export interface GuardedCell {
  /** The id of its jurisdiction. */
  readonly jurisdiction: string;
  /** The regions in which its data may rest, its home first. */
  readonly regions: readonly [string, ...string[]];
}

/** An account and the cells in it. */
export interface GuardedAccount {
  readonly account: string;
  readonly cells: readonly [GuardedCell, ...GuardedCell[]];
}

/** The cells by the accounts that they are in, in the order in which the accounts are first named. */
export function byAccount(cells: readonly (GuardedCell & { readonly account: string })[]): GuardedAccount[] {
  const accounts = new Map<string, GuardedAccount>();
  for (const { account, jurisdiction, regions } of cells) {
    const cell = { jurisdiction, regions };
    const known = accounts.get(account);
    accounts.set(account, { account, cells: known === undefined ? [cell] : [...known.cells, cell] });
  }
  return [...accounts.values()];
}

/** All regions that the cells of an account may use. */
export function regionsOf({ cells }: GuardedAccount): string[] {
  return [...new Set(cells.flatMap(({ regions }) => regions))];
}

/** Whether a region that one cell may use is abroad for another. */
export function isShared({ cells }: GuardedAccount): boolean {
  return cells.length > 1;
}
