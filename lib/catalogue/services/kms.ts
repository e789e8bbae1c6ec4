import type { Violation } from '../../domain/finding';
import { defineChannel, type Example, type JudgedResource } from '../channel';

export const kmsMultiRegionKey = defineChannel({
  id: 'kms-multi-region-key',
  title: 'KMS keys exist in their home region only',
  risk: 'The same key material exists in several regions: whatever ciphertext arrives there can be read without a call home.',
  level: 'keys',
  legitimate:
    'For keys that sign or verify, such as for tokens that either cell must be able to check, and for data that may rest in each of its regions.',
  remediation: 'Use a single-region key, and encrypt anew under a key of its own what may go to another region.',
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-replicakey.html',
  ],

  proactive: {
    rules: [
      { kind: 'function', types: ['AWS::KMS::Key'], paths: ['MultiRegion'], violations: multiRegionPrimary },
      // The material comes from the primary's region: a replica pulled in counts as much as one pushed out.
      { types: ['AWS::KMS::ReplicaKey'], path: 'PrimaryKeyArn', kind: 'arn' },
    ],
    violating: [
      keyWith({ MultiRegion: true }),
      keyWith({ MultiRegion: 'true' }),
      replicaOf('arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab'),
      replicaOf({ 'Fn::ImportValue': 'key-of-somebody-else' }),
    ],
    compliant: [
      keyWith({}),
      keyWith({ MultiRegion: false }),
      keyWith({ MultiRegion: 'false' }),
      replicaOf({ 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab' }),
    ],
  },
  preventive: {
    strength: 'exact',
    why: 'kms:ReplicaRegion and kms:PrimaryRegion name the region, and kms:MultiRegion the kind of key. Control Tower exempts kms:* from its region deny, so these need statements of their own. Where two homes are both allowed in one account, a replica in the other home is abroad all the same.',
    denies: [
      {
        actions: ['kms:CreateKey'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'kms:MultiRegion', is: ['true'] },
      },
      {
        actions: ['kms:ReplicateKey'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'kms:ReplicaRegion', names: 'region' },
      },
      {
        actions: ['kms:UpdatePrimaryRegion'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'kms:PrimaryRegion', names: 'region' },
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'kms.amazonaws.com',
        eventName: 'CreateKey',
        recordedIn: 'source',
        opens: [{ path: 'multiRegion', kind: 'flag', opens: ['true'] }],
      },
      {
        eventSource: 'kms.amazonaws.com',
        eventName: 'ReplicateKey',
        recordedIn: 'source',
        opens: [{ path: 'replicaRegion', kind: 'region' }],
      },
      {
        eventSource: 'kms.amazonaws.com',
        eventName: 'UpdatePrimaryRegion',
        recordedIn: 'both',
        opens: [{ path: 'primaryRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-kms',
        command: 'DescribeKeyCommand',
        field: 'KeyMetadata.MultiRegionConfiguration.ReplicaKeys[].Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-kms',
        command: 'DescribeKeyCommand',
        field: 'KeyMetadata.MultiRegion',
        kind: 'flag',
      },
    ],
  },
});

/**
 * A primary names no destination: a replica may later be made anywhere. With one region allowed there is no use for such
 * a key. With more than one there is, and each replica is judged where it is made: then it is only pointed out.
 */
function multiRegionPrimary({ places, allowed }: JudgedResource): Violation[] {
  return places('MultiRegion').flatMap((place): Violation[] => {
    const { value, settle } = place.destination('region');
    const multiRegion = place.canBe(['true']);
    if (multiRegion === 'no') return [];
    return [
      {
        path: place.path,
        destination: place.value,
        reach: 'unknown',
        value,
        because:
          multiRegion === 'yes'
            ? 'which lets the key be replicated to any region'
            : 'and nothing here says whether the key can be replicated to other regions',
        ...(multiRegion === 'unknown' && settle !== undefined && { settle }),
        ...(allowed.length > 1 && { severity: 'info' }),
      },
    ];
  });
}

function keyWith(properties: Readonly<Record<string, unknown>>): Example {
  return { Resources: { Key: { Type: 'AWS::KMS::Key', Properties: properties } } };
}

function replicaOf(primary: unknown): Example {
  return { Resources: { Replica: { Type: 'AWS::KMS::ReplicaKey', Properties: { PrimaryKeyArn: primary } } } };
}
