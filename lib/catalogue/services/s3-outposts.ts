import { defineChannel, notCovered } from '../channel';

export const s3OutpostsReplication = defineChannel({
  id: 's3-outposts-replication',
  title: 'Outpost buckets replicate to Outposts of the same place only',
  risk: 'Each object is copied to another Outpost, which can be run from another region, or stand in another country.',
  level: 'content',
  legitimate: 'For a second Outpost in the same country, in another building, for a disaster that takes the first.',
  remediation: 'Remove the replication. What counts for an Outpost is where it stands, and not its region.',
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsReplication.html'],

  proactive: notCovered('AWS::S3Outposts::Bucket has no replication property; it is set by an API call only'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the destination. Nothing else uses the action, so that its deny costs nothing.',
    denies: [
      { actions: ['s3-outposts:PutReplicationConfiguration'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 's3-outposts.amazonaws.com',
        eventName: 'PutBucketReplication',
        recordedIn: 'source',
        opens: [{ path: 'ReplicationConfiguration.Rule[].Destination.Bucket', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-s3-control',
        command: 'GetBucketReplicationCommand',
        field: 'ReplicationConfiguration.Rules[].Destination.Bucket',
        kind: 'arn',
      },
    ],
  },
});
