import { type Place, type Policy, policyOf } from './policy';

/**
 * The access policy of a backup vault: what is in it is copied within its home region only, and by nobody of another account.
 *
 * `backup:CopyTargets` is in the request where there is a target; without one there is nothing to copy to.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html
 */
export function vaultPolicy({ region, account }: Place): Policy {
  const refused = { Effect: 'Deny', Principal: '*', Resource: '*' } as const;
  return policyOf(
    {
      ...refused,
      Sid: 'CopiesAtHomeOnly',
      Action: 'backup:CopyFromBackupVault',
      Condition: {
        'ForAnyValue:ArnNotLike': { 'backup:CopyTargets': `arn:aws:backup:${region}:${account}:backup-vault:*` },
        Null: { 'backup:CopyTargets': 'false' },
      },
    },
    {
      ...refused,
      Sid: 'ThisAccountOnly',
      Action: ['backup:CopyFromBackupVault', 'backup:CopyIntoBackupVault', 'backup:StartRestoreJob'],
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': account }, Null: { 'aws:PrincipalAccount': 'false' } },
    },
  );
}
