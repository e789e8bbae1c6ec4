import { CHANNELS } from '../../catalogue/catalogue';
import { boundaryName, cellName, deploymentBoundaryName, deploymentPolicyName } from '../../domain/cell';
import { assertFits } from './boundary';
import { channelDenies, ELSEWHERE } from './channel-denies';
import { isNeededToDeploy } from './needed-actions';
import { type Place, type Policy, policyOf, type Statement } from './policy';

/** The services whose resources a cell's stacks are made of; a test compares them with the templates. */
export const DEPLOYED_SERVICES = [
  'apigateway',
  'backup',
  'backup-storage',
  'cloudtrail',
  'cloudwatch',
  'cognito-idp',
  'dynamodb',
  'ec2',
  'events',
  'kms',
  'lambda',
  'logs',
  'route53resolver',
  's3',
  'sns',
  'sqs',
  'states',
  'wafv2',
] as const;

/** A policy as an account gets it before its first deployment. */
export interface NamedPolicy {
  readonly name: string;
  readonly policy: Policy;
}

/**
 * What CloudFormation may do when it deploys a cell: make its resources at home, and its roles, each with the boundary of
 * the cell, but nothing that only opens a channel. For `cdk bootstrap --cloudformation-execution-policies`.
 */
export function deploymentPolicy(jurisdiction: string, place: Place): NamedPolicy {
  const policy = policyOf(
    {
      Sid: 'ResourcesAtHome',
      Effect: 'Allow',
      Action: DEPLOYED_SERVICES.map((service) => `${service}:*`),
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': place.region } },
    },
    {
      // The template of every CDK app begins with a look at the bootstrap's version.
      Sid: 'BootstrapVersion',
      Effect: 'Allow',
      Action: 'ssm:GetParameters',
      Resource: `arn:aws:ssm:${place.region}:${place.account}:parameter/cdk-bootstrap/*`,
    },
    ...roleStatementsOfDeployment(cellName(jurisdiction), boundaryName(jurisdiction), place),
    ...channelDenies(place.region, DATA).filter(isAlways).flatMap(ofDeployedServices),
    ...channelDenies(place.region, WAYS)
      .filter((statement) => !isAlways(statement))
      .flatMap(ofDeployedServices),
  );
  return { name: deploymentPolicyName(jurisdiction), policy: assertFits(policy) };
}

/**
 * The most that any role of the CDK bootstrap can do: everything at home but what a condition key tells to be a channel of the
 * services that a cell is made of, and the roles of the cell. All channels' actions do not fit into one policy: what is refused
 * without a condition, and what only opens a way, stands in the policy of CloudFormation's role, and no other role of the
 * bootstrap is allowed any; what belongs to other services is for the organization to refuse.
 * For `cdk bootstrap --custom-permissions-boundary … --apply-permissions-boundary-to-all-roles`.
 *
 * IAM is one service for all regions, so its actions are named instead. A role that deploys the cell can also rewrite the
 * cell's boundary: where both cells share an account, it is the strongest way out that remains.
 */
export function deploymentBoundary(jurisdiction: string, place: Place): NamedPolicy {
  const policy = policyOf(
    {
      Sid: 'AnythingAtHome',
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': place.region } },
    },
    ...roleStatementsOfDeployment(cellName(jurisdiction), boundaryName(jurisdiction), place),
    {
      Sid: 'PassTheRolesOfTheBootstrap',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: `arn:aws:iam::${place.account}:role/cdk-*-cfn-exec-role-${place.account}-${place.region}`,
      Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
    },
    {
      Sid: 'NothingElseAbroad',
      Effect: 'Deny',
      NotAction: 'iam:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': place.region } },
    },
    {
      Sid: 'BoundariesStay',
      Effect: 'Deny',
      Action: 'iam:DeleteRolePermissionsBoundary',
      Resource: '*',
    },
    ...channelDenies(place.region, COPIES)
      .filter((statement) => !isAlways(statement))
      .flatMap(ofDeployedServices),
  );
  return { name: deploymentBoundaryName(jurisdiction), policy: assertFits(policy) };
}

function isAlways({ Condition }: Statement): boolean {
  return Condition === undefined;
}

/** What only tells of data is for the organization to refuse: with all of it the policy would not fit. */
const DATA = CHANNELS.filter(({ level }) => level !== 'metadata');

/** Channels that are a way for data to go, apart from those that carry data, keys or what tells of them. */
const WAYS = CHANNELS.filter(({ level }) => level === 'path');
const COPIES = CHANNELS.filter(({ level }) => level !== 'path');

/** What of a statement speaks of the services that a cell is made of, and is not needed to make it. */
function ofDeployedServices(statement: Statement): Statement[] {
  // `NothingElseAbroad` refuses them already.
  if (statement.Sid === ELSEWHERE) return [];
  const actions = [statement.Action ?? []].flat();
  const deployed = actions.filter((action) => DEPLOYED_SERVICES.some((service) => action.startsWith(`${service}:`)));
  const refused = deployed.filter((action) => (isAlways(statement) ? !isNeededToDeploy(action) : !OBJECTS.has(action)));
  return refused.length === 0 ? [] : [{ ...statement, Action: refused }];
}

/** How code gets to where it runs is for AWS to know; no data that people entrust to a cell is read while it is deployed. */
const OBJECTS: ReadonlySet<string> = new Set(['s3:GetObject', 's3:PutObject']);

function roleStatementsOfDeployment(cell: string, boundary: string, { account }: Place): Statement[] {
  const role = `arn:aws:iam::${account}:role/${cell}-*`;
  const policy = `arn:aws:iam::${account}:policy/${boundary}`;
  return [
    {
      Sid: 'RolesWithTheBoundary',
      Effect: 'Allow',
      Action: [
        'iam:CreateRole',
        'iam:DeleteRolePolicy',
        'iam:PutRolePermissionsBoundary',
        'iam:PutRolePolicy',
        'iam:UpdateAssumeRolePolicy',
      ],
      Resource: role,
      Condition: { ArnEquals: { 'iam:PermissionsBoundary': policy } },
    },
    {
      Sid: 'RolesOfTheCell',
      Effect: 'Allow',
      Action: [
        'iam:DeleteRole',
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateRole',
        'iam:UpdateRoleDescription',
      ],
      Resource: role,
    },
    {
      Sid: 'PassToTheServicesOfTheCell',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: role,
      Condition: {
        StringEquals: {
          'iam:PassedToService': ['backup.amazonaws.com', 'lambda.amazonaws.com', 'states.amazonaws.com'],
        },
      },
    },
    {
      Sid: 'BoundaryOfTheCell',
      Effect: 'Allow',
      Action: [
        'iam:CreatePolicy',
        'iam:CreatePolicyVersion',
        'iam:DeletePolicy',
        'iam:DeletePolicyVersion',
        'iam:GetPolicy',
        'iam:GetPolicyVersion',
        'iam:ListPolicyVersions',
        'iam:TagPolicy',
        'iam:UntagPolicy',
      ],
      Resource: policy,
    },
    {
      Sid: 'RolesThatServicesMakeForThemselves',
      Effect: 'Allow',
      Action: 'iam:CreateServiceLinkedRole',
      Resource: `arn:aws:iam::${account}:role/aws-service-role/*`,
      Condition: {
        StringLike: {
          'iam:AWSServiceName': [
            'backup.amazonaws.com',
            'ops.apigateway.amazonaws.com',
            'route53resolver.amazonaws.com',
          ],
        },
      },
    },
  ];
}
