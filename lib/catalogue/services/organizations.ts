import { defineChannel, type Example } from '../channel';
import { exampleOf } from '../examples';

const POLICY = ['AWS::Organizations::Policy'] as const;
const BACKUP = { path: 'Type', is: ['BACKUP_POLICY'] } as const;
const COPIES = 'Content$.plans.{}.rules.{}.copy_actions';

export const organizationsBackupPolicyCopy = defineChannel({
  id: 'organizations-backup-policy-copy',
  aliases: ['backup-org-policy-copy'],
  title: 'Backup policies of the organization copy within the home region only',
  risk: 'Every account under the policy gets a backup plan whose recovery points are copied to the vault that it names, whatever the templates of the account say.',
  level: 'content',
  legitimate:
    'For a vault in a second region of the jurisdiction, attached to the organizational unit of that jurisdiction alone, and never at the root where accounts of both hang.',
  remediation: 'Remove the copy action, or name a vault of the home region.',
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-policy.html',
  ],

  proactive: {
    rules: [
      // A copy action is called after its vault, and may name it again.
      { types: POLICY, path: `${COPIES}.{key}`, kind: 'arn', when: BACKUP },
      { types: POLICY, path: `${COPIES}.{}.target_backup_vault_arn.@@assign`, kind: 'arn', when: BACKUP },
    ],
    violating: [
      backupPolicy(vaultIn('us-east-1'), vaultIn('eu-central-1')),
      backupPolicy(vaultIn('eu-central-1'), vaultIn('us-east-1')),
    ],
    compliant: [
      backupPolicy(vaultIn('eu-central-1'), vaultIn('eu-central-1')),
      { Resources: { Policy: policy('TAG_POLICY', { tags: { 'us-east-1': { tag_key: { '@@assign': 'region' } } } }) } },
      { Resources: { Policy: policy('BACKUP_POLICY', { plans: { daily: { rules: { us: {} } } } }) } },
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'the policy is written in the management account, which no service control policy binds. The copy itself runs under the role of the plan in the member account, where a deny by backup:CopyTargets may still stop it: verify that by audit.',
    denies: [
      {
        actions: ['organizations:AttachPolicy', 'organizations:CreatePolicy', 'organizations:UpdatePolicy'],
        authorisedIn: 'us-east-1',
        strength: 'partly',
        when: { key: 'organizations:PolicyType', is: ['BACKUP_POLICY'] },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'organizations.amazonaws.com',
        eventName: 'CreatePolicy',
        recordedIn: 'us-east-1',
        opens: [{ path: 'type', kind: 'flag', opens: ['backup_policy'] }],
      },
      {
        eventSource: 'organizations.amazonaws.com',
        eventName: 'UpdatePolicy',
        recordedIn: 'us-east-1',
        // The request does not tell the type of the policy.
        opens: [{ path: 'content', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-organizations',
        command: 'DescribeEffectivePolicyCommand',
        field: 'EffectivePolicy.PolicyContent',
        kind: 'text',
      },
    ],
  },
});

export const organizationsAiServicesOptOut = defineChannel({
  id: 'organizations-ai-services-opt-out',
  aliases: ['ai-services-opt-out'],
  title: 'AI services of AWS do not keep content to improve themselves',
  risk: 'What is handed to the services may be stored, and used to improve them, in regions other than the one in which the service is used.',
  level: 'content',
  legitimate:
    'For an account that hands nothing personal to these services and whose owner wants to help to improve them. Nobody can agree to that for the people whose data it is.',
  remediation:
    'Opt out by default at the root of the organization, and let no child change it; that also deletes what was stored before.',
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out.html'],

  // That there is no policy at all, which is how AWS starts, no template shows.
  proactive: {
    rules: [
      {
        types: POLICY,
        path: 'Content$.services.{}.opt_out_policy.@@assign',
        kind: 'flag',
        opens: ['optIn'],
        when: { path: 'Type', is: ['AISERVICES_OPT_OUT_POLICY'] },
        reach: 'unknown',
        because: 'which lets AWS keep content in regions of its choice',
      },
    ],
    violating: [optOutPolicy({ default: 'optOut', translate: 'optIn' })],
    compliant: [
      optOutPolicy({ default: 'optOut' }),
      {
        Resources: {
          Policy: policy('CHATBOT_POLICY', { services: { default: { opt_out_policy: { '@@assign': 'optIn' } } } }),
        },
      },
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'these denies keep a policy from being weakened; they make none, and do not bind the management account.',
    denies: [
      {
        actions: [
          'organizations:DeletePolicy',
          'organizations:DetachPolicy',
          'organizations:DisablePolicyType',
          'organizations:UpdatePolicy',
        ],
        authorisedIn: 'us-east-1',
        strength: 'partly',
        when: { key: 'organizations:PolicyType', is: ['AISERVICES_OPT_OUT_POLICY'] },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'organizations.amazonaws.com',
        eventName: 'DisablePolicyType',
        recordedIn: 'us-east-1',
        opens: [{ path: 'policyType', kind: 'flag', opens: ['aiservices_opt_out_policy'] }],
      },
      {
        eventSource: 'organizations.amazonaws.com',
        eventName: 'DetachPolicy',
        recordedIn: 'us-east-1',
        opens: [{ path: 'policyId', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-organizations',
        command: 'DescribeEffectivePolicyCommand',
        field: 'EffectivePolicy.PolicyContent',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-organizations',
        command: 'ListPoliciesCommand',
        field: 'Policies[].Type',
        kind: 'flag',
      },
    ],
  },
});

function policy(type: string, content: object) {
  return { Type: POLICY[0], Properties: { Name: 'us-east-1', Type: type, Content: content } };
}

function backupPolicy(copy: string, target: string): Example {
  const rule = { copy_actions: { [copy]: { target_backup_vault_arn: { '@@assign': target } } } };
  return { Resources: { Policy: policy('BACKUP_POLICY', { plans: { daily: { rules: { nightly: rule } } } }) } };
}

function vaultIn(region: string) {
  return `arn:aws:backup:${region}:$account:backup-vault:copies`;
}

function optOutPolicy(services: Readonly<Record<string, string>>) {
  const assigned = Object.entries(services).map(([name, value]) => [name, { opt_out_policy: { '@@assign': value } }]);
  return exampleOf(POLICY[0], {
    Name: 'opt-out',
    Type: 'AISERVICES_OPT_OUT_POLICY',
    Content: JSON.stringify({ services: Object.fromEntries(assigned) as object }),
  });
}
