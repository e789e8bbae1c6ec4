import {
  rdsAuroraGlobalDatabase,
  rdsAutomatedBackupReplication,
  rdsCrossRegionReadReplica,
} from '../../../lib/catalogue/services/rds-replicas';
import { rdsSnapshotCopyCrossRegion, rdsSqlExportToS3 } from '../../../lib/catalogue/services/rds-snapshots';
import { rdsZeroEtlIntegration } from '../../../lib/catalogue/services/zero-etl';
import { describeChannel } from '../../support/describe-channel';

const cluster = { Type: 'AWS::RDS::DBCluster', Properties: { DBClusterIdentifier: 'people-us-east-1' } };

describeChannel(rdsAuroraGlobalDatabase, [
  {
    name: 'reports a global cluster, and the cluster that joins it',
    template: {
      Resources: {
        Global: { Type: 'AWS::RDS::GlobalCluster', Properties: { GlobalClusterIdentifier: 'people' } },
        People: { Type: 'AWS::RDS::DBCluster', Properties: { GlobalClusterIdentifier: { Ref: 'Global' } } },
      },
    },
    violations: [
      { logicalId: 'Global', path: '', value: 'AWS::RDS::GlobalCluster', reach: 'unknown' },
      { logicalId: 'People', path: 'GlobalClusterIdentifier', value: '${Global}', reach: 'unknown' },
    ],
  },
  {
    name: 'only points out a global cluster where data may rest in more than one region',
    properties: { GlobalClusterIdentifier: 'people' },
    allowed: ['eu-west-1'],
    violations: [{ path: '', value: 'AWS::RDS::GlobalCluster', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'reports the primary of a global cluster abroad, beside the global cluster',
    properties: { SourceDBClusterIdentifier: 'arn:aws:rds:us-east-1:111122223333:cluster:people' },
    violations: [
      { path: '', value: 'AWS::RDS::GlobalCluster', reach: 'unknown' },
      {
        path: 'SourceDBClusterIdentifier',
        value: 'arn:aws:rds:us-east-1:111122223333:cluster:people',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'passes a cluster that leaves its global cluster',
    type: 'AWS::RDS::DBCluster',
    properties: { GlobalClusterIdentifier: { 'Fn::If': ['Global', 'people', ''] } },
    template: {
      Parameters: { Stage: { Type: 'String', Default: 'test' } },
      Conditions: { Global: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {},
    },
    violations: [],
  },
  {
    name: 'reports a cluster that can join one',
    type: 'AWS::RDS::DBCluster',
    properties: { GlobalClusterIdentifier: { 'Fn::If': ['Global', 'people', ''] } },
    template: {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Global: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: {},
    },
    violations: [{ path: 'GlobalClusterIdentifier', value: 'people', reach: 'unknown' }],
  },
]);

describeChannel(rdsCrossRegionReadReplica, [
  {
    name: 'passes a replica of a database of the same template',
    properties: { SourceDBInstanceIdentifier: { Ref: 'Main' } },
    template: { Resources: { Main: { Type: 'AWS::RDS::DBInstance', Properties: {} } } },
    violations: [],
  },
  {
    name: 'passes a name, which RDS looks up at home',
    properties: { SourceDBInstanceIdentifier: 'people-ap-southeast-1' },
    violations: [],
  },
  {
    name: 'reports a source whose region is the default of a parameter',
    properties: { SourceDBInstanceIdentifier: { 'Fn::Sub': 'arn:aws:rds:${From}:${AWS::AccountId}:db:people' } },
    template: { Parameters: { From: { Type: 'String', Default: 'us-west-2' } }, Resources: {} },
    violations: [
      {
        path: 'SourceDBInstanceIdentifier',
        value: 'arn:aws:rds:us-west-2:111122223333:db:people',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'reports a source whose region nobody knows',
    properties: { SourceDBInstanceIdentifier: 'people', SourceRegion: { Ref: 'From' } },
    template: { Parameters: { From: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'SourceRegion', value: '${From}', reach: 'unknown' }],
  },
  {
    name: 'reports a source of which nothing is known',
    properties: { SourceDBInstanceIdentifier: { 'Fn::ImportValue': 'main-database' } },
    violations: [{ path: 'SourceDBInstanceIdentifier', value: '${main-database}', reach: 'unknown' }],
  },
  {
    name: 'reports a cluster that follows an instance abroad',
    type: 'AWS::RDS::DBCluster',
    properties: {
      ReplicationSourceIdentifier: {
        'Fn::Join': [':', ['arn:aws:rds', 'ap-southeast-1', { Ref: 'AWS::AccountId' }, 'db', 'people']],
      },
    },
    violations: [
      {
        path: 'ReplicationSourceIdentifier',
        value: 'arn:aws:rds:ap-southeast-1:111122223333:db:people',
        reach: 'abroad',
      },
    ],
  },
]);

describeChannel(rdsAutomatedBackupReplication, [
  {
    name: 'reports a region that a map gives to the stage of the default',
    properties: {
      AutomaticBackupReplicationRegion: { 'Fn::FindInMap': ['Recovery', { Ref: 'Stage' }, 'region'] },
    },
    template: {
      Parameters: { Stage: { Type: 'String', Default: 'live' } },
      Mappings: { Recovery: { live: { region: 'eu-west-1' }, test: { region: 'eu-central-1' } } },
      Resources: {},
    },
    violations: [{ path: 'AutomaticBackupReplicationRegion', value: 'eu-west-1', reach: 'abroad' }],
  },
  {
    name: 'passes a region that is allowed',
    properties: { AutomaticBackupReplicationRegion: 'eu-west-1' },
    allowed: ['eu-west-1'],
    violations: [],
  },
  {
    name: 'reports a region that only CloudFormation will know, and not its key',
    properties: {
      AutomaticBackupReplicationRegion: { Ref: 'Recovery' },
      AutomaticBackupReplicationKmsKeyId: { Ref: 'Key' },
    },
    template: { Parameters: { Recovery: { Type: 'String' }, Key: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'AutomaticBackupReplicationRegion', value: '${Recovery}', reach: 'unknown' }],
  },
]);

describeChannel(rdsSnapshotCopyCrossRegion, [
  {
    name: 'passes a snapshot whose name is misleading',
    properties: { DBSnapshotIdentifier: 'rds:people-us-east-1-2026-11-01' },
    violations: [],
  },
  {
    name: 'passes a snapshot that only the deployment names, for RDS restores none of another region',
    properties: { DBSnapshotIdentifier: { Ref: 'Snapshot' } },
    template: { Parameters: { Snapshot: { Type: 'String' } }, Resources: {} },
    violations: [],
  },
  {
    name: 'reports a snapshot abroad that is the default of a parameter',
    type: 'AWS::RDS::DBCluster',
    properties: { SnapshotIdentifier: { Ref: 'Snapshot' } },
    template: {
      Parameters: {
        Snapshot: { Type: 'String', Default: 'arn:aws:rds:us-east-1:111122223333:cluster-snapshot:people' },
      },
      Resources: {},
    },
    violations: [
      {
        path: 'SnapshotIdentifier',
        value: 'arn:aws:rds:us-east-1:111122223333:cluster-snapshot:people',
        reach: 'abroad',
      },
    ],
  },
]);

describeChannel(rdsSqlExportToS3, [
  {
    name: 'points out an integration of Oracle with S3',
    properties: { AssociatedRoles: [{ FeatureName: 'S3_INTEGRATION', RoleArn: { Ref: 'Role' } }] },
    template: { Parameters: { Role: { Type: 'String' } }, Resources: {} },
    violations: [
      { path: 'AssociatedRoles[0].FeatureName', value: 'S3_INTEGRATION', reach: 'unknown', severity: 'info' },
    ],
  },
  {
    name: 'passes a role for another feature',
    properties: { AssociatedRoles: [{ FeatureName: 'Lambda', RoleArn: 'arn:aws:iam::111122223333:role/s3Export' }] },
    violations: [],
  },
]);

describeChannel(rdsZeroEtlIntegration, [
  {
    name: 'passes a source that the template makes',
    properties: { SourceArn: { 'Fn::GetAtt': ['People', 'DBClusterArn'] }, TargetArn: { Ref: 'Warehouse' } },
    template: { Parameters: { Warehouse: { Type: 'String' } }, Resources: { People: cluster } },
    violations: [],
  },
  {
    name: 'reports a target whose region nobody knows',
    properties: { TargetArn: { 'Fn::Sub': 'arn:aws:redshift-serverless:${Where}:111122223333:namespace/people' } },
    template: { Parameters: { Where: { Type: 'String' } }, Resources: {} },
    violations: [
      {
        path: 'TargetArn',
        value: 'arn:aws:redshift-serverless:${Where}:111122223333:namespace/people',
        reach: 'unknown',
      },
    ],
  },
  {
    name: 'reports a source abroad that is pulled into the warehouse',
    type: 'AWS::Redshift::Integration',
    properties: {
      SourceArn: { 'Fn::Sub': 'arn:aws:dynamodb:ap-southeast-1:${AWS::AccountId}:table/people' },
      TargetArn: { 'Fn::Sub': 'arn:aws:redshift-serverless:${AWS::Region}:${AWS::AccountId}:namespace/people' },
    },
    violations: [
      {
        path: 'SourceArn',
        value: 'arn:aws:dynamodb:ap-southeast-1:111122223333:table/people',
        reach: 'abroad',
      },
    ],
  },
]);
