import { type FunctionId, isFunction, type WorkflowId } from '../../domain/routes';

/** A role of a cell, by what it is for: one for each function, and those that AWS services assume. */
export type RoleId = FunctionId | WorkflowId | 'backup';

/** The resources that roles work on, and the service whose actions they take. */
export const RESOURCES = {
  vault: 'backup',
  accounts: 'cognito-idp',
  profiles: 'dynamodb',
  conversations: 'dynamodb',
  jobs: 'dynamodb',
  receipts: 'dynamodb',
  'person-keys': 'dynamodb',
  /** The key that stores are encrypted under, used through their services. */
  'store-key': 'kms',
  /** The key that each person's own key is wrapped under, used directly. */
  'person-key': 'kms',
  'dead-letters': 'sqs',
  /** A bucket and its objects: S3 takes some actions on the one, and some on the others. */
  media: 's3',
  archives: 's3',
  /** The functions that a workflow calls. */
  steps: 'lambda',
  erasure: 'states',
  export: 'states',
  import: 'states',
} as const satisfies Readonly<Record<string, string>>;

export type ResourceId = keyof typeof RESOURCES;
export const RESOURCE_IDS = Object.keys(RESOURCES) as ResourceId[];

type Service = (typeof RESOURCES)[ResourceId];
type Rights = { readonly [Id in ResourceId]?: readonly `${(typeof RESOURCES)[Id]}:${string}`[] };

/** What opens what a person's own key has sealed. */
const OPENS = { 'person-keys': ['dynamodb:GetItem'], 'person-key': ['kms:Decrypt'] } as const satisfies Rights;
/** What asks whether a person has accepted the terms in force, as every route of a member does. */
const READS = { ...OPENS, profiles: ['dynamodb:GetItem'] } as const satisfies Rights;
const CHANGES = { ...OPENS, profiles: ['dynamodb:GetItem', 'dynamodb:UpdateItem'] } as const satisfies Rights;
/** What asks whether a person was erased, within the transaction that writes. */
const UNLESS_ERASED = {
  ...OPENS,
  profiles: ['dynamodb:ConditionCheckItem', 'dynamodb:GetItem'],
} as const satisfies Rights;

/** What removes an archive, with every version of it and what was uploaded of one in parts. */
const REMOVES = [
  's3:AbortMultipartUpload',
  's3:DeleteObjectVersion',
  's3:ListBucketMultipartUploads',
  's3:ListBucketVersions',
] as const;

/**
 * What each role of a cell may do on what. Roles, and the boundary around all of them, are derived from this table: an action
 * that no role needs cannot be in the boundary, and a role cannot have one that the boundary lacks.
 *
 * What a role needs of the key of the stores is derived from what it does in them. No emulator asks for the actions of logs,
 * ec2 and that key; AWS does.
 */
export const ROLE_RIGHTS = {
  status: {},
  residency: {},
  features: {},
  // Cognito takes these calls unsigned.
  'register-person': {},
  'confirm-registration': {},
  'sign-in': {},
  'read-terms': {},
  'accept-terms': {
    ...CHANGES,
    'person-keys': ['dynamodb:GetItem', 'dynamodb:PutItem'],
    'person-key': ['kms:Decrypt', 'kms:GenerateDataKey'],
  },
  'read-profile': READS,
  'write-profile': CHANGES,
  'read-consents': READS,
  'change-consent': CHANGES,
  'erase-person': {
    profiles: ['dynamodb:PutItem'],
    jobs: ['dynamodb:PutItem'],
    receipts: ['dynamodb:GetItem', 'dynamodb:PutItem'],
    erasure: ['states:StartExecution'],
  },
  transparency: {},
  'home-page': {},
  openapi: {},
  'read-receipt': { receipts: ['dynamodb:GetItem'] },
  'locate-data': READS,
  'start-log': {
    ...UNLESS_ERASED,
    conversations: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
  },
  'list-logs': { ...READS, conversations: ['dynamodb:Query'] },
  'write-message': {
    ...UNLESS_ERASED,
    conversations: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  },
  'read-own-log': { ...READS, conversations: ['dynamodb:GetItem', 'dynamodb:Query'] },
  'grant-reader': {
    ...UNLESS_ERASED,
    conversations: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  },
  'revoke-reader': { ...READS, conversations: ['dynamodb:UpdateItem'] },
  'upload-media': {
    ...UNLESS_ERASED,
    conversations: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    // Forms and links are signed in the name of these roles, and used from a person's device.
    media: ['s3:PutObject'],
  },
  'download-media': { ...READS, conversations: ['dynamodb:GetItem'], media: ['s3:GetObject'] },
  'read-key': { ...READS, conversations: ['dynamodb:GetItem', 'dynamodb:Query'] },
  'read-log': { ...OPENS, conversations: ['dynamodb:GetItem', 'dynamodb:Query'] },
  'read-log-media': { ...OPENS, conversations: ['dynamodb:GetItem'], media: ['s3:GetObject'] },
  // Whoever has accepted no terms, or not those in force, can still take everything away: it is asked of no key.
  'start-export': {
    profiles: ['dynamodb:ConditionCheckItem'],
    jobs: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    export: ['states:StartExecution'],
  },
  'read-export': { jobs: ['dynamodb:GetItem'], archives: ['s3:GetObject'] },
  'start-import': {
    ...UNLESS_ERASED,
    jobs: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    archives: ['s3:PutObject'],
  },
  // S3 says that an object is missing only to whom may list the bucket.
  'run-import': {
    ...READS,
    jobs: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    archives: ['s3:GetObject', 's3:ListBucket'],
    import: ['states:StartExecution'],
  },
  'read-import': { ...READS, jobs: ['dynamodb:GetItem'] },
  fallback: {},
  'pre-sign-up': {},

  erasure: { steps: ['lambda:InvokeFunction'] },
  'end-sessions': { accounts: ['cognito-idp:AdminUserGlobalSignOut'], jobs: ['dynamodb:GetItem'] },
  // It reads no content: what it removes it knows by its place.
  'erase-store': {
    accounts: ['cognito-idp:AdminDeleteUser'],
    profiles: ['dynamodb:PutItem'],
    conversations: ['dynamodb:BatchWriteItem', 'dynamodb:Query'],
    jobs: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:Query'],
    'person-keys': ['dynamodb:PutItem'],
    media: ['s3:DeleteObjectVersion', 's3:ListBucketVersions'],
    archives: REMOVES,
  },
  'close-erasure': { jobs: ['dynamodb:DeleteItem'], receipts: ['dynamodb:UpdateItem'] },

  // It sees receipts and starts workflows: whose erasures they are it does not see.
  'resume-erasures': { receipts: ['dynamodb:Query'], erasure: ['states:StartExecution'] },
  'remove-unconfirmed': { accounts: ['cognito-idp:AdminDeleteUser', 'cognito-idp:ListUsers'] },

  export: { steps: ['lambda:InvokeFunction'] },
  'collect-export': {
    ...READS,
    accounts: ['cognito-idp:AdminGetUser'],
    conversations: ['dynamodb:Query'],
    jobs: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    media: ['s3:GetObject', 's3:ListBucket'],
    archives: [...REMOVES, 's3:PutObject'],
  },
  'remove-export': {
    jobs: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    archives: REMOVES,
  },
  import: { steps: ['lambda:InvokeFunction'] },
  'import-archive': {
    ...OPENS,
    profiles: ['dynamodb:ConditionCheckItem', 'dynamodb:UpdateItem'],
    conversations: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    jobs: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    media: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
    archives: [...REMOVES, 's3:GetObject', 's3:ListBucket'],
  },
  // It opens nothing: what it takes back it knows by the archive, and by the import that each item names.
  'undo-import': {
    conversations: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    jobs: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    media: ['s3:DeleteObjectVersion', 's3:ListBucketVersions'],
    archives: [...REMOVES, 's3:GetObject', 's3:ListBucket'],
  },

  // A function that an event calls leaves what it cannot handle in the dead-letter queue.
  sentinel: { 'dead-letters': ['sqs:SendMessage'] },
  // The role that AWS Backup assumes: AWS's managed policy AWSBackupServiceRolePolicyForBackup, cut down to tables.
  backup: {
    vault: ['backup:CopyIntoBackupVault', 'backup:DescribeBackupVault'],
    profiles: ['dynamodb:ListTagsOfResource', 'dynamodb:StartAwsBackupJob'],
    conversations: ['dynamodb:ListTagsOfResource', 'dynamodb:StartAwsBackupJob'],
    'store-key': ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
  },
} as const satisfies Readonly<Record<RoleId, Rights>>;

export const ROLE_IDS = Object.keys(ROLE_RIGHTS) as RoleId[];

/**
 * What every function has: Lambda asks for the network's in the name of the function's role, before the function runs.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 */
export const EVERY_FUNCTION = {
  ec2: [
    'ec2:AssignPrivateIpAddresses',
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:UnassignPrivateIpAddresses',
  ],
  logs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
} as const;

/**
 * What a call to a store asks of the store's key in the name of its caller, by whether it writes.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
const KEY_OF_STORE = {
  dynamodb: {
    reading: ['kms:Decrypt', 'kms:DescribeKey'],
    writing: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
  },
  s3: { reading: ['kms:Decrypt'], writing: ['kms:Decrypt', 'kms:GenerateDataKey'] },
  sqs: { reading: ['kms:Decrypt'], writing: ['kms:Decrypt', 'kms:GenerateDataKey'] },
} as const satisfies Partial<Record<Service, unknown>>;

/** Deleting asks nothing of the key of S3; a table's items are written anew. */
const READING = /^(?:s3:Delete|[a-z-]+:(?:Get|List|Query|Describe|BatchGet|Receive))/;

/** What a role may do on one of the resources that it works on. */
export function rightsOf(role: RoleId, resource: ResourceId): readonly string[] {
  const rights: Rights = ROLE_RIGHTS[role];
  if (resource !== 'store-key' || rights[resource] !== undefined) return rights[resource] ?? [];
  const needed = RESOURCE_IDS.flatMap((store) => {
    const actions = rights[store] ?? [];
    const service = RESOURCES[store];
    if (actions.length === 0 || !(service in KEY_OF_STORE)) return [];
    const { reading, writing } = KEY_OF_STORE[service as keyof typeof KEY_OF_STORE];
    return actions.every((action) => READING.test(action)) ? reading : writing;
  });
  return [...new Set<string>(needed)].toSorted();
}

/** Every action that some role of a cell may take. */
export const ALL_CELL_ACTIONS: readonly string[] = [
  ...new Set([
    ...ROLE_IDS.flatMap((role) => RESOURCE_IDS.flatMap((resource) => rightsOf(role, resource))),
    ...EVERY_FUNCTION.ec2,
    ...EVERY_FUNCTION.logs,
  ]),
].toSorted();

/** What functions ask of a service from their subnets. */
export function askedByFunctions(service: string): string[] {
  const asked = ROLE_IDS.filter(isFunction).flatMap((role) =>
    RESOURCE_IDS.filter((resource) => resource !== 'store-key' && RESOURCES[resource] === service).flatMap((resource) =>
      rightsOf(role, resource),
    ),
  );
  return [...new Set(asked)].toSorted();
}

/** The functions that use the key of people's keys. */
export const PERSON_KEY_ROLES: readonly FunctionId[] = ROLE_IDS.filter(isFunction).filter(
  (role) => rightsOf(role, 'person-key').length > 0,
);
