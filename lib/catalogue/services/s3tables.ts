import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const s3TablesReplication = defineChannel({
  id: 's3-tables-replication',
  title: 'Table buckets replicate within their home region only',
  risk: 'Every table of the bucket, with all changes, is copied to the other table bucket and can be queried there.',
  level: 'content',
  legitimate:
    'For tables of open data or measured values, read by analysts of several regions, or into a second region of the same jurisdiction.',
  remediation: 'Remove the replication, or let it name a table bucket of the home region.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-replication-tables.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3tables-tablebucket.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::S3Tables::TableBucket'],
        path: 'ReplicationConfiguration.Rules[].Destinations[].DestinationTableBucketARN',
        kind: 'arn',
      },
    ],
    violating: [
      replicatingTo('arn:aws:s3tables:us-east-1:111122223333:bucket/people'),
      replicatingTo({ 'Fn::ImportValue': 'copies' }),
    ],
    compliant: [
      exampleOf('AWS::S3Tables::TableBucket', { TableBucketName: 'people-us-east-1' }),
      replicatingTo({ 'Fn::Sub': 'arn:aws:s3tables:${AWS::Region}:444455556666:bucket/people-us-east-1' }),
      replicatingTo({ 'Fn::GetAtt': ['Copy', 'TableBucketARN'] }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the destination. Who replicates no tables loses nothing by the deny.',
    denies: [
      {
        actions: ['s3tables:PutTableBucketReplication', 's3tables:PutTableReplication'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 's3tables.amazonaws.com',
        eventName: 'PutTableBucketReplication',
        recordedIn: 'source',
        opens: [{ path: 'configuration.rules[].destinations[].destinationTableBucketARN', kind: 'arn' }],
      },
      {
        eventSource: 's3tables.amazonaws.com',
        eventName: 'PutTableReplication',
        recordedIn: 'source',
        opens: [{ path: 'configuration.rules[].destinations[].destinationTableBucketARN', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-s3tables',
        command: 'GetTableBucketReplicationCommand',
        field: 'configuration.rules[].destinations[].destinationTableBucketARN',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-s3tables',
        command: 'GetTableReplicationCommand',
        field: 'configuration.rules[].destinations[].destinationTableBucketARN',
        kind: 'arn',
      },
    ],
  },
});

function replicatingTo(bucket: unknown) {
  return exampleOf(
    'AWS::S3Tables::TableBucket',
    {
      TableBucketName: 'people',
      ReplicationConfiguration: {
        Role: 'arn:aws:iam::111122223333:role/replication',
        Rules: [{ Destinations: [{ DestinationTableBucketARN: bucket }] }],
      },
    },
    { Copy: { Type: 'AWS::S3Tables::TableBucket', Properties: { TableBucketName: 'copy-us-east-1' } } },
  );
}
