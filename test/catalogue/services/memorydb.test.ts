import { memorydbMultiRegion } from '../../../lib/catalogue/services/memorydb';
import { describeChannel } from '../../support/describe-channel';

describeChannel(memorydbMultiRegion, [
  {
    name: 'reports a multi-region cluster, and the cluster that is made for it',
    template: {
      Resources: {
        All: { Type: 'AWS::MemoryDB::MultiRegionCluster', Properties: { MultiRegionClusterNameSuffix: 'sessions' } },
        Here: {
          Type: 'AWS::MemoryDB::Cluster',
          Properties: { MultiRegionClusterName: { 'Fn::GetAtt': ['All', 'MultiRegionClusterName'] } },
        },
      },
    },
    violations: [
      { logicalId: 'All', path: '', value: 'AWS::MemoryDB::MultiRegionCluster', reach: 'unknown' },
      {
        logicalId: 'Here',
        path: 'MultiRegionClusterName',
        value: '${All.MultiRegionClusterName}',
        reach: 'unknown',
      },
    ],
  },
  {
    name: 'passes a cluster that joins none in this stage',
    type: 'AWS::MemoryDB::Cluster',
    properties: { MultiRegionClusterName: { 'Fn::If': ['Joins', 'virxk-sessions', { Ref: 'AWS::NoValue' }] } },
    template: {
      Parameters: { Stage: { Type: 'String', Default: 'test' } },
      Conditions: { Joins: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {},
    },
    violations: [],
  },
]);
