import { backupCopyAction, backupVaultPolicyShare } from '../../../lib/catalogue/services/backup';
import { describeChannel } from '../../support/describe-channel';

const PATH = 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn';

function plan(vault: unknown) {
  return {
    BackupPlan: {
      BackupPlanName: 'daily',
      BackupPlanRule: [
        { RuleName: 'daily', TargetBackupVault: 'home', CopyActions: [{ DestinationBackupVaultArn: vault }] },
      ],
    },
  };
}

describeChannel(backupCopyAction, [
  {
    name: 'reports a vault whose ARN is put together',
    properties: plan({
      'Fn::Join': [
        '',
        ['arn:', { Ref: 'AWS::Partition' }, ':backup:ap-southeast-1:', { Ref: 'AWS::AccountId' }, ':backup-vault:far'],
      ],
    }),
    violations: [{ path: PATH, value: 'arn:aws:backup:ap-southeast-1:111122223333:backup-vault:far', reach: 'abroad' }],
  },
  {
    name: 'reports a vault whose region is the default of a parameter',
    properties: plan({ 'Fn::Sub': 'arn:aws:backup:${Recovery}:${AWS::AccountId}:backup-vault:copies' }),
    template: { Parameters: { Recovery: { Type: 'String', Default: 'eu-west-1' } }, Resources: {} },
    violations: [{ path: PATH, value: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:copies', reach: 'abroad' }],
  },
  {
    name: 'reports a vault of which nothing is known',
    properties: plan({ Ref: 'Vault' }),
    template: { Parameters: { Vault: { Type: 'String' } }, Resources: {} },
    violations: [{ path: PATH, value: '${Vault}', reach: 'unknown' }],
  },
  {
    name: 'passes a vault of another account at home, whose name is misleading',
    properties: plan({ 'Fn::Sub': 'arn:aws:backup:${AWS::Region}:444455556666:backup-vault:us-east-1' }),
    violations: [],
  },
  {
    name: 'passes a vault that the template makes',
    properties: plan({ 'Fn::GetAtt': ['Copies', 'BackupVaultArn'] }),
    template: { Resources: { Copies: { Type: 'AWS::Backup::BackupVault', Properties: {} } } },
    violations: [],
  },
  {
    name: 'passes a copy action that a condition never makes',
    properties: {
      BackupPlan: {
        BackupPlanRule: [
          {
            CopyActions: {
              'Fn::If': [
                'Copied',
                [{ DestinationBackupVaultArn: 'arn:aws:backup:us-east-1:111122223333:backup-vault:far' }],
                { Ref: 'AWS::NoValue' },
              ],
            },
          },
        ],
      },
    },
    template: {
      Parameters: { Copy: { Type: 'String', Default: 'false', AllowedValues: ['true', 'false'] } },
      Conditions: { Copied: { 'Fn::Equals': [{ Ref: 'Copy' }, 'true'] } },
      Resources: {},
    },
    violations: [],
  },
  {
    name: 'passes an air-gapped vault of which nothing is known, for AWS Backup takes one of its own region',
    properties: {
      BackupPlan: { BackupPlanRule: [{ TargetLogicallyAirGappedBackupVaultArn: { 'Fn::ImportValue': 'vault' } }] },
    },
    violations: [],
  },
]);

describeChannel(backupVaultPolicyShare, [
  {
    name: 'points out everybody',
    properties: {
      BackupVaultName: 'people',
      AccessPolicy: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'backup:CopyIntoBackupVault' }] },
    },
    violations: [{ path: 'AccessPolicy.Statement[0].Principal', value: '*', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'passes everybody of one organization',
    properties: {
      BackupVaultName: 'people',
      AccessPolicy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: '*',
            Action: 'backup:CopyIntoBackupVault',
            Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
          },
        ],
      },
    },
    violations: [],
  },
]);
