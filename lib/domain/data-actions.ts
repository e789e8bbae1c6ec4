import { isImpersonal } from './impersonal-services';
import { isLike } from './like';

/**
 * Actions that have no other purpose than to place data, or keys to it, in another region. Copies that are as often made
 * within a region are not among them: a role that S3 replicates with needs `s3:ReplicateObject` at home as well.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const PLACES_ABROAD = [
  'backup:StartCopyJob',
  'dynamodb:AssociateTableReplica',
  'dynamodb:CreateGlobalTable',
  'dynamodb:CreateGlobalTableWitness',
  'dynamodb:CreateTableReplica',
  'dynamodb:UpdateGlobalTable',
  'ec2:CopySnapshot',
  'elasticache:CreateGlobalReplicationGroup',
  'elasticfilesystem:CreateReplicationConfiguration',
  'fsx:CopyBackup',
  'kms:ReplicateKey',
  'kms:UpdatePrimaryRegion',
  'memorydb:CreateMultiRegionCluster',
  'rds:CopyDBClusterSnapshot',
  'rds:CopyDBSnapshot',
  'rds:CreateGlobalCluster',
  'rds:CrossRegionCommunication',
  'rds:StartDBInstanceAutomatedBackupsReplication',
  'redshift:EnableSnapshotCopy',
  's3:CreateMultiRegionAccessPoint',
  's3:PutReplicationConfiguration',
  'secretsmanager:ReplicateSecretToRegions',
];

/** The part of such an action's name that says so; a pattern that does not reach it grants much else and means none of it. */
const SAYS_SO = /copy|replica|global|multiregion|crossregion|primaryregion/iu;

/** Whether a text can be, or hold, the name of such an action. */
export function namesCopying(text: string): boolean {
  return SAYS_SO.test(text);
}

/** Whether an action, or a pattern of actions, is one that places data abroad. */
export function placesAbroad(action: string): boolean {
  const [literal = ''] = action.split(/[*?]/u);
  return SAYS_SO.test(literal) && PLACES_ABROAD.some((one) => isMatch(action, one));
}

/** Reading calls that carry what rests in a store; all others that only read carry what describes it. */
const READS_DATA = [
  'athena:GetQueryResults',
  'dynamodb:BatchGetItem',
  'dynamodb:GetItem',
  'dynamodb:GetRecords',
  'es:ESHttpGet',
  'kinesis:GetRecords',
  'logs:FilterLogEvents',
  'logs:GetLogEvents',
  's3:GetObject',
  'secretsmanager:GetSecretValue',
];

/** Whether an action carries data to or from the resource that it names. */
export function carriesData(action: string): boolean {
  const [service = '', name = ''] = action.split(':');
  if (isImpersonal(service)) return false;
  return !/^(?:describe|get|list|view|tag|untag)/iu.test(name) || READS_DATA.some((one) => isMatch(action, one));
}

/** Whether an action puts objects into a bucket. */
export function writesObjects(action: string): boolean {
  return isMatch(action, 's3:PutObject') || isMatch(action, 's3:ReplicateObject');
}

function isMatch(pattern: string, action: string): boolean {
  return isLike(action.toLowerCase(), pattern.toLowerCase());
}
