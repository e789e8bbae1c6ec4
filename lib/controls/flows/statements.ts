import type { Located, PossibleMap } from '../../assembly/possible';
import type { Resolver } from '../../assembly/resolver';
import { known, type Text } from '../../assembly/text';
import { itemsAt, mapsAt, memberOf, textsAt } from './values';

/** A statement of a policy. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Choice;
  readonly resources: Choice;
  readonly principals: Principals;
  readonly conditions: readonly Condition[];
  /** Where it stands in its document: `Statement[0]`. */
  readonly path: string;
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
      mapsAt(item, resolver).map((statement) => statementIn(statement, `Statement[${index}]`, resolver)),
    ),
  );
}

function statementIn(statement: PossibleMap, path: string, resolver: Resolver): Statement {
  const effects = textsAt(memberOf(statement, 'Effect'), resolver);
  return {
    // An effect that is not known can be to allow.
    effect: effects.length > 0 && effects.every((text) => known(text) === 'Deny') ? 'Deny' : 'Allow',
    actions: choiceIn(statement, 'Action', resolver),
    resources: choiceIn(statement, 'Resource', resolver),
    principals: principalsIn(statement, resolver),
    conditions: conditionsIn(statement, resolver),
    path,
  };
}

function choiceIn(statement: PossibleMap, key: string, resolver: Resolver): Choice {
  const others = memberOf(statement, `Not${key}`);
  return { except: others !== undefined, texts: textsAt(others ?? memberOf(statement, key), resolver) };
}

function principalsIn(statement: PossibleMap, resolver: Resolver): Principals {
  const others = memberOf(statement, 'NotPrincipal');
  return { except: others !== undefined, named: principalsAt(others ?? memberOf(statement, 'Principal'), resolver) };
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

function conditionsIn(statement: PossibleMap, resolver: Resolver): Condition[] {
  return mapsAt(memberOf(statement, 'Condition'), resolver).flatMap((operators) =>
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
