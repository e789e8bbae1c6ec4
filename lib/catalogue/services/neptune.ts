import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';
import { openToAnyRegion } from '../open-to-any-region';

export const neptuneGlobalDatabase = defineChannel({
  id: 'neptune-global-database',
  title: 'Neptune clusters belong to no global database, and are restored from their home region',
  risk: 'The whole graph is copied to each secondary region, or to where its snapshot is copied, and can be read there.',
  level: 'content',
  legitimate:
    'For graphs of things, such as parts, roads or dependencies. A graph of who knows whom is as personal as it gets, and is replicated within its jurisdiction or not at all.',
  remediation: 'Remove the global cluster, and give the people of the other region a graph of their own.',
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/neptune-global-database.html'],

  proactive: {
    rules: [
      openToAnyRegion(['AWS::Neptune::GlobalCluster'], '', 'which lets clusters of other regions join and be copies'),
      openToAnyRegion(
        ['AWS::Neptune::DBCluster'],
        'GlobalClusterIdentifier',
        'which makes it a copy in a global database, whose primary can be in any region',
      ),
      { types: ['AWS::Neptune::GlobalCluster'], path: 'SourceDBClusterIdentifier', kind: 'arn', onlyAbroad: true },
      { types: ['AWS::Neptune::DBCluster'], path: 'SnapshotIdentifier', kind: 'arn', onlyAbroad: true },
      { types: ['AWS::Neptune::DBCluster'], path: 'SourceDBClusterIdentifier', kind: 'arn', onlyAbroad: true },
    ],
    violating: [
      exampleOf('AWS::Neptune::GlobalCluster', { GlobalClusterIdentifier: 'friends' }),
      exampleOf('AWS::Neptune::DBCluster', { GlobalClusterIdentifier: { 'Fn::ImportValue': 'friends' } }),
      exampleOf('AWS::Neptune::GlobalCluster', {
        SourceDBClusterIdentifier: 'arn:aws:rds:us-east-1:111122223333:cluster:friends',
      }),
      exampleOf('AWS::Neptune::DBCluster', {
        SnapshotIdentifier: 'arn:aws:rds:us-east-1:111122223333:cluster-snapshot:friends',
      }),
      exampleOf('AWS::Neptune::DBCluster', {
        SourceDBClusterIdentifier: 'arn:aws:rds:us-east-1:111122223333:cluster:friends',
      }),
    ],
    compliant: [
      exampleOf('AWS::Neptune::DBCluster', { DBClusterIdentifier: 'friends-us-east-1' }),
      exampleOf('AWS::Neptune::DBCluster', {
        SnapshotIdentifier: { 'Fn::Sub': 'arn:aws:rds:${AWS::Region}:${AWS::AccountId}:cluster-snapshot:friends' },
        GlobalClusterIdentifier: { Ref: 'AWS::NoValue' },
      }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'secondary clusters and copies are made by calls in their own region, which a region deny stops. Without a global cluster there is nothing to join: its making is refused outright, which costs nothing else. Neptune has the actions of RDS.',
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
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'CopyDBClusterSnapshot',
        recordedIn: 'destination',
        opens: [{ path: 'sourceDBClusterSnapshotIdentifier', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-neptune',
        command: 'DescribeGlobalClustersCommand',
        field: 'GlobalClusters[].GlobalClusterMembers[].DBClusterArn',
        kind: 'arn',
      },
    ],
  },
});

export const neptuneGraphExport = defineChannel({
  id: 'neptune-graph-export',
  title: 'Neptune Analytics exports graphs to buckets of their home region only',
  risk: 'The graph is written as files into a bucket, and is read where the bucket is.',
  level: 'content',
  legitimate: 'For graphs of things, for research or publication elsewhere.',
  remediation: 'Export to a bucket at home, with a role that can write to no other.',
  references: ['https://docs.aws.amazon.com/neptune-analytics/latest/userguide/export-s3.html'],

  proactive: notCovered('exports are tasks that an API call starts; CloudFormation has no resource for them'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket. The export is written as the role that the call names: where exports are needed, what holds is a boundary on that role with the buckets of home.',
    denies: [{ actions: ['neptune-graph:StartExportTask'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'neptune-graph.amazonaws.com',
        eventName: 'StartExportTask',
        recordedIn: 'source',
        opens: [{ path: 'destination', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-neptune-graph',
        command: 'ListExportTasksCommand',
        field: 'tasks[].destination',
        kind: 'bucket',
      },
    ],
  },
});
