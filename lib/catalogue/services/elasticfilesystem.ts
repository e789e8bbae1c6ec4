import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const efsReplication = defineChannel({
  id: 'efs-replication',
  title: 'EFS file systems replicate within their home region only',
  risk: 'Every file is kept in step with a copy in the other region, and can be read there.',
  level: 'content',
  legitimate:
    'For shares of software, models and media that are the same everywhere, or into a second region of the same jurisdiction.',
  remediation: 'Remove the replication, or let it name the home region.',
  references: [
    'https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::EFS::FileSystem'], path: 'ReplicationConfiguration.Destinations[].Region', kind: 'region' },
      {
        types: ['AWS::EFS::FileSystem'],
        path: 'ReplicationConfiguration.Destinations[].AvailabilityZoneName',
        kind: 'zone',
        onlyAbroad: true,
      },
      // The key and the file system are of the region of the copy.
      {
        types: ['AWS::EFS::FileSystem'],
        path: 'ReplicationConfiguration.Destinations[].KmsKeyId',
        kind: 'arn',
        onlyAbroad: true,
      },
      {
        types: ['AWS::EFS::FileSystem'],
        path: 'ReplicationConfiguration.Destinations[].FileSystemId',
        kind: 'arn',
        onlyAbroad: true,
      },
    ],
    violating: [
      replicatingTo({ Region: 'us-east-1' }),
      replicatingTo({ AvailabilityZoneName: 'us-east-1a' }),
      replicatingTo({
        Region: { Ref: 'AWS::Region' },
        KmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/files',
      }),
      replicatingTo({ FileSystemId: 'arn:aws:elasticfilesystem:us-east-1:444455556666:file-system/fs-1234' }),
    ],
    compliant: [
      exampleOf('AWS::EFS::FileSystem', { FileSystemTags: [{ Key: 'Name', Value: 'files-us-east-1' }] }),
      replicatingTo({ Region: { Ref: 'AWS::Region' } }),
      replicatingTo({
        Region: 'eu-central-1',
        AvailabilityZoneName: 'eu-central-1a',
        KmsKeyId: 'alias/files-us-east-1',
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the destination. The destination file system is made by EFS in the name of the caller, which a region deny stops there; one that is there already needs a role that may write to it.',
    denies: [
      {
        actions: ['elasticfilesystem:CreateReplicationConfiguration'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'elasticfilesystem.amazonaws.com',
        eventName: 'CreateReplicationConfiguration',
        recordedIn: 'source',
        opens: [
          { path: 'destinations[].region', kind: 'region' },
          { path: 'destinations[].availabilityZoneName', kind: 'zone' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-efs',
        command: 'DescribeReplicationConfigurationsCommand',
        field: 'Replications[].Destinations[].Region',
        kind: 'region',
      },
    ],
  },
});

function replicatingTo(destination: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::EFS::FileSystem', { ReplicationConfiguration: { Destinations: [destination] } });
}
