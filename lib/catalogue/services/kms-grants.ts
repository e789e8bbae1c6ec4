import { defineChannel } from '../channel';
import { exampleOf } from '../examples';
import { outsidersIn } from '../outsiders';

const KEYS = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'] as const;

export const kmsCrossRegionDecryptGrant = defineChannel({
  id: 'kms-cross-region-decrypt-grant',
  title: 'KMS keys decrypt for principals of their own account, through services of their home region',
  risk: 'Whoever is admitted can decrypt every copy of the data that they come by, wherever they are.',
  level: 'keys',
  legitimate:
    'For an account of the same jurisdiction that works with the data as its task, or for a key under which only shared images and artifacts are encrypted.',
  remediation: 'Admit principals of the same account, and limit services by kms:ViaService of the home region.',
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
  ],

  proactive: {
    rules: [
      ...outsidersIn(KEYS, 'KeyPolicy'),
      {
        types: KEYS,
        path: 'KeyPolicy.Statement[].Condition{}.kms:ViaService[]',
        kind: 'endpoint',
        onlyAbroad: true,
        unless: { path: 'KeyPolicy.Statement[].Effect', is: ['Deny'] },
      },
    ],
    violating: [
      key({ Principal: '*' }),
      key({ Principal: { AWS: ['arn:aws:iam::444455556666:root'] } }),
      key({ Condition: { StringEquals: { 'kms:ViaService': ['s3.us-east-1.amazonaws.com'] } } }),
    ],
    compliant: [
      key({ Principal: { AWS: [{ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/us-east-1' }] } }),
      key({ Effect: 'Deny', Principal: { AWS: ['arn:aws:iam::444455556666:root'] } }),
      key({ Condition: { StringEquals: { 'kms:ViaService': [{ 'Fn::Sub': 's3.${AWS::Region}.amazonaws.com' }] } } }),
      key({
        Effect: 'Deny',
        Condition: { StringEquals: { 'kms:ViaService': ['s3.us-east-1.amazonaws.com'] } },
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'kms:GrantIsForAWSResource lets grants be made for services only. Whom a key policy admits, no condition key tells; use by others can be refused at the key by a resource control policy on their organization, and use through services of other regions by kms:ViaService.',
    denies: [
      {
        actions: ['kms:CreateGrant'],
        authorisedIn: 'source',
        strength: 'partly',
        when: { key: 'kms:GrantIsForAWSResource', is: ['false'] },
      },
      { actions: ['kms:PutKeyPolicy'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'kms.amazonaws.com',
        eventName: 'PutKeyPolicy',
        recordedIn: 'source',
        opens: [{ path: 'policy', kind: 'presence' }],
      },
      {
        eventSource: 'kms.amazonaws.com',
        eventName: 'CreateGrant',
        recordedIn: 'source',
        opens: [{ path: 'granteePrincipal', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-kms', command: 'GetKeyPolicyCommand', field: 'Policy', kind: 'account' },
      {
        client: '@aws-sdk/client-kms',
        command: 'ListGrantsCommand',
        field: 'Grants[].GranteePrincipal',
        kind: 'account',
      },
    ],
  },
});

function key(statement: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::KMS::Key', {
    Description: 'us-east-1',
    KeyPolicy: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'kms:Decrypt',
          Resource: '*',
          ...statement,
        },
      ],
    },
  });
}
