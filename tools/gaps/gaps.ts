/** A text that says what some of AWS's names mean that sound as if they led to another place. */
export interface Meaning {
  readonly means: string;
  /** Names of properties, actions or functions. */
  readonly of: readonly string[];
}

/** What is wrong between names that AWS knows and what the catalogue says of them. */
export interface Gaps {
  /** Names of which nothing is said. */
  readonly open: readonly string[];
  /** Names that a meaning is given for, and that AWS does not know, or that a channel claims by now. */
  readonly stale: readonly string[];
  /** Names that several meanings are given for. */
  readonly repeated: readonly string[];
  /** Texts that stand for too many names to mean each of them. */
  readonly crowded: readonly string[];
}

/** How many names one text can speak of and still say what each means. */
const MOST_OF_ONE_MEANING = 10;

/**
 * @param known names that AWS has and that speak of a place
 * @param isClaimed whether a channel reads or refuses what is called so
 */
export function findGaps(
  known: Iterable<string>,
  isClaimed: (name: string) => boolean,
  meanings: readonly Meaning[],
): Gaps {
  const unclaimed = new Set([...known].filter((name) => !isClaimed(name)));
  const given = meanings.flatMap(({ of }) => of);
  const said = new Set(given);
  const shared = new Map<string, number>();
  for (const { means, of } of meanings) shared.set(means, (shared.get(means) ?? 0) + of.length);
  return {
    open: [...unclaimed].filter((name) => !said.has(name)).toSorted(),
    stale: [...said].filter((name) => !unclaimed.has(name)).toSorted(),
    repeated: [...said].filter((name) => given.indexOf(name) !== given.lastIndexOf(name)).toSorted(),
    crowded: [...shared].filter(([, names]) => names > MOST_OF_ONE_MEANING).map(([means]) => means),
  };
}
