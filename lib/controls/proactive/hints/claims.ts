import { segmentsOf } from '../places';

interface Branch {
  readonly branches: Map<string, Branch>;
  isEnd: boolean;
}

/** The properties of a type that some channel reads: what it has judged is not searched again. */
export class Claims {
  readonly #reached: readonly Branch[];

  private constructor(reached: readonly Branch[]) {
    this.#reached = reached;
  }

  static of(paths: readonly string[]): Claims {
    const root: Branch = { branches: new Map(), isEnd: false };
    for (const path of paths) {
      let branch = root;
      for (const segment of segmentsOf(path)) {
        let next = branch.branches.get(segment);
        if (next === undefined) {
          next = { branches: new Map(), isEnd: false };
          branch.branches.set(segment, next);
        }
        branch = next;
      }
      if (branch !== root) branch.isEnd = true;
    }
    return new Claims([root]);
  }

  /** The same, and these as well. */
  and(paths: readonly string[]): Claims {
    return new Claims([...this.#reached, ...Claims.of(paths).#reached]);
  }

  /** What is claimed of the elements of a list. */
  item(): Claims | 'claimed' {
    return this.#step(['[]']);
  }

  /** What is claimed of a member of a map. */
  member(key: string): Claims | 'claimed' {
    return this.#step([key, '{}', '{key}']);
  }

  #step(segments: readonly string[]): Claims | 'claimed' {
    // One element stands for a list of one.
    const reached = this.#reached.flatMap((branch) => [branch, branch.branches.get('[]') ?? branch]);
    const next = reached
      .flatMap(({ branches }) => segments.map((segment) => branches.get(segment)))
      .filter((branch) => branch !== undefined);
    return next.some(({ branches, isEnd }) => isEnd || branches.has('$') || branches.has('**'))
      ? 'claimed'
      : new Claims(next);
  }
}
