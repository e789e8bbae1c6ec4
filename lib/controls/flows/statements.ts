import type { Located } from '../../assembly/possible';
import type { Resolver } from '../../assembly/resolver';
import { known, type Text } from '../../assembly/text';
import { itemsAt, type MapOf, mapsAt, memberOf, textsAt } from './values';

/** A statement of a policy. Each part is read when somebody asks: most are asked for few. */
export class Statement {
  readonly effect: 'Allow' | 'Deny';
  /** Where it stands in its document: `Statement[0]`. */
  readonly path: string;
  readonly #map: MapOf;
  readonly #resolver: Resolver;
  #actions: Choice | undefined;
  #resources: Choice | undefined;
  #conditions: readonly Condition[] | undefined;

  constructor(map: MapOf, path: string, resolver: Resolver) {
    const effects = textsAt(memberOf(map, 'Effect'), resolver);
    // An effect that is not known can be to allow.
    this.effect = effects.length > 0 && effects.every((text) => known(text) === 'Deny') ? 'Deny' : 'Allow';
    this.path = path;
    this.#map = map;
    this.#resolver = resolver;
  }

  get actions(): Choice {
    this.#actions ??= this.#choice('Action', 'NotAction');
    return this.#actions;
  }

  get resources(): Choice {
    this.#resources ??= this.#choice('Resource', 'NotResource');
    return this.#resources;
  }

  get principals(): Principals {
    const others = memberOf(this.#map, 'NotPrincipal');
    const named = principalsAt(others ?? memberOf(this.#map, 'Principal'), this.#resolver);
    return { except: others !== undefined, named };
  }

  get conditions(): readonly Condition[] {
    this.#conditions ??= conditionsAt(memberOf(this.#map, 'Condition'), this.#resolver);
    return this.#conditions;
  }

  #choice(key: string, exceptKey: string): Choice {
    const others = memberOf(this.#map, exceptKey);
    return { except: others !== undefined, texts: textsAt(others ?? memberOf(this.#map, key), this.#resolver) };
  }
}

/** Some texts, or with `except` everything but these. */
export interface Choice {
  readonly except: boolean;
  readonly texts: readonly Text[];
}

export interface Principals {
  readonly except: boolean;
  readonly named: readonly Principal[];
}

export interface Principal {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`; `*` for everybody. */
  readonly kind: string;
  readonly text: Text;
}

/** An operator, a key in small letters, and the values that it is compared with. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Text[];
}

/** The statements of a policy document. */
export function statementsOf(document: Located, resolver: Resolver): readonly Statement[] {
  return mapsAt(document, resolver).flatMap((policy) =>
    itemsAt(memberOf(policy, 'Statement'), resolver).flatMap((item, index) =>
      mapsAt(item, resolver).map((map) => new Statement(map, `Statement[${index}]`, resolver)),
    ),
  );
}

function principalsAt(located: Located | undefined, resolver: Resolver): readonly Principal[] {
  const everybody = textsAt(located, resolver).map((text) => ({ kind: known(text) === '*' ? '*' : 'AWS', text }));
  const named = mapsAt(located, resolver).flatMap((map) =>
    Object.keys(map.entries).flatMap((kind) =>
      textsAt(memberOf(map, kind), resolver).map((text) => ({ kind: known(text) === '*' ? '*' : kind, text })),
    ),
  );
  return [...everybody, ...named];
}

function conditionsAt(located: Located | undefined, resolver: Resolver): Condition[] {
  return mapsAt(located, resolver).flatMap((operators) =>
    Object.keys(operators.entries).flatMap((operator) =>
      mapsAt(memberOf(operators, operator), resolver).flatMap((keys) =>
        Object.keys(keys.entries).map((key) => ({
          operator,
          key: key.toLowerCase(),
          values: textsAt(memberOf(keys, key), resolver),
        })),
      ),
    ),
  );
}
