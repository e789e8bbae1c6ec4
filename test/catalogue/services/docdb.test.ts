import { docdbGlobalCluster, docdbSnapshotCopy } from '../../../lib/catalogue/services/docdb';
import { describeChannel } from '../../support/describe-channel';

describeChannel(docdbGlobalCluster, [
  {
    name: 'reports a global cluster even where its primary is at home',
    template: {
      Resources: {
        Global: {
          Type: 'AWS::DocDB::GlobalCluster',
          Properties: { SourceDBClusterIdentifier: { Ref: 'People' } },
        },
        People: { Type: 'AWS::DocDB::DBCluster', Properties: {} },
      },
    },
    violations: [{ logicalId: 'Global', path: '', value: 'AWS::DocDB::GlobalCluster', reach: 'unknown' }],
  },
  {
    name: 'passes a global cluster that a condition never makes',
    template: {
      Conditions: { Never: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] } },
      Resources: { Global: { Type: 'AWS::DocDB::GlobalCluster', Condition: 'Never', Properties: {} } },
    },
    violations: [],
  },
  {
    name: 'only points out a cluster that joins where data may rest in more than one region',
    type: 'AWS::DocDB::DBCluster',
    properties: { GlobalClusterIdentifier: 'people' },
    allowed: ['eu-west-1'],
    violations: [{ path: 'GlobalClusterIdentifier', value: 'people', reach: 'unknown', severity: 'info' }],
  },
]);

describeChannel(docdbSnapshotCopy, [
  {
    name: 'reports a snapshot abroad whose region is put together',
    properties: {
      SnapshotIdentifier: {
        'Fn::Sub': ['arn:aws:rds:${From}:111122223333:cluster-snapshot:people', { From: 'us-west-2' }],
      },
    },
    violations: [
      {
        path: 'SnapshotIdentifier',
        value: 'arn:aws:rds:us-west-2:111122223333:cluster-snapshot:people',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'passes a snapshot whose name is misleading',
    properties: { SnapshotIdentifier: 'people-ap-southeast-1' },
    violations: [],
  },
]);
