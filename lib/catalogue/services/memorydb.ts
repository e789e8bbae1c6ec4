import { defineChannel } from '../channel';
import { exampleOf } from '../examples';
import { openToAnyRegion } from '../open-to-any-region';

export const memorydbMultiRegion = defineChannel({
  id: 'memorydb-multi-region',
  title: 'MemoryDB clusters belong to no multi-region cluster',
  risk: 'The clusters of several regions share all keys: what is written in one is in all of them.',
  level: 'content',
  legitimate:
    'For keys that belong to no person, such as stock and prices, or with all clusters in regions of one jurisdiction.',
  remediation: 'Remove the multi-region cluster, and give the people of the other region a cluster of their own.',
  references: [
    'https://docs.aws.amazon.com/memorydb/latest/devguide/multi-region.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-memorydb-multiregioncluster.html',
  ],

  proactive: {
    rules: [
      openToAnyRegion(
        ['AWS::MemoryDB::MultiRegionCluster'],
        '',
        'which lets clusters of other regions join and share all keys',
      ),
      openToAnyRegion(
        ['AWS::MemoryDB::Cluster'],
        'MultiRegionClusterName',
        'which makes it share all keys with clusters of other regions',
      ),
    ],
    violating: [
      exampleOf('AWS::MemoryDB::MultiRegionCluster', { MultiRegionClusterNameSuffix: 'sessions' }),
      exampleOf('AWS::MemoryDB::Cluster', { MultiRegionClusterName: 'virxk-sessions' }),
    ],
    compliant: [
      exampleOf('AWS::MemoryDB::Cluster', { ClusterName: 'sessions-us-east-1' }),
      exampleOf('AWS::MemoryDB::Cluster', { MultiRegionClusterName: { Ref: 'AWS::NoValue' } }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the region of a member. Members are made by CreateCluster in their own region, which a region deny stops there; without a multi-region cluster there is nothing to join, and refusing its making costs nothing else.',
    denies: [{ actions: ['memorydb:CreateMultiRegionCluster'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'memorydb.amazonaws.com',
        eventName: 'CreateMultiRegionCluster',
        recordedIn: 'source',
        opens: [{ path: 'multiRegionClusterNameSuffix', kind: 'presence' }],
      },
      {
        eventSource: 'memorydb.amazonaws.com',
        eventName: 'CreateCluster',
        recordedIn: 'destination',
        opens: [{ path: 'multiRegionClusterName', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-memorydb',
        command: 'DescribeMultiRegionClustersCommand',
        field: 'MultiRegionClusters[].Clusters[].Region',
        kind: 'region',
      },
    ],
  },
});
