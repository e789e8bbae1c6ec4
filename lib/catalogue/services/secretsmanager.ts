import { defineChannel } from '../channel';
import { exampleOf } from '../examples';
import { ADMITTING_NOBODY_ELSE, ADMITTING_OUTSIDERS, outsidersIn } from '../outsiders';

export const secretsmanagerReplica = defineChannel({
  id: 'secretsmanager-replica',
  title: 'Secrets have replicas in their home region only',
  risk: 'The secret, mostly what opens a database or another service, can be read in each of the regions.',
  level: 'keys',
  legitimate:
    'For credentials of a provider that cells of several regions use alike, such as for a package registry. A password for a store of personal data is made for each cell.',
  remediation: 'Remove the replica, and give the other region a secret of its own.',
  references: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::SecretsManager::Secret'], path: 'ReplicaRegions[].Region', kind: 'region' },
      // The key is one of the region of the replica.
      { types: ['AWS::SecretsManager::Secret'], path: 'ReplicaRegions[].KmsKeyId', kind: 'arn', onlyAbroad: true },
    ],
    violating: [
      exampleOf('AWS::SecretsManager::Secret', { ReplicaRegions: [{ Region: 'us-east-1' }] }),
      exampleOf('AWS::SecretsManager::Secret', {
        ReplicaRegions: [
          { Region: { Ref: 'AWS::Region' }, KmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/secrets' },
        ],
      }),
    ],
    compliant: [
      exampleOf('AWS::SecretsManager::Secret', { Name: 'people-us-east-1', Description: 'no replica in us-east-1' }),
      exampleOf('AWS::SecretsManager::Secret', { ReplicaRegions: { Ref: 'AWS::NoValue' } }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'secretsmanager:AddReplicaRegions holds the regions, for secrets that are made with replicas as for those that get them afterwards. It is missing where there are none, and must not refuse those.',
    denies: [
      {
        actions: ['secretsmanager:ReplicateSecretToRegions', 'secretsmanager:CreateSecret'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'secretsmanager:AddReplicaRegions', names: 'region', holdsSeveral: true },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'secretsmanager.amazonaws.com',
        eventName: 'ReplicateSecretToRegions',
        recordedIn: 'source',
        opens: [{ path: 'addReplicaRegions[].region', kind: 'region' }],
      },
      {
        eventSource: 'secretsmanager.amazonaws.com',
        eventName: 'CreateSecret',
        recordedIn: 'source',
        opens: [{ path: 'addReplicaRegions[].region', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-secrets-manager',
        command: 'DescribeSecretCommand',
        field: 'ReplicationStatus[].Region',
        kind: 'region',
      },
    ],
  },
});

export const secretsmanagerResourcePolicy = defineChannel({
  id: 'secretsmanager-resource-policy',
  title: 'Secrets admit principals of their own account only',
  risk: 'A principal of another account reads the secret, and with it whatever the secret opens.',
  level: 'keys',
  legitimate:
    'For an account of the same jurisdiction in which a shared service runs, named by its role, with the right to read this one secret.',
  remediation: 'Admit roles of the same account only.',
  references: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  ],

  proactive: {
    rules: outsidersIn(['AWS::SecretsManager::ResourcePolicy'], 'ResourcePolicy'),
    violating: [secretPolicy(ADMITTING_OUTSIDERS)],
    compliant: [secretPolicy(ADMITTING_NOBODY_ELSE)],
  },
  preventive: {
    strength: 'partly',
    why: 'no condition key tells whom a policy admits; secretsmanager:BlockPublicPolicy only whether everybody is kept out. Reading by others can be refused at the secret instead, by a resource control policy on the principal’s organization.',
    denies: [{ actions: ['secretsmanager:PutResourcePolicy'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'secretsmanager.amazonaws.com',
        eventName: 'PutResourcePolicy',
        recordedIn: 'source',
        opens: [{ path: 'resourcePolicy', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-secrets-manager',
        command: 'GetResourcePolicyCommand',
        field: 'ResourcePolicy',
        kind: 'account',
      },
    ],
  },
});

function secretPolicy(statements: readonly unknown[]) {
  return exampleOf(
    'AWS::SecretsManager::ResourcePolicy',
    { SecretId: { Ref: 'Secret' }, ResourcePolicy: { Version: '2012-10-17', Statement: statements } },
    { Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'people-us-east-1' } } },
  );
}
