import type { DestinationSelector } from './channel';

/**
 * Rules that point out whom a resource policy admits beside its own account. Another account is not another region, so they
 * say no more; what such a policy grants to a named place abroad is for the rules of its service.
 *
 * @param policy the path of the policy document
 */
export function outsidersIn(
  types: DestinationSelector['types'],
  policy: string,
): [DestinationSelector, DestinationSelector] {
  return [
    {
      types,
      path: `${policy}.Statement[].Principal.AWS[]`,
      kind: 'account',
      severity: 'info',
      unless: { path: `${policy}.Statement[].Effect`, is: ['Deny'] },
    },
    {
      types,
      path: `${policy}.Statement[].Principal`,
      kind: 'account',
      passesUnnamed: true,
      severity: 'info',
      when: { path: `${policy}.Statement[].Effect`, is: ['Allow'] },
      unless: { path: `${policy}.Statement[].Condition`, is: 'present' },
    },
  ];
}

/** Statements that admit others, one for each of the rules. */
export const ADMITTING_OUTSIDERS = [
  { Effect: 'Allow', Principal: { AWS: ['arn:aws:iam::444455556666:root'] }, Action: '*', Resource: '*' },
  { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
] as const;

/** Statements that come close and admit nobody else. */
export const ADMITTING_NOBODY_ELSE = [
  {
    Effect: 'Allow',
    Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
    Action: '*',
    Resource: '*',
  },
  { Effect: 'Deny', Principal: { AWS: ['arn:aws:iam::444455556666:root'] }, Action: '*', Resource: '*' },
  { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' },
  {
    Effect: 'Allow',
    Principal: '*',
    Action: '*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalAccount': { Ref: 'AWS::AccountId' } } },
  },
] as const;
