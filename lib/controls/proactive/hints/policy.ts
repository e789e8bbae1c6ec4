import { isChoice } from '../../../assembly/intrinsics/parameters';
import type { PossibleText } from '../../../assembly/possible';
import type { JsonMap } from '../../../assembly/template';
import { known, searchable, show } from '../../../assembly/text';
import { carriesData, placesAbroad, writesObjects } from '../../../domain/data-actions';
import { isLike } from '../../../domain/like';
import { arnHint, arnsIn } from './arns';
import { undecidedDestination } from './destination-region';
import { type Hint, names } from './reading';
import type { Search, Spot } from './search';
import { regionsHint } from './words';

/** A text of a policy and where it stands. */
interface Said {
  readonly possible: PossibleText;
  readonly spot: Spot;
}

/**
 * What the grants of a policy let go abroad. A `Deny` grants nothing, nor does what a statement leaves out.
 *
 * @returns false where the map is no policy
 */
export function policySightings({ Statement: statements }: JsonMap, spot: Spot, search: Search): boolean {
  const found = mapsIn({ ...spot, node: statements, path: joined(spot.path, 'Statement'), key: 'Statement' }, search);
  if (!found.some(({ entries }) => Object.hasOwn(entries, 'Effect'))) return false;
  for (const { entries, spot: where } of found) {
    const effects = textsIn(member(entries, 'Effect', where), search);
    if (effects.some(({ possible }) => known(possible.text)?.toLowerCase() !== 'deny')) {
      new Statement(entries, where, search).judge();
    }
  }
  return true;
}

class Statement {
  readonly #entries: JsonMap;
  readonly #spot: Spot;
  readonly #search: Search;
  readonly #actions: readonly Said[];

  constructor(entries: JsonMap, spot: Spot, search: Search) {
    this.#entries = entries;
    this.#spot = spot;
    this.#search = search;
    this.#actions = this.#texts('Action');
  }

  judge(): void {
    if (this.#isNarrowed()) return;
    for (const said of this.#actions) {
      const action = show(said.possible.text);
      if (placesAbroad(action) && !this.#isOfKey) this.#report({ because: 'which places data in any region' }, said);
    }
    this.#reportAll(this.#texts('Resource'), (said) => this.#resourceHint(said));
    if (this.#isGranted(carriesData)) {
      this.#reportAll(this.#conditions(/^aws:requestedregion$/iu), (said) => this.#regionHint(said));
    }
  }

  /** A key's own policy: only what is a multi-region key can be replicated, and such a key is reported for that. */
  get #isOfKey(): boolean {
    return this.#spot.path.startsWith('KeyPolicy.');
  }

  #resourceHint(said: Said): Hint | undefined {
    const isOfBuckets = /^arn:[\w-]*:s3:::/u.test(searchable(said.possible.text));
    if (!this.#isGranted(isOfBuckets ? writesObjects : carriesData)) return undefined;
    const { text } = said.possible;
    return this.#search.resourceHint(text) ?? this.#arnHint(said) ?? undecidedDestination(text, 'Resource');
  }

  #arnHint({ possible }: Said): Hint | undefined {
    const [arn] = arnsIn(searchable(possible.text));
    return arn === undefined ? undefined : arnHint(arn, this.#search.surroundings);
  }

  #regionHint({ possible }: Said): Hint | undefined {
    const { allowed } = this.#search.surroundings;
    const pattern = known(possible.text);
    if (pattern === undefined || !/[*?]/u.test(pattern)) {
      return regionsHint(searchable(possible.text), this.#search.surroundings);
    }
    return allowed.some((region) => isLike(region, pattern)) ? undefined : names(pattern);
  }

  #isGranted(isOfKind: (action: string) => boolean): boolean {
    return (
      this.#actions.some(({ possible }) => isOfKind(show(possible.text))) || Object.hasOwn(this.#entries, 'NotAction')
    );
  }

  /** Whether a condition asks for an allowed region: of the request, of a replica, of whatever it is that a key names. */
  #isNarrowed(): boolean {
    const { allowed } = this.#search.surroundings;
    const patterns = this.#conditions(/region$/iu).map(({ possible }) => known(possible.text) ?? '');
    return patterns.some((pattern) => allowed.some((region) => isLike(region, pattern)));
  }

  /** The values that a condition asks for under keys of this kind. */
  #conditions(key: RegExp): Said[] {
    return mapsIn(member(this.#entries, 'Condition', this.#spot), this.#search).flatMap(({ entries, spot }) =>
      Object.keys(entries)
        .filter((operator) => !/not|null/iu.test(operator))
        .flatMap((operator) => mapsIn(member(entries, operator, spot), this.#search))
        .flatMap(({ entries: asked, spot: where }) =>
          Object.keys(asked)
            .filter((name) => key.test(name))
            .flatMap((name) => textsIn(member(asked, name, where), this.#search)),
        ),
    );
  }

  #texts(key: string): Said[] {
    return Object.hasOwn(this.#entries, key) ? textsIn(member(this.#entries, key, this.#spot), this.#search) : [];
  }

  /** Where a free choice can also be at home, nothing hints that it is not. */
  #reportAll(saids: readonly Said[], hintOf: (said: Said) => Hint | undefined): void {
    const hints = saids.map((said) => ({ said, hint: hintOf(said) }));
    const atHome = new Set(hints.filter(({ hint }) => hint === undefined).map(({ said }) => said.spot.path));
    for (const { said, hint } of hints) {
      const isOpen = atHome.has(said.spot.path) && said.possible.via.some(isChoice);
      if (hint !== undefined && !isOpen) this.#report(hint, said);
    }
  }

  #report(hint: Hint, { possible, spot }: Said): void {
    this.#search.report(hint, possible.text, possible.via, spot);
  }
}

function member(entries: JsonMap, key: string, spot: Spot): Spot {
  return { ...spot, node: entries[key], key, path: joined(spot.path, key) };
}

/** The maps of a list, or the one map that stands for a list of one. */
function mapsIn(spot: Spot, search: Search): { readonly entries: JsonMap; readonly spot: Spot }[] {
  return search.possibilities(spot).flatMap(({ possible, given }) => {
    if (possible.kind === 'map')
      return [{ entries: possible.entries, spot: { ...spot, stack: possible.stack, given } }];
    if (possible.kind !== 'list') return [];
    return possible.items.flatMap((item, index) =>
      mapsIn({ ...spot, ...item, given, path: `${spot.path}[${index}]` }, search),
    );
  });
}

/** The texts of a list, or the one text that stands for a list of one. */
function textsIn(spot: Spot, search: Search): Said[] {
  return search.possibilities(spot).flatMap(({ possible, given }): Said[] => {
    if (possible.kind === 'text') return [{ possible, spot: { ...spot, given } }];
    if (possible.kind !== 'list') return [];
    return possible.items.flatMap((item, index) =>
      textsIn({ ...spot, ...item, given, path: `${spot.path}[${index}]` }, search),
    );
  });
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
