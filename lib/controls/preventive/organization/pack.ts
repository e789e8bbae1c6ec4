import { InputError } from '../../../domain/errors';
import { type Policy, policyOf } from '../policy';
import type { GuardStatement } from './guard-statement';
import { ATTACHED_BY_AWS, LIMITS } from './limits';

/** Some of the statements, in a document that AWS takes. */
export interface PackedPolicy {
  readonly policy: Policy;
  readonly size: number;
  readonly statements: readonly GuardStatement[];
}

/**
 * Puts statements into documents within their limit, in the order in which they come: what belongs together stays together, and a
 * new channel changes one document.
 *
 * @throws InputError `PolicyTooLarge` when one statement alone is too large, `TooManyPolicies` when a target takes no more
 */
export function pack(kind: 'scp' | 'rcp', statements: readonly GuardStatement[]): PackedPolicy[] {
  const { characters, ofOneTarget } = LIMITS[kind];
  const bins: GuardStatement[][] = [];
  for (const one of statements) {
    if (sizeOf([one]) > characters) {
      throw new InputError(
        'PolicyTooLarge',
        `the statement '${one.statement.Sid}' has ${sizeOf([one])} characters, and a document of an '${kind}' takes ${characters}; split its actions`,
      );
    }
    const bin = bins.at(-1);
    if (bin !== undefined && sizeOf([...bin, one]) <= characters) bin.push(one);
    else bins.push([one]);
  }
  const places = ofOneTarget - ATTACHED_BY_AWS[kind];
  if (bins.length > places) {
    throw new InputError(
      'TooManyPolicies',
      `the statements of an '${kind}' need ${bins.length} documents, and a target takes ${places} beside the one of AWS; refuse services as a whole, or attach some at the organizational unit above`,
    );
  }
  return bins.map((bin) => ({ policy: documentOf(bin), size: sizeOf(bin), statements: bin }));
}

function documentOf(bin: readonly GuardStatement[]): Policy {
  return policyOf(...bin.map(({ statement }) => statement));
}

function sizeOf(bin: readonly GuardStatement[]): number {
  return JSON.stringify(documentOf(bin)).length;
}
