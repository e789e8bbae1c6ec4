import { InputError } from '../../domain/errors';
import { type Place, type Policy, policyOf } from './policy';

/** Characters that a managed policy may have, white space aside (IAM quotas, November 2026). */
export const MANAGED_POLICY_LIMIT = 6144;

/**
 * The permissions boundary of every role of a cell: the named actions, at home, and nothing else anywhere.
 *
 * The Deny repeats what the Allow leaves out, because a boundary's silence does not bind a session that a resource's own
 * policy names; an explicit Deny binds it. `aws:RequestedRegion` is in every request, so that the negated operator never
 * meets a missing key.
 *
 * @param actions what the cell's roles need, each spelled out
 * @throws InputError `BoundaryTooWide` when an action holds a wildcard, `PolicyTooLarge` when IAM would refuse the policy
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundaryPolicy({ region }: Pick<Place, 'region'>, actions: readonly string[]): Policy {
  const wide = actions.filter((action) => action.includes('*') || action.includes('?'));
  if (wide.length > 0) {
    throw new InputError('BoundaryTooWide', `the boundary would allow '${wide.join("', '")}'; name each action`);
  }
  const policy = policyOf(
    {
      Sid: 'WhatTheCellDoesAtHome',
      Effect: 'Allow',
      Action: [...new Set(actions)].toSorted(),
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': region } },
    },
    {
      Sid: 'NothingAbroad',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': region } },
    },
  );
  return assertFits(policy);
}

/**
 * Refuses a policy that IAM would refuse for its size.
 *
 * @throws InputError `PolicyTooLarge`, with the size and the limit in characters
 */
export function assertFits(policy: Policy): Policy {
  const size = JSON.stringify(policy).length;
  if (size > MANAGED_POLICY_LIMIT) {
    const [first] = policy.Statement;
    throw new InputError(
      'PolicyTooLarge',
      `the policy that begins with '${first?.Sid}' has ${size} characters and IAM takes ${MANAGED_POLICY_LIMIT}; take actions out that no role needs`,
    );
  }
  return policy;
}
