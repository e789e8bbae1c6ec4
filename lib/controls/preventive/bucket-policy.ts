import { type Place, type Policy, policyOf } from './policy';

/** Stands for the name of the bucket that the policy is put on. */
const BUCKET = 'BUCKET';

/**
 * The policy of a bucket of a cell: TLS only, this account's principals only, services only for this account, and nothing that
 * replicates out of it or into it.
 *
 * @param bucket its name
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export function bucketPolicy({ account }: Place, bucket = BUCKET): Policy {
  const Resource = [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
  const refused = { Effect: 'Deny', Principal: '*', Resource } as const;
  return policyOf(
    { ...refused, Sid: 'TlsOnly', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    {
      ...refused,
      Sid: 'ThisAccountOnly',
      Action: 's3:*',
      Condition: {
        StringNotEquals: { 'aws:PrincipalAccount': account },
        Null: { 'aws:PrincipalAccount': 'false' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    },
    {
      ...refused,
      Sid: 'NobodyUnknown',
      Action: 's3:*',
      Condition: { StringEquals: { 'aws:PrincipalType': 'Anonymous' } },
    },
    {
      // A service that writes for another account's resource would let that account write here.
      ...refused,
      Sid: 'ServicesForThisAccountOnly',
      Action: 's3:*',
      Condition: {
        Bool: { 'aws:PrincipalIsAWSService': 'true' },
        StringNotEquals: { 'aws:SourceAccount': account },
        Null: { 'aws:SourceAccount': 'false' },
      },
    },
    {
      ...refused,
      Sid: 'NoReplicas',
      Action: ['s3:GetObjectVersionForReplication', 's3:ReplicateDelete', 's3:ReplicateObject', 's3:ReplicateTags'],
    },
  );
}
