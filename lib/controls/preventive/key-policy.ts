import { accountPrincipal, type Place, type Policy, policyOf, type Statement } from './policy';

/**
 * What administers a key and cannot read with it. Left out on purpose: every cryptographic action, `kms:CreateGrant` (it
 * hands out cryptographic actions) and `kms:ReplicateKey`, `kms:UpdatePrimaryRegion` (they carry the key to another region).
 *
 * Names: AWS service authorization reference, checked by a test against the IAM action list.
 */
export const KEY_ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListAliases',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
] as const;

const CRYPTOGRAPHY = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
] as const;

/** Services that use a store key in the name of their caller (`kms:ViaService`). */
export const CALLER_SERVICES = ['backup', 'dynamodb', 's3', 'sns', 'sqs'] as const;
export type CallerService = (typeof CALLER_SERVICES)[number];

/** Services that use a store key in their own name. */
export const PRINCIPAL_SERVICES = ['cloudtrail', 'cloudwatch', 'logs'] as const;
export type PrincipalService = (typeof PRINCIPAL_SERVICES)[number];

export type StoreKeyService = CallerService | PrincipalService;

/**
 * The policy of a key under which stores are encrypted: administered by the account, used for cryptography only through
 * the named services of the home region, never directly.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function storeKeyPolicy(place: Place, services: readonly StoreKeyService[]): Policy {
  const via = CALLER_SERVICES.filter((service) => services.includes(service)).map(
    (service) => `${service}.${place.region}.amazonaws.com`,
  );
  const inItsOwnName = PRINCIPAL_SERVICES.filter((service) => services.includes(service));
  return policyOf(
    administration(place),
    ...(via.length > 0 ? throughCallerServices(place, via) : []),
    ...inItsOwnName.map((service) => SERVICE_STATEMENT[service](place)),
  );
}

/**
 * The policy of the key under which each person's own data key is wrapped: administered by the account, used directly by
 * the named roles only, and only with an encryption context of exactly this cell and some person.
 *
 * @param roles names of the roles, which their own policies must allow as well
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-encryption-context
 */
export function personKeyPolicy(place: Place, cell: string, roles: readonly string[]): Policy {
  return policyOf(administration(place), {
    Sid: 'UseForOnePersonOfThisCell',
    Effect: 'Allow',
    Principal: accountPrincipal(place),
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: '*',
    Condition: {
      ArnEquals: { 'aws:PrincipalArn': roles.map((role) => `arn:aws:iam::${place.account}:role/${role}`) },
      StringEquals: { 'kms:CallerAccount': place.account, 'kms:EncryptionContext:cell': cell },
      // A negated or absent key must not let a request pass: the person is demanded, and nothing beside the two is taken.
      Null: { 'kms:EncryptionContext:person': 'false' },
      'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['cell', 'person'] },
    },
  });
}

function administration(place: Place): Statement {
  return {
    Sid: 'Administration',
    Effect: 'Allow',
    Principal: accountPrincipal(place),
    Action: KEY_ADMINISTRATION,
    Resource: '*',
  };
}

function throughCallerServices(place: Place, via: readonly string[]): Statement[] {
  const condition = { 'kms:CallerAccount': place.account, 'kms:ViaService': via };
  return [
    {
      Sid: 'CryptographyThroughServicesAtHome',
      Effect: 'Allow',
      Principal: accountPrincipal(place),
      Action: CRYPTOGRAPHY,
      Resource: '*',
      Condition: { StringEquals: condition },
    },
    {
      Sid: 'GrantsToServicesAtHome',
      Effect: 'Allow',
      Principal: accountPrincipal(place),
      Action: 'kms:CreateGrant',
      Resource: '*',
      Condition: { StringEquals: condition, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
  ];
}

/** What each service's documentation asks for, narrowed to this account and region. */
const SERVICE_STATEMENT = {
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
  cloudtrail: ({ region, account }) => ({
    Sid: 'TrailOfThisCell',
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: ['kms:DescribeKey', 'kms:GenerateDataKey'],
    Resource: '*',
    Condition: {
      ArnLike: { 'aws:SourceArn': `arn:aws:cloudtrail:${region}:${account}:trail/*` },
    },
  }),
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  cloudwatch: ({ region, account }) => ({
    Sid: 'AlarmsOfThisCell',
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: '*',
    Condition: { ArnLike: { 'aws:SourceArn': `arn:aws:cloudwatch:${region}:${account}:alarm:*` } },
  }),
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
  logs: ({ region, account }) => ({
    Sid: 'LogGroupsOfThisCell',
    Effect: 'Allow',
    Principal: { Service: `logs.${region}.amazonaws.com` },
    Action: CRYPTOGRAPHY,
    Resource: '*',
    Condition: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*` },
    },
  }),
} as const satisfies Record<PrincipalService, (place: Place) => Statement>;
