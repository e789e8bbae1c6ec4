import { defineChannel, type Example } from '../channel';

export const s3BucketReplication = defineChannel({
  id: 's3-bucket-replication',
  title: 'S3 buckets replicate within their home region only',
  risk: 'Every new object version, with its tags and access list, is copied to the destination bucket and can be read there.',
  level: 'content',
  legitimate:
    'For a bucket that holds only build artefacts, public media or open data, or one whose copy is in a second region of the same jurisdiction. A rule with a prefix or a tag can keep what is personal out, as long as every writer minds it.',
  remediation:
    'Remove the replication rule, or let it name a bucket that a stack of the same region makes, and check both stacks together.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::S3::Bucket'],
        path: 'ReplicationConfiguration.Rules[].Destination.Bucket',
        kind: 'bucket',
        unless: { path: 'ReplicationConfiguration.Rules[].Status', is: ['Disabled'] },
      },
      // The replica's key is one of the destination bucket's region, so it gives away a bucket that nothing here makes.
      {
        types: ['AWS::S3::Bucket'],
        path: 'ReplicationConfiguration.Rules[].Destination.EncryptionConfiguration.ReplicaKmsKeyID',
        kind: 'arn',
        onlyAbroad: true,
        unless: { path: 'ReplicationConfiguration.Rules[].Status', is: ['Disabled'] },
      },
    ],
    violating: [
      replicatingTo({ Bucket: 'arn:aws:s3:::somebody-elses-bucket' }),
      replicatingTo({ Bucket: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::media-${AWS::AccountId}-us-east-1' } }),
      replicatingTo({
        Bucket: { 'Fn::GetAtt': ['Copy', 'Arn'] },
        EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:us-east-1:111122223333:key/replica' },
      }),
    ],
    compliant: [
      { Resources: { Media: { Type: 'AWS::S3::Bucket' } } },
      replicatingTo({ Bucket: { 'Fn::GetAtt': ['Copy', 'Arn'] } }),
      replicatingTo({ Bucket: 'arn:aws:s3:::copy-us-east-1' }),
      replicatingTo({ Bucket: 'arn:aws:s3:::somebody-elses-bucket' }, 'Disabled'),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the destination: s3:destinationRegion belongs to fault injection and does not apply to PutReplicationConfiguration. The action is refused outright, replication within the region included. S3 replicates as the role that the rule names, which a policy of the destination account can refuse as well.',
    denies: [{ actions: ['s3:PutReplicationConfiguration'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'PutBucketReplication',
        recordedIn: 'source',
        // The request is XML: its element is called Rule, and one rule is recorded as an object rather than a list.
        opens: [
          { path: 'ReplicationConfiguration.Rule[].Destination.Bucket', kind: 'bucket' },
          {
            path: 'ReplicationConfiguration.Rule[].Destination.EncryptionConfiguration.ReplicaKmsKeyID',
            kind: 'arn',
          },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-s3',
        command: 'GetBucketReplicationCommand',
        field: 'ReplicationConfiguration.Rules[].Destination.Bucket',
        kind: 'bucket',
      },
    ],
  },
});

/** A bucket that replicates, beside one that the same template makes under a misleading name. */
function replicatingTo(destination: Readonly<Record<string, unknown>>, status = 'Enabled'): Example {
  return {
    Resources: {
      Media: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          VersioningConfiguration: { Status: 'Enabled' },
          ReplicationConfiguration: {
            Role: 'arn:aws:iam::111122223333:role/replication',
            Rules: [{ Status: status, Destination: destination }],
          },
        },
      },
      Copy: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'copy-us-east-1' } },
    },
  };
}
