import { deny, type GuardStatement } from './guard-statement';
import { type GuardedAccount, regionsOf } from './guarded-account';

/**
 * Services whose resources an organization's resource control policies bind, and whose resources hold or open data: those of some
 * sixty on AWS's list, as of November 2026, that keep content, hand it on, or hold the keys to it.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 */
const STORES = [
  'aoss',
  'codeartifact',
  'cognito-idp',
  'dsql',
  'dynamodb',
  'ecr',
  'events',
  'firehose',
  'kendra',
  'kinesisvideo',
  'kms',
  'logs',
  'memorydb',
  's3',
  'secretsmanager',
  'sqs',
] as const;

/** People sign up and sign in unsigned; of a user pool nothing else can be had that way. */
const ANSWERS_UNSIGNED: ReadonlySet<string> = new Set(['cognito-idp']);

const CRYPTOGRAPHY = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:GenerateDataKey*',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
] as const;

/**
 * Everything that the resource control policies of an account refuse, whoever asks: also principals of other accounts, whom no
 * service control policy of this account binds. AWS's services are let in by resource policies, in their own name.
 *
 * They leave `sts:*` alone but for `sts:AssumeRole` of other organizations: a limit on all of it locks out whoever signs in
 * through OIDC or Identity Center.
 */
export function resourceControls(account: GuardedAccount): GuardStatement[] {
  const outside = {
    // The number, for calls that carry no `aws:ResourceAccount`; the resource's own account, so that the document holds at an
    // organizational unit above several accounts as well. Who asks without a signature has the account 'anonymous', and a
    // statement below.
    StringNotEquals: { 'aws:PrincipalAccount': [account.account, '${aws:ResourceAccount}', 'anonymous'] },
    Null: { 'aws:PrincipalAccount': 'false' },
  };
  return [
    {
      statement: deny(
        'StoresForThisAccount',
        { Principal: '*', Action: STORES.map((service) => `${service}:*`) },
        outside,
        { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
      ),
      because:
        'a policy of a bucket, key, queue, secret, table or log can admit an account whose home is elsewhere; the other cell is one',
      channels: [
        'dynamodb-resource-policy',
        'ecr-replication',
        'kms-cross-region-decrypt-grant',
        's3-public-or-external-access',
        'secretsmanager-resource-policy',
        'sqs-queue-policy-remote-consumer',
      ],
      exempt: [{ what: "AWS's services in their own name", because: 'trails, logs and alarms are delivered that way' }],
    },
    {
      statement: deny(
        'ServicesForThisAccount',
        { Principal: '*', Action: STORES.map((service) => `${service}:*`) },
        {
          StringNotEquals: { 'aws:SourceAccount': [account.account, '${aws:ResourceAccount}'] },
          Null: { 'aws:SourceAccount': 'false' },
          Bool: { 'aws:PrincipalIsAWSService': 'true' },
        },
      ),
      because:
        'a service that works for another account, such as its distribution of CloudFront, hands on what a policy of a store lets it read',
      channels: ['cloudfront-distribution', 's3-public-or-external-access'],
    },
    {
      statement: deny(
        'StoresForNobodyUnknown',
        {
          Principal: '*',
          Action: STORES.filter((service) => !ANSWERS_UNSIGNED.has(service)).map((service) => `${service}:*`),
        },
        { StringEquals: { 'aws:PrincipalType': 'Anonymous' } },
      ),
      because: 'who asks without a signature can be anywhere',
      channels: ['s3-public-or-external-access', 's3-requester-external-website', 'sqs-queue-policy-remote-consumer'],
      exempt: [{ what: 'cognito-idp:*', because: 'people sign up and sign in without a signature' }],
    },
    {
      statement: deny(
        'KeysThroughServicesAtHome',
        { Principal: '*', Action: [...CRYPTOGRAPHY] },
        {
          StringNotLike: { 'kms:ViaService': regionsOf(account).map((region) => `*.${region}.amazonaws.com`) },
          Null: { 'kms:ViaService': 'false' },
        },
      ),
      because: 'a service of another region that uses a key of this one has the data that is under it',
      channels: ['kms-cross-region-decrypt-grant'],
    },
    {
      statement: deny(
        'RolesForNoOtherOrganization',
        { Principal: '*', Action: 'sts:AssumeRole' },
        {
          StringNotEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' },
          Null: { 'aws:PrincipalOrgID': 'false', 'aws:ResourceOrgID': 'false' },
        },
        { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
      ),
      because: 'a role that trusts an account of another organization is a door that nobody here can close',
      channels: ['iam-cross-region-grant'],
      exempt: [
        {
          what: 'accounts of the same organization',
          because: 'the management account and a pipeline work here by roles',
        },
      ],
    },
    {
      statement: deny(
        'RolesForNoOtherAccount',
        { Principal: '*', Action: 'sts:AssumeRole' },
        outside,
        { Null: { 'aws:PrincipalOrgID': 'true' } },
        { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
      ),
      because: 'the same for an account that is in no organization, whose requests have no such key',
      channels: ['iam-cross-region-grant'],
    },
  ];
}
