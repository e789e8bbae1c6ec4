import { defineChannel } from '../channel';
import { exampleOf } from '../examples';
import { openToAnyRegion } from '../open-to-any-region';

export const docdbGlobalCluster = defineChannel({
  id: 'docdb-global-cluster',
  title: 'DocumentDB clusters belong to no global cluster',
  risk: 'The storage of the whole cluster is copied to each secondary region, and can be read there.',
  level: 'content',
  legitimate:
    'For documents that are the same for all people, such as a catalogue, or with secondaries in regions of the same jurisdiction.',
  remediation: 'Remove the global cluster, and give the people of the other region a cluster of their own.',
  references: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/global-clusters.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-globalcluster.html',
  ],

  proactive: {
    rules: [
      openToAnyRegion(['AWS::DocDB::GlobalCluster'], '', 'which lets clusters of other regions join and be copies'),
      openToAnyRegion(
        ['AWS::DocDB::DBCluster'],
        'GlobalClusterIdentifier',
        'which makes it a copy in a global cluster, whose primary can be in any region',
      ),
      { types: ['AWS::DocDB::GlobalCluster'], path: 'SourceDBClusterIdentifier', kind: 'arn', onlyAbroad: true },
    ],
    violating: [
      exampleOf('AWS::DocDB::GlobalCluster', { GlobalClusterIdentifier: 'people' }),
      exampleOf('AWS::DocDB::DBCluster', { GlobalClusterIdentifier: 'people' }),
      exampleOf('AWS::DocDB::GlobalCluster', {
        GlobalClusterIdentifier: 'people',
        SourceDBClusterIdentifier: 'arn:aws:rds:us-east-1:111122223333:cluster:people',
      }),
    ],
    compliant: [
      exampleOf('AWS::DocDB::DBCluster', { DBClusterIdentifier: 'people-us-east-1' }),
      exampleOf('AWS::DocDB::DBCluster', { GlobalClusterIdentifier: '' }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'a secondary cluster is made by a call in the secondary region, which a region deny stops. Without a global cluster there is nothing to join: its making is refused outright, which costs nothing else. DocumentDB has the actions of RDS.',
    denies: [
      { actions: ['rds:CrossRegionCommunication'], authorisedIn: 'both', strength: 'exact' },
      {
        actions: ['rds:CreateGlobalCluster', 'rds:ModifyGlobalCluster'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'CreateGlobalCluster',
        recordedIn: 'source',
        opens: [{ path: 'globalClusterIdentifier', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-docdb',
        command: 'DescribeGlobalClustersCommand',
        field: 'GlobalClusters[].GlobalClusterMembers[].DBClusterArn',
        kind: 'arn',
      },
    ],
  },
});

export const docdbSnapshotCopy = defineChannel({
  id: 'docdb-snapshot-copy',
  title: 'DocumentDB snapshots are copied within their home region only',
  risk: 'The whole cluster, as it was, comes to rest in the region where the copy is made, and can be restored there.',
  level: 'content',
  legitimate:
    'For a cluster of reference data, or to begin a cluster in a second region of the same jurisdiction, after which the copy is deleted.',
  remediation: 'Copy the snapshot in its own region, and restore it there.',
  references: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore-copy_cluster_snapshot.html',
  ],

  // No template copies a snapshot. One that restores from another region tells of a copy that is made beforehand.
  proactive: {
    rules: [
      { types: ['AWS::DocDB::DBCluster'], path: 'SnapshotIdentifier', kind: 'arn', onlyAbroad: true },
      { types: ['AWS::DocDB::DBCluster'], path: 'SourceDBClusterIdentifier', kind: 'arn', onlyAbroad: true },
    ],
    violating: [
      exampleOf('AWS::DocDB::DBCluster', {
        SnapshotIdentifier: 'arn:aws:rds:us-east-1:111122223333:cluster-snapshot:people',
      }),
      exampleOf('AWS::DocDB::DBCluster', {
        SourceDBClusterIdentifier: { 'Fn::Sub': 'arn:aws:rds:us-east-1:${AWS::AccountId}:cluster:people' },
      }),
    ],
    compliant: [
      exampleOf('AWS::DocDB::DBCluster', { SnapshotIdentifier: 'people-us-east-1' }),
      exampleOf('AWS::DocDB::DBCluster', {
        SnapshotIdentifier: { 'Fn::Sub': 'arn:aws:rds:${AWS::Region}:${AWS::AccountId}:cluster-snapshot:people' },
      }),
      {
        Parameters: { Snapshot: { Type: 'String' } },
        ...exampleOf('AWS::DocDB::DBCluster', { SnapshotIdentifier: { Ref: 'Snapshot' } }),
      },
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'the copy is made by a call in its destination, which a region deny stops there. For clusters of instances rds:CrossRegionCommunication is asked for only when regions are crossed; elastic clusters have an action of their own for all copies.',
    denies: [
      { actions: ['rds:CrossRegionCommunication'], authorisedIn: 'both', strength: 'exact' },
      { actions: ['docdb-elastic:CopyClusterSnapshot'], authorisedIn: 'destination', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'CopyDBClusterSnapshot',
        recordedIn: 'destination',
        opens: [{ path: 'sourceDBClusterSnapshotIdentifier', kind: 'arn' }],
      },
      {
        eventSource: 'docdb-elastic.amazonaws.com',
        eventName: 'CopyClusterSnapshot',
        recordedIn: 'destination',
        opens: [{ path: 'snapshotArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-docdb',
        command: 'DescribeDBClusterSnapshotsCommand',
        field: 'DBClusterSnapshots[].SourceDBClusterSnapshotArn',
        kind: 'arn',
      },
    ],
  },
});
