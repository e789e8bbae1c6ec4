import { boundaryName, deploymentBoundaryName, undoRoleName } from '../../../domain/cell';
import { REPLICATING_SERVICES } from './escapes';
import { deny, type GuardStatement } from './guard-statement';
import { type GuardedAccount, isShared } from './guarded-account';
import { BREAK_GLASS_ROLE, butFor, principalsOf, ROLE_TITLES } from './principals';

/** What keeps the guardrails themselves in place. */
export function guardianStatements(account: GuardedAccount): GuardStatement[] {
  const policies = account.cells.flatMap(({ jurisdiction }) => [
    `arn:aws:iam::*:policy/${boundaryName(jurisdiction)}`,
    `arn:aws:iam::*:policy/${deploymentBoundaryName(jurisdiction)}`,
  ]);
  const guardians = [
    `arn:aws:iam::*:role/${BREAK_GLASS_ROLE}`,
    ...account.cells.map(({ jurisdiction }) => `arn:aws:iam::*:role/${undoRoleName(jurisdiction)}`),
  ];
  const deployment = principalsOf('deployment', account);
  const management = 'arn:aws:iam::*:role/OrganizationAccountAccessRole';
  const butThem = (...principals: readonly string[]) => ({ ArnNotLike: { 'aws:PrincipalArn': principals } });
  return [
    {
      statement: deny('StayInTheOrganization', { Action: 'organizations:LeaveOrganization' }),
      because: 'an account that leaves the organization leaves its policies behind',
      channels: [],
    },
    {
      statement: deny(
        'RolesThatReplicateAreNotMade',
        { Action: 'iam:CreateServiceLinkedRole' },
        { StringEquals: { 'iam:AWSServiceName': [...REPLICATING_SERVICES] } },
      ),
      because: 'no service control policy binds what a service-linked role does, but making one can be refused',
      channels: [
        'dynamodb-global-table',
        'ecr-replication',
        'keyspaces-multi-region',
        'kms-multi-region-key',
        'lambda-at-edge-and-functions',
        'lex-global-resiliency',
        's3-tables-replication',
      ],
    },
    {
      statement: deny(
        'RolesWithABoundary',
        {
          Action: ['iam:CreateRole', 'iam:CreateUser'],
          ...(isShared(account) ? {} : { NotResource: 'arn:aws:iam::*:role/cdk-*' }),
        },
        { ArnNotLike: { 'iam:PermissionsBoundary': policies } },
        ...(isShared(account) ? [] : [butThem(...deployment, management, ...principalsOf('control-tower', account))]),
      ),
      because: 'a role or a user without the boundary of a cell could read in one cell and write in another',
      channels: ['iam-cross-region-grant'],
      exempt: isShared(account)
        ? []
        : [
            {
              what: 'roles of the CDK bootstrap',
              because:
                'a bootstrap that is not told of a boundary makes its roles without one; this account has one cell only',
            },
            {
              what: ROLE_TITLES.deployment,
              because: 'its own policy lets it make roles of the cell with the boundary only',
            },
            { what: ROLE_TITLES['control-tower'], because: 'it sets up roles before there is a boundary' },
          ],
    },
    {
      statement: deny(
        'BoundariesOfCellsOnly',
        { Action: ['iam:PutRolePermissionsBoundary', 'iam:PutUserPermissionsBoundary'] },
        { ArnNotLike: { 'iam:PermissionsBoundary': policies } },
      ),
      because: 'a boundary must not be put in the place of one that limits more',
      channels: ['iam-cross-region-grant'],
    },
    {
      statement: deny(
        'BoundariesStay',
        { Action: ['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'] },
        butFor(['break-glass'], account),
      ),
      because: 'a role whose boundary is taken away is a role without one',
      channels: ['iam-cross-region-grant'],
      exempt: [{ what: ROLE_TITLES['break-glass'], because: 'a wrong boundary can shut everybody out' }],
    },
    {
      statement: deny(
        'BoundariesStayAsTheyAre',
        {
          Action: [
            'iam:CreatePolicyVersion',
            'iam:DeletePolicy',
            'iam:DeletePolicyVersion',
            'iam:SetDefaultPolicyVersion',
          ],
          Resource: policies,
        },
        butFor(['break-glass', 'deployment'], account),
      ),
      because: 'who rewrites a boundary has none',
      channels: ['iam-cross-region-grant'],
      exempt: [
        { what: ROLE_TITLES.deployment, because: 'a new action of a function changes the boundary of its cell' },
        { what: ROLE_TITLES['break-glass'], because: 'a wrong boundary can shut everybody out' },
      ],
    },
    {
      statement: deny(
        'WhatIsDoneIsRecorded',
        {
          Action: [
            'cloudtrail:DeleteTrail',
            'cloudtrail:PutEventSelectors',
            'cloudtrail:StopLogging',
            'config:DeleteConfigurationRecorder',
            'config:DeleteDeliveryChannel',
            'config:StopConfigurationRecorder',
          ],
        },
        butFor(['deployment', 'control-tower'], account),
      ),
      because: 'the sentinel hears calls by the trail; without it whatever is not refused is not seen either',
      channels: [],
      exempt: [
        { what: ROLE_TITLES.deployment, because: 'it makes and changes the trail of the cell' },
        {
          what: ROLE_TITLES['control-tower'],
          because: 'it makes and changes the trail and the recorder of a landing zone',
        },
      ],
    },
    {
      statement: deny(
        'ExemptRolesAreNotForAnybody',
        {
          Action: [
            'iam:AttachRolePolicy',
            'iam:CreateRole',
            'iam:DeleteRole',
            'iam:DeleteRolePolicy',
            'iam:DetachRolePolicy',
            'iam:PutRolePolicy',
            'iam:UpdateAssumeRolePolicy',
          ],
          Resource: guardians,
        },
        butThem(...deployment, management),
      ),
      because: 'who makes a role that is exempt, or says who may be it, is exempt',
      channels: [],
      exempt: [
        { what: ROLE_TITLES.deployment, because: 'it makes the role that undoes' },
        {
          what: 'the role through which the management account works in this one',
          because: 'the role of last resort is made from outside of the account',
        },
      ],
    },
  ];
}
