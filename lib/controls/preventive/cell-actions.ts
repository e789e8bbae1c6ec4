import type { FunctionId } from '../../domain/routes';

/** A role of a cell, by what it is for: one for each function, and those that AWS services assume. */
export type RoleId = FunctionId | 'backup';

/** Roles of functions: each of them runs in the cell's network and writes a log. */
type EveryFunction = 'every function';

/**
 * What the roles of a cell may do, and which of them need it. Roles, and the boundary around all of them, are derived from
 * this table: an action that no role needs cannot be in the boundary, and a role cannot have one that the boundary lacks.
 *
 * No emulator asks for the actions of logs, ec2 and kms; AWS does.
 */
export const CELL_ACTIONS = {
  // The role that AWS Backup assumes: AWS's managed policy AWSBackupServiceRolePolicyForBackup, cut down to tables.
  'backup:CopyIntoBackupVault': ['backup'],
  'backup:DescribeBackupVault': ['backup'],
  'dynamodb:ListTagsOfResource': ['backup'],
  'dynamodb:StartAwsBackupJob': ['backup'],
  'kms:CreateGrant': ['backup'],

  'cognito-idp:AdminDeleteUser': ['erase-person'],
  'dynamodb:GetItem': [
    'read-profile',
    'write-profile',
    'accept-terms',
    'read-consents',
    'change-consent',
    'locate-data',
  ],
  'dynamodb:PutItem': ['erase-person'],
  'dynamodb:UpdateItem': ['write-profile', 'accept-terms', 'change-consent'],

  // DynamoDB uses a table's key in the name of its caller.
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
  'kms:Decrypt': [
    'read-profile',
    'write-profile',
    'accept-terms',
    'read-consents',
    'change-consent',
    'erase-person',
    'locate-data',
    'sentinel',
    'backup',
  ],
  'kms:DescribeKey': [
    'read-profile',
    'write-profile',
    'accept-terms',
    'read-consents',
    'change-consent',
    'erase-person',
    'locate-data',
    'backup',
  ],
  'kms:Encrypt': ['write-profile', 'accept-terms', 'change-consent', 'erase-person', 'backup'],
  'kms:GenerateDataKey': ['write-profile', 'accept-terms', 'change-consent', 'erase-person', 'sentinel', 'backup'],

  // Lambda asks for these in the name of the function's role, before the function runs.
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
  'ec2:AssignPrivateIpAddresses': ['every function'],
  'ec2:CreateNetworkInterface': ['every function'],
  'ec2:DeleteNetworkInterface': ['every function'],
  'ec2:DescribeNetworkInterfaces': ['every function'],
  'ec2:DescribeSubnets': ['every function'],
  'ec2:UnassignPrivateIpAddresses': ['every function'],
  'logs:CreateLogStream': ['every function'],
  'logs:PutLogEvents': ['every function'],

  // A function that an event calls leaves what it cannot handle in the dead-letter queue.
  'sqs:SendMessage': ['sentinel'],
} as const satisfies Readonly<Record<`${string}:${string}`, readonly (RoleId | EveryFunction)[]>>;

export type CellAction = keyof typeof CELL_ACTIONS;

export const ALL_CELL_ACTIONS = Object.keys(CELL_ACTIONS) as CellAction[];

/** The actions of one role in one service, in the order of the table. */
export function actionsOf(role: RoleId | EveryFunction, service: string): CellAction[] {
  return ALL_CELL_ACTIONS.filter((action) => {
    const needed: readonly (RoleId | EveryFunction)[] = CELL_ACTIONS[action];
    return action.startsWith(`${service}:`) && needed.includes(role);
  });
}
