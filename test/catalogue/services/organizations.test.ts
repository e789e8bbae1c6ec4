import {
  organizationsAiServicesOptOut,
  organizationsBackupPolicyCopy,
} from '../../../lib/catalogue/services/organizations';
import { describeChannel } from '../../support/describe-channel';

const vault = (region: string) => `arn:aws:backup:${region}:$account:backup-vault:copies`;
const plans = (target: string) => ({
  plans: {
    daily: {
      regions: { '@@assign': ['us-east-1', 'eu-central-1'] },
      rules: { nightly: { copy_actions: { [target]: { target_backup_vault_arn: { '@@assign': target } } } } },
    },
  },
});
const policy = (type: unknown, content: unknown) => ({ Name: 'backups', Type: type, Content: content });
const COPIES = 'Content.plans.daily.rules.nightly.copy_actions';

describeChannel(organizationsBackupPolicyCopy, [
  {
    name: 'passes regions in which plans run, each for itself',
    properties: policy('BACKUP_POLICY', plans(vault('eu-central-1'))),
    violations: [],
  },
  {
    name: 'passes a vault abroad that a policy of another type names',
    properties: policy('SERVICE_CONTROL_POLICY', plans(vault('us-east-1'))),
    violations: [],
  },
  {
    name: 'reads a policy that is a text with what is put into it',
    properties: policy('BACKUP_POLICY', {
      'Fn::Sub': [JSON.stringify(plans(vault('${Far}'))), { Far: 'eu-west-1' }],
    }),
    violations: [
      { path: `${COPIES}.${vault('eu-west-1')}`, value: vault('eu-west-1'), reach: 'abroad' },
      {
        path: `${COPIES}.${vault('eu-west-1')}.target_backup_vault_arn.@@assign`,
        value: vault('eu-west-1'),
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'reads a policy whose type only the deployment tells',
    properties: policy({ Ref: 'Type' }, plans(vault('us-east-1'))),
    template: { Parameters: { Type: { Type: 'String' } }, Resources: {} },
    violations: [
      { path: `${COPIES}.${vault('us-east-1')}`, value: vault('us-east-1'), reach: 'abroad' },
      {
        path: `${COPIES}.${vault('us-east-1')}.target_backup_vault_arn.@@assign`,
        value: vault('us-east-1'),
        reach: 'abroad',
      },
    ],
  },
]);

describeChannel(organizationsAiServicesOptOut, [
  {
    name: 'passes services that are left out, and one that opts out',
    properties: policy('AISERVICES_OPT_OUT_POLICY', {
      services: {
        '@@operators_allowed_for_child_policies': ['@@none'],
        default: { opt_out_policy: { '@@operators_allowed_for_child_policies': ['@@none'], '@@assign': 'optOut' } },
      },
    }),
    violations: [],
  },
  {
    name: 'reports the one service that opts in',
    properties: policy('AISERVICES_OPT_OUT_POLICY', {
      services: {
        default: { opt_out_policy: { '@@assign': 'optOut' } },
        lex: { opt_out_policy: { '@@assign': 'optIn' } },
      },
    }),
    violations: [{ path: 'Content.services.lex.opt_out_policy.@@assign', value: 'optIn', reach: 'unknown' }],
  },
]);
