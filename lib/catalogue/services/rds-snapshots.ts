import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';

export const rdsSnapshotCopyCrossRegion = defineChannel({
  id: 'rds-snapshot-copy-cross-region',
  title: 'RDS snapshots are copied within their home region only',
  risk: 'The whole database, as it was, comes to rest in the region where the copy is made, and can be restored there.',
  level: 'content',
  legitimate:
    'For a move of the database within its jurisdiction, or for one that was masked and made smaller at home first, to be tested with elsewhere.',
  remediation: 'Copy the snapshot in its own region, and restore it there.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  ],

  // No template copies a snapshot. One that restores a snapshot of another region tells of a copy that is made beforehand.
  proactive: {
    rules: [
      {
        types: ['AWS::RDS::DBInstance'],
        path: 'DBSnapshotIdentifier',
        kind: 'arn',
        onlyAbroad: true,
      },
      {
        types: ['AWS::RDS::DBInstance'],
        path: 'DBClusterSnapshotIdentifier',
        kind: 'arn',
        onlyAbroad: true,
      },
      {
        types: ['AWS::RDS::DBCluster'],
        path: 'SnapshotIdentifier',
        kind: 'arn',
        onlyAbroad: true,
      },
    ],
    violating: [
      exampleOf('AWS::RDS::DBInstance', {
        DBSnapshotIdentifier: 'arn:aws:rds:us-east-1:111122223333:snapshot:people',
      }),
      exampleOf('AWS::RDS::DBInstance', {
        DBClusterSnapshotIdentifier: 'arn:aws:rds:us-east-1:111122223333:cluster-snapshot:people',
      }),
      exampleOf('AWS::RDS::DBCluster', {
        SnapshotIdentifier: { 'Fn::Sub': 'arn:aws:rds:us-east-1:${AWS::AccountId}:cluster-snapshot:people' },
      }),
    ],
    compliant: [
      exampleOf('AWS::RDS::DBInstance', { DBSnapshotIdentifier: 'people-us-east-1' }),
      exampleOf('AWS::RDS::DBCluster', {
        SnapshotIdentifier: { 'Fn::Sub': 'arn:aws:rds:${AWS::Region}:${AWS::AccountId}:cluster-snapshot:people' },
      }),
      // RDS restores snapshots of its own region only, so a name that is not known is a name at home.
      {
        Parameters: { Snapshot: { Type: 'String' } },
        ...exampleOf('AWS::RDS::DBCluster', { SnapshotIdentifier: { Ref: 'Snapshot' } }),
      },
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'the copy is made by a call in its destination, which a region deny stops there; rds:CrossRegionCommunication is asked for only when regions are crossed, so its deny leaves copies within the region alone.',
    denies: [{ actions: ['rds:CrossRegionCommunication'], authorisedIn: 'both', strength: 'exact' }],
  },
  detective: {
    events: [
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'CopyDBSnapshot',
        recordedIn: 'destination',
        opens: [{ path: 'sourceDBSnapshotIdentifier', kind: 'arn' }],
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
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBSnapshotsCommand',
        field: 'DBSnapshots[].SourceRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBClusterSnapshotsCommand',
        field: 'DBClusterSnapshots[].SourceDBClusterSnapshotArn',
        kind: 'arn',
      },
    ],
  },
});

export const rdsSnapshotShare = defineChannel({
  id: 'rds-snapshot-share',
  title: 'RDS snapshots are shared with no other account',
  risk: 'The other account, or everybody, can restore the whole database, and copy it to any region from there.',
  level: 'content',
  legitimate:
    'For an account of the same jurisdiction that restores backups as its task. Sharing with everybody is for data that is published.',
  remediation: 'Remove the account from the attribute restore of the snapshot.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html'],

  proactive: notCovered(
    'CloudFormation can make a snapshot, but none of its resources has the attribute by which snapshots are shared',
  ),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the account with which a snapshot is shared. Nothing else uses these actions, so that within one account the deny costs nothing. A snapshot under a key of KMS can be used only where the key can, and never by everybody.',
    denies: [
      {
        actions: ['rds:ModifyDBSnapshotAttribute', 'rds:ModifyDBClusterSnapshotAttribute'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'ModifyDBSnapshotAttribute',
        recordedIn: 'source',
        opens: [{ path: 'valuesToAdd[]', kind: 'presence' }],
      },
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'ModifyDBClusterSnapshotAttribute',
        recordedIn: 'source',
        opens: [{ path: 'valuesToAdd[]', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBSnapshotAttributesCommand',
        field: 'DBSnapshotAttributesResult.DBSnapshotAttributes[].AttributeValues[]',
        kind: 'account',
      },
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBClusterSnapshotAttributesCommand',
        field: 'DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes[].AttributeValues[]',
        kind: 'account',
      },
    ],
  },
});

export const rdsSnapshotExportS3 = defineChannel({
  id: 'rds-snapshot-export-s3',
  title: 'RDS snapshots are exported to buckets of their home region only',
  risk: 'The tables are written as files into a bucket, which can be in any region and be read there by whoever may read it.',
  level: 'content',
  legitimate:
    'For tables that the export chooses because nobody is in them, such as product or price tables, on their way to a data lake.',
  remediation: 'Export to a bucket at home, with a role that can write to no other.',
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.html'],

  proactive: notCovered('exports are tasks that an API call starts; CloudFormation has no resource for them'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket. RDS writes as the role that the call names: where exports are needed, what holds is a boundary on that role with the buckets of home.',
    denies: [{ actions: ['rds:StartExportTask'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'StartExportTask',
        recordedIn: 'source',
        opens: [{ path: 's3BucketName', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeExportTasksCommand',
        field: 'ExportTasks[].S3Bucket',
        kind: 'bucket',
      },
    ],
  },
});

export const rdsSqlExportToS3 = defineChannel({
  id: 'rds-sql-export-to-s3',
  title: 'No database can write to S3 in SQL',
  risk: 'A statement names a bucket and its region, and the database writes rows there with a role of its own.',
  level: 'content',
  legitimate:
    'For reports that a statement aggregates, into a bucket that the role of the database names and that is the only one it can write to.',
  remediation:
    'Remove the role for exports from the database, or let its policy and its boundary name buckets of home only.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.SaveIntoS3.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/oracle-s3-integration.html',
  ],

  // The bucket stands in a statement that no template sees. That there can be one is worth a remark, and no more.
  proactive: {
    rules: [
      {
        types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
        path: 'AssociatedRoles[].FeatureName',
        kind: 'flag',
        opens: ['s3Export', 'S3_INTEGRATION'],
        reach: 'unknown',
        because: 'with which statements in SQL can write to any bucket that the role may write to',
        severity: 'info',
      },
      {
        types: ['AWS::RDS::DBClusterParameterGroup'],
        path: 'Parameters.aurora_select_into_s3_role',
        kind: 'presence',
        reach: 'unknown',
        because: 'with which statements in SQL can write to any bucket that the role may write to',
        severity: 'info',
      },
    ],
    violating: [
      exampleOf('AWS::RDS::DBCluster', {
        AssociatedRoles: [{ FeatureName: 's3Export', RoleArn: 'arn:aws:iam::111122223333:role/export' }],
      }),
      exampleOf('AWS::RDS::DBClusterParameterGroup', {
        Family: 'aurora-mysql8.0',
        Parameters: { aurora_select_into_s3_role: 'arn:aws:iam::111122223333:role/export' },
      }),
    ],
    compliant: [
      exampleOf('AWS::RDS::DBCluster', {
        AssociatedRoles: [{ FeatureName: 's3Import', RoleArn: 'arn:aws:iam::111122223333:role/import-us-east-1' }],
      }),
      exampleOf('AWS::RDS::DBClusterParameterGroup', {
        Family: 'aurora-mysql8.0',
        Parameters: { aurora_load_from_s3_role: 'arn:aws:iam::111122223333:role/import-us-east-1' },
      }),
    ],
  },
  preventive: {
    strength: 'not-at-all',
    why: 'the statement is no call of AWS, and s3:PutObject is what everything else at home needs as well. What holds is the role that the database has: a boundary with the buckets of home, and an endpoint policy where the database has no other route.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'AddRoleToDBCluster',
        recordedIn: 'source',
        opens: [{ path: 'featureName', kind: 'flag', opens: ['s3export', 's3_integration'] }],
      },
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'AddRoleToDBInstance',
        recordedIn: 'source',
        opens: [{ path: 'featureName', kind: 'flag', opens: ['s3export', 's3_integration'] }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBClustersCommand',
        field: 'DBClusters[].AssociatedRoles[].FeatureName',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBInstancesCommand',
        field: 'DBInstances[].AssociatedRoles[].FeatureName',
        kind: 'flag',
      },
    ],
  },
});
