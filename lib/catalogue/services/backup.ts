import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';
import { ADMITTING_NOBODY_ELSE, ADMITTING_OUTSIDERS, outsidersIn } from '../outsiders';

const VAULTS = ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'] as const;

export const backupCopyAction = defineChannel({
  id: 'backup-copy-action',
  title: 'Backup plans copy to vaults of their home region only',
  risk: 'Every recovery point of every resource that the plan selects is copied to the vault, and can be restored there.',
  level: 'content',
  legitimate:
    'For a vault in a second region of the same jurisdiction, so that a disaster in one does not lose the data. A plan that selects only repositories of code and configuration may copy anywhere.',
  remediation:
    'Remove the copy action, or let it name a vault of the home region, such as one in an account for backups.',
  references: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupplan.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::Backup::BackupPlan'],
        path: 'BackupPlan.BackupPlanRule[].CopyActions[].DestinationBackupVaultArn',
        kind: 'arn',
      },
      // A vault of which nothing is known passes: AWS Backup takes one of the plan's own region only.
      {
        types: ['AWS::Backup::BackupPlan'],
        path: 'BackupPlan.BackupPlanRule[].TargetLogicallyAirGappedBackupVaultArn',
        kind: 'arn',
        passesUnnamed: true,
      },
    ],
    violating: [
      planWith({
        CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:us-east-1:111122223333:backup-vault:recovery' }],
      }),
      planWith({ CopyActions: [{ DestinationBackupVaultArn: { 'Fn::ImportValue': 'vault-of-recovery' } }] }),
      planWith({
        TargetLogicallyAirGappedBackupVaultArn: 'arn:aws:backup:us-east-1:111122223333:backup-vault:air-gapped',
      }),
    ],
    compliant: [
      planWith({ TargetBackupVault: 'vault-us-east-1' }),
      planWith({
        CopyActions: [
          {
            DestinationBackupVaultArn: { 'Fn::Sub': 'arn:aws:backup:${AWS::Region}:444455556666:backup-vault:copies' },
          },
          { DestinationBackupVaultArn: { 'Fn::GetAtt': ['Second', 'BackupVaultArn'] } },
        ],
      }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'backup:CopyTargets holds the ARN of the vault that is copied to, with its region. It is asked for when a copy is made, for plans as for single copies; writing the plan itself is not refused.',
    denies: [
      {
        actions: ['backup:CopyFromBackupVault'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'backup:CopyTargets', names: 'arn', holdsSeveral: true },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'backup.amazonaws.com',
        eventName: 'CreateBackupPlan',
        recordedIn: 'source',
        opens: [{ path: 'backupPlan.rules[].copyActions[].destinationBackupVaultArn', kind: 'arn' }],
      },
      {
        eventSource: 'backup.amazonaws.com',
        eventName: 'UpdateBackupPlan',
        recordedIn: 'source',
        opens: [{ path: 'backupPlan.rules[].copyActions[].destinationBackupVaultArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-backup',
        command: 'GetBackupPlanCommand',
        field: 'BackupPlan.Rules[].CopyActions[].DestinationBackupVaultArn',
        kind: 'arn',
      },
    ],
  },
});

export const backupOndemandCopyJob = defineChannel({
  id: 'backup-ondemand-copy-job',
  title: 'Recovery points are copied to vaults of their home region only',
  risk: 'One call copies a recovery point of any store to the vault, and it can be restored there.',
  level: 'content',
  legitimate:
    'For a recovery point of a store that holds no personal data, or one that is rehearsed with in a second region of the same jurisdiction and deleted after the rehearsal.',
  remediation: 'Copy to a vault of the home region.',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html'],

  proactive: notCovered('a copy job is an API call; CloudFormation knows the copies of plans only'),
  preventive: {
    strength: 'exact',
    why: 'backup:CopyTargets holds the ARN of the vault that is copied to, with its region. It belongs to CopyFromBackupVault, which every copy asks for; StartCopyJob itself has no key.',
    denies: [
      {
        actions: ['backup:CopyFromBackupVault'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'backup:CopyTargets', names: 'arn', holdsSeveral: true },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'backup.amazonaws.com',
        eventName: 'StartCopyJob',
        recordedIn: 'source',
        opens: [{ path: 'destinationBackupVaultArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-backup',
        command: 'ListCopyJobsCommand',
        field: 'CopyJobs[].DestinationBackupVaultArn',
        kind: 'arn',
      },
    ],
  },
});

export const backupVaultPolicyShare = defineChannel({
  id: 'backup-vault-policy-share',
  title: 'Backup vaults admit principals of their own account only',
  risk: 'Another account copies recovery points out of the vault, or restores from it, wherever it works.',
  level: 'content',
  legitimate:
    'For the account in which the organization keeps its backups, if it is of the same jurisdiction and works in allowed regions only.',
  remediation: 'Admit the account for backups of the same jurisdiction only.',
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html'],

  proactive: {
    rules: [
      ...outsidersIn(VAULTS, 'AccessPolicy'),
      {
        types: ['AWS::Backup::LogicallyAirGappedBackupVault'],
        path: 'MpaApprovalTeamArn',
        kind: 'presence',
        reach: 'unknown',
        because: 'which lets that team give the vault to another account',
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::Backup::BackupVault', {
        BackupVaultName: 'people',
        AccessPolicy: policyWith(ADMITTING_OUTSIDERS),
      }),
      exampleOf('AWS::Backup::LogicallyAirGappedBackupVault', {
        BackupVaultName: 'people',
        MpaApprovalTeamArn: 'arn:aws:mpa:us-east-1:444455556666:approval-team/recovery',
      }),
    ],
    compliant: [
      exampleOf('AWS::Backup::BackupVault', { BackupVaultName: 'people-us-east-1' }),
      exampleOf('AWS::Backup::BackupVault', {
        BackupVaultName: 'people',
        AccessPolicy: policyWith(ADMITTING_NOBODY_ELSE),
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells whom a policy admits, so that writing it is refused as a whole, and with it the setting that lets an organization copy between accounts at all.',
    denies: [
      {
        actions: ['backup:PutBackupVaultAccessPolicy', 'backup:UpdateGlobalSettings'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'backup.amazonaws.com',
        eventName: 'PutBackupVaultAccessPolicy',
        recordedIn: 'source',
        opens: [{ path: 'policy', kind: 'presence' }],
      },
      {
        eventSource: 'backup.amazonaws.com',
        eventName: 'UpdateGlobalSettings',
        recordedIn: 'source',
        opens: [{ path: 'globalSettings', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-backup',
        command: 'GetBackupVaultAccessPolicyCommand',
        field: 'Policy',
        kind: 'account',
      },
      {
        client: '@aws-sdk/client-backup',
        command: 'DescribeGlobalSettingsCommand',
        field: 'GlobalSettings{}',
        kind: 'flag',
      },
    ],
  },
});

function planWith(rule: Readonly<Record<string, unknown>>) {
  return exampleOf(
    'AWS::Backup::BackupPlan',
    { BackupPlan: { BackupPlanName: 'daily-us-east-1', BackupPlanRule: [{ RuleName: 'daily', ...rule }] } },
    { Second: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'second-us-east-1' } } },
  );
}

function policyWith(statements: readonly unknown[]) {
  return { Version: '2012-10-17', Statement: statements };
}
