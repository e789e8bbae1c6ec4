import { defineChannel } from '../channel';
import { exampleOf } from '../examples';
import { openToAnyRegion } from '../open-to-any-region';

export const rdsAuroraGlobalDatabase = defineChannel({
  id: 'rds-aurora-global-database',
  title: 'Aurora clusters belong to no global database',
  risk: 'The storage of the whole cluster is copied to each secondary region, and can be read there.',
  level: 'content',
  legitimate:
    'For a database of products and prices, or with secondaries in a second region of the same jurisdiction for a disaster that takes a whole region.',
  remediation: 'Remove the global cluster, and give the people of the other region a cluster of their own.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-globalcluster.html',
  ],

  proactive: {
    rules: [
      openToAnyRegion(['AWS::RDS::GlobalCluster'], '', 'which lets clusters of other regions join and be copies'),
      openToAnyRegion(
        ['AWS::RDS::DBCluster'],
        'GlobalClusterIdentifier',
        'which makes it a copy in a global cluster, whose primary can be in any region',
      ),
      {
        types: ['AWS::RDS::GlobalCluster'],
        path: 'SourceDBClusterIdentifier',
        kind: 'arn',
        onlyAbroad: true,
      },
    ],
    violating: [
      exampleOf('AWS::RDS::GlobalCluster', { GlobalClusterIdentifier: 'people', Engine: 'aurora-postgresql' }),
      exampleOf('AWS::RDS::GlobalCluster', {
        SourceDBClusterIdentifier: 'arn:aws:rds:us-east-1:111122223333:cluster:people',
      }),
      exampleOf('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', GlobalClusterIdentifier: 'people' }),
    ],
    compliant: [
      exampleOf('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', DBClusterIdentifier: 'people-us-east-1' }),
      // An empty identifier is how a cluster leaves a global database.
      exampleOf('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', GlobalClusterIdentifier: '' }),
      exampleOf('AWS::RDS::DBCluster', {
        Engine: 'aurora-postgresql',
        GlobalClusterIdentifier: { Ref: 'AWS::NoValue' },
      }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'a secondary cluster is made by a call in the secondary region, which a region deny stops, and rds:CrossRegionCommunication is asked for whenever RDS moves data between regions. Without a global cluster there is nothing to join: its making is refused outright, which costs nothing else. The namespace is that of RDS, DocumentDB and Neptune alike.',
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
        eventName: 'CreateDBCluster',
        recordedIn: 'destination',
        opens: [{ path: 'globalClusterIdentifier', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeGlobalClustersCommand',
        field: 'GlobalClusters[].GlobalClusterMembers[].DBClusterArn',
        kind: 'arn',
      },
    ],
  },
});

export const rdsCrossRegionReadReplica = defineChannel({
  id: 'rds-cross-region-read-replica',
  title: 'RDS read replicas have their source in the same region',
  risk: 'Every change of the source is streamed to the replica, which can be read where it is.',
  level: 'content',
  legitimate:
    'For tables that are read everywhere and are about nobody, or for a replica that waits for a disaster in a region of the same jurisdiction.',
  remediation: 'Make the replica in the region of its source.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
  ],

  // The replica is declared where it is to be: what arrives from abroad counts as much as what is sent there.
  proactive: {
    rules: [
      { types: ['AWS::RDS::DBInstance'], path: 'SourceDBInstanceIdentifier', kind: 'arn' },
      { types: ['AWS::RDS::DBCluster'], path: 'ReplicationSourceIdentifier', kind: 'arn' },
      { types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'], path: 'SourceRegion', kind: 'region' },
    ],
    violating: [
      exampleOf('AWS::RDS::DBInstance', {
        SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:111122223333:db:people',
      }),
      exampleOf('AWS::RDS::DBCluster', {
        ReplicationSourceIdentifier: {
          'Fn::Sub': 'arn:${AWS::Partition}:rds:us-east-1:${AWS::AccountId}:cluster:people',
        },
      }),
      exampleOf('AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: 'people', SourceRegion: 'us-east-1' }),
    ],
    compliant: [
      exampleOf('AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: 'people-us-east-1' }),
      exampleOf(
        'AWS::RDS::DBInstance',
        { SourceDBInstanceIdentifier: { 'Fn::GetAtt': ['People', 'DBInstanceArn'] } },
        { People: { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceIdentifier: 'people-us-east-1' } } },
      ),
      exampleOf('AWS::RDS::DBCluster', {
        ReplicationSourceIdentifier: { 'Fn::Sub': 'arn:aws:rds:${AWS::Region}:${AWS::AccountId}:cluster:people' },
        SourceRegion: { Ref: 'AWS::Region' },
      }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'the replica is made by a call in its own region, which a region deny stops there. rds:CrossRegionCommunication is asked for only when regions are crossed, so its deny costs no replica at home.',
    denies: [{ actions: ['rds:CrossRegionCommunication'], authorisedIn: 'both', strength: 'exact' }],
  },
  detective: {
    events: [
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'CreateDBInstanceReadReplica',
        recordedIn: 'destination',
        opens: [{ path: 'sourceDBInstanceIdentifier', kind: 'arn' }],
      },
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'CreateDBCluster',
        recordedIn: 'destination',
        opens: [{ path: 'replicationSourceIdentifier', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBInstancesCommand',
        field: 'DBInstances[].ReadReplicaSourceDBInstanceIdentifier',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBInstancesCommand',
        field: 'DBInstances[].ReadReplicaDBInstanceIdentifiers[]',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBClustersCommand',
        field: 'DBClusters[].ReplicationSourceIdentifier',
        kind: 'arn',
      },
    ],
  },
});

export const rdsAutomatedBackupReplication = defineChannel({
  id: 'rds-automated-backup-replication',
  title: 'RDS replicates automated backups within its home region only',
  risk: 'Snapshots and transaction logs are copied to the other region as they come, and the database can be restored there.',
  level: 'content',
  legitimate:
    'For recovery in a second region of the same jurisdiction, where copies in a locked vault at home are not thought enough.',
  remediation: 'Remove AutomaticBackupReplicationRegion, and keep further backups in a vault at home.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::RDS::DBInstance'], path: 'AutomaticBackupReplicationRegion', kind: 'region' },
      // The key is one of the region of the copies.
      {
        types: ['AWS::RDS::DBInstance'],
        path: 'AutomaticBackupReplicationKmsKeyId',
        kind: 'arn',
        onlyAbroad: true,
      },
      { types: ['AWS::RDS::DBInstance'], path: 'SourceDBInstanceAutomatedBackupsArn', kind: 'arn', onlyAbroad: true },
    ],
    violating: [
      exampleOf('AWS::RDS::DBInstance', { AutomaticBackupReplicationRegion: 'us-east-1' }),
      exampleOf('AWS::RDS::DBInstance', {
        AutomaticBackupReplicationRegion: { 'Fn::ImportValue': 'region-of-recovery' },
        AutomaticBackupReplicationKmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/backups',
      }),
      exampleOf('AWS::RDS::DBInstance', {
        SourceDBInstanceAutomatedBackupsArn: 'arn:aws:rds:us-east-1:111122223333:auto-backup:ab-people',
      }),
    ],
    compliant: [
      exampleOf('AWS::RDS::DBInstance', { BackupRetentionPeriod: 35, DBInstanceIdentifier: 'people-us-east-1' }),
      exampleOf('AWS::RDS::DBInstance', { AutomaticBackupReplicationRegion: { Ref: 'AWS::NoValue' } }),
      exampleOf('AWS::RDS::DBInstance', {
        SourceDBInstanceAutomatedBackupsArn: {
          'Fn::Sub': 'arn:aws:rds:${AWS::Region}:111122223333:auto-backup:ab-people',
        },
      }),
    ],
  },
  preventive: {
    strength: 'region-deny',
    why: 'the call is made in the region of the copies, also when CloudFormation reads it from the source instance, and a region deny stops it there. It has no use within one region, so the outright deny costs nothing.',
    denies: [
      {
        actions: ['rds:StartDBInstanceAutomatedBackupsReplication', 'rds:CrossRegionCommunication'],
        authorisedIn: 'destination',
        strength: 'region-deny',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'StartDBInstanceAutomatedBackupsReplication',
        recordedIn: 'destination',
        opens: [{ path: 'sourceDBInstanceArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeDBInstancesCommand',
        field: 'DBInstances[].DBInstanceAutomatedBackupsReplications[].DBInstanceAutomatedBackupsArn',
        kind: 'arn',
      },
    ],
  },
});
