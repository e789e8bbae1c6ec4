import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const paymentCryptographyReplication = defineChannel({
  id: 'payment-cryptography-replication',
  title: 'Payment keys exist in their home region only',
  risk: 'The same key can be used in each of the regions, on whatever ciphertext arrives there.',
  level: 'keys',
  legitimate:
    'For keys that terminals in several regions need for the same cards, with each region named and none by default of the account.',
  remediation: 'Remove the regions from the key, and from the defaults of the account.',
  references: [
    'https://docs.aws.amazon.com/payment-cryptography/latest/userguide/keys-multi-region-replication.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-paymentcryptography-key.html',
  ],

  // The defaults of the account, which no template shows, make every key after them one of several regions.
  proactive: {
    rules: [{ types: ['AWS::PaymentCryptography::Key'], path: 'ReplicationRegions[]', kind: 'region' }],
    violating: [exampleOf('AWS::PaymentCryptography::Key', { Exportable: false, ReplicationRegions: ['us-east-1'] })],
    compliant: [
      exampleOf('AWS::PaymentCryptography::Key', { Exportable: false }),
      exampleOf('AWS::PaymentCryptography::Key', { Exportable: false, ReplicationRegions: [{ Ref: 'AWS::Region' }] }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'adding regions to a key and setting defaults are actions of their own, refused without cost. A key that is made with regions asks for CreateKey, which names them in no condition key.',
    denies: [
      {
        actions: [
          'payment-cryptography:AddKeyReplicationRegions',
          'payment-cryptography:EnableDefaultKeyReplicationRegions',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'payment-cryptography.amazonaws.com',
        eventName: 'CreateKey',
        recordedIn: 'source',
        opens: [{ path: 'replicationRegions[]', kind: 'region' }],
      },
      {
        eventSource: 'payment-cryptography.amazonaws.com',
        eventName: 'AddKeyReplicationRegions',
        recordedIn: 'source',
        opens: [{ path: 'replicationRegions[]', kind: 'region' }],
      },
      {
        eventSource: 'payment-cryptography.amazonaws.com',
        eventName: 'EnableDefaultKeyReplicationRegions',
        recordedIn: 'source',
        opens: [{ path: 'replicationRegions[]', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-payment-cryptography',
        command: 'GetDefaultKeyReplicationRegionsCommand',
        field: 'EnabledReplicationRegions[]',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-payment-cryptography',
        command: 'GetKeyCommand',
        field: 'Key.MultiRegionKeyType',
        kind: 'flag',
      },
    ],
  },
});
