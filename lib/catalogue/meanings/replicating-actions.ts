import type { NameMeaning } from './meaning';

/** IAM actions about copies, replicas, members and connections, and about machines that are moved. Sources: the descriptions of the actions. */
export const REPLICATING_ACTIONS: readonly NameMeaning[] = [
  {
    means:
      'the copy of a backup, for which the role also needs backup:CopyFromBackupVault: that is refused by where it goes',
    of: ['backup:CopyIntoBackupVault', 'backup:StartCopyJob'],
  },
  { means: 'which kinds of resource AWS Backup looks after in the region', of: ['backup:UpdateRegionSettings'] },
  {
    means:
      'a copy or replica of a database, which is made where it is to be; one from another region also needs rds:CrossRegionCommunication, which is refused',
    of: ['rds:CopyDBClusterSnapshot', 'rds:CopyDBSnapshot', 'rds:CreateDBInstanceReadReplica'],
  },
  {
    means: "a copy of settings or of an engine's software, which hold no data",
    of: [
      'rds:CopyCustomDBEngineVersion',
      'rds:CopyDBClusterParameterGroup',
      'rds:CopyDBParameterGroup',
      'rds:CopyOptionGroup',
    ],
  },
  {
    means: 'that another member of a cluster or a global database, which there is already, becomes the writer',
    of: [
      'elasticache:FailoverGlobalReplicationGroup',
      'odb:FailoverAutonomousDatabase',
      'rds:FailoverDBCluster',
      'rds:FailoverGlobalCluster',
      'rds:PromoteReadReplica',
      'rds:PromoteReadReplicaDBCluster',
      'rds:SwitchoverGlobalCluster',
      'rds:SwitchoverReadReplica',
      'redshift:FailoverPrimaryCompute',
    ],
  },
  {
    means: 'a copy of a snapshot in the region of the snapshot',
    of: [
      'elasticache:CopyServerlessCacheSnapshot',
      'elasticache:CopySnapshot',
      'memorydb:CopySnapshot',
      'redshift:CopyClusterSnapshot',
    ],
  },
  {
    means: 'how long copies of snapshots are kept, where copying has been set up: to set it up is refused',
    of: ['redshift-serverless:UpdateSnapshotCopyConfiguration', 'redshift:ModifySnapshotCopyRetentionPeriod'],
  },
  {
    means:
      'a cluster whose nodes hold the same, in one region, how many they are, and trying what happens when one fails',
    of: [
      'dax:DecreaseReplicationFactor',
      'dax:IncreaseReplicationFactor',
      'elasticache:CreateReplicationGroup',
      'elasticache:DecreaseReplicaCount',
      'elasticache:IncreaseReplicaCount',
      'elasticache:ModifyReplicationGroup',
      'elasticache:ModifyReplicationGroupShardConfiguration',
      'elasticache:TestFailover',
      'memorydb:FailoverShard',
    ],
  },
  {
    means:
      'the size and settings of a cluster that spans regions already: to make one, and to add a region, is refused',
    of: [
      'elasticache:DecreaseNodeGroupsInGlobalReplicationGroup',
      'elasticache:IncreaseNodeGroupsInGlobalReplicationGroup',
      'elasticache:ModifyGlobalReplicationGroup',
      'elasticache:RebalanceSlotsInGlobalReplicationGroup',
      'memorydb:UpdateMultiRegionCluster',
    ],
  },
  {
    means:
      'the work of replication within a global table, done by DynamoDB itself between replicas that there are already',
    of: ['dynamodb:ReadDataForReplication', 'dynamodb:ReplicateSettings', 'dynamodb:WriteDataForReplication'],
  },
  {
    means: 'settings, capacity and version of a global table, whose regions it leaves as they are',
    of: [
      'dynamodb:UpdateGlobalTableSettings',
      'dynamodb:UpdateGlobalTableVersion',
      'dynamodb:UpdateTableReplicaAutoScaling',
    ],
  },
  {
    means: "how exactly times are written in the stream that a table's changes go to",
    of: ['dynamodb:UpdateKinesisStreamingDestination'],
  },
  {
    means: 'reading, writing and tagging rows of a keyspace that spans regions: to make one is refused',
    of: [
      'cassandra:ModifyMultiRegionResource',
      'cassandra:SelectMultiRegionResource',
      'cassandra:TagMultiRegionResource',
      'cassandra:UnTagMultiRegionResource',
    ],
  },
  {
    means: 'what replication reads and writes once a bucket has been set up for it: to set it up is refused',
    of: [
      's3:GetObjectVersionAnnotationForReplication',
      's3:GetObjectVersionForReplication',
      's3:ReplicateDelete',
      's3:ReplicateObject',
      's3:ReplicateObjectAnnotation',
      's3:ReplicateTags',
    ],
  },
  {
    means:
      'what replication between Outposts reads and writes once a bucket has been set up for it: to set it up is refused',
    of: [
      's3-outposts:GetObjectVersionForReplication',
      's3-outposts:ReplicateDelete',
      's3-outposts:ReplicateObject',
      's3-outposts:ReplicateTags',
    ],
  },
  {
    means: 'who may use an access point that spans regions: to make one is refused',
    of: ['s3:PutMultiRegionAccessPointPolicy'],
  },
  {
    means:
      'what replication reads and writes once a file system or registry has been set up for it: to set it up is refused',
    of: ['ecr:ReplicateImage', 'elasticfilesystem:ReplicationRead', 'elasticfilesystem:ReplicationWrite'],
  },
  { means: 'a copy of a volume, in its own zone', of: ['ec2:CopyVolumes'] },
  {
    means:
      'a session that exchanges routes with a router or appliance at the other end of a connection that there is already',
    of: [
      'directconnect:CreateBGPPeer',
      'directconnect:StartBgpFailoverTest',
      'ec2:CreateRouteServerPeer',
      'ec2:CreateTransitGatewayConnectPeer',
      'networkmanager:AssociateConnectPeer',
      'networkmanager:AssociateTransitGatewayConnectPeer',
      'networkmanager:CreateConnectPeer',
    ],
  },
  {
    means: 'a list of sites, devices and links, which carries no traffic',
    of: ['networkmanager:CreateGlobalNetwork', 'networkmanager:UpdateGlobalNetwork'],
  },
  {
    means: 'whether names are resolved over a peering connection that there is already',
    of: ['ec2:ModifyVpcPeeringConnectionOptions'],
  },
  {
    means: 'a link between a network of Oracle Database@AWS and a VPC, and what it may reach',
    of: [
      'ec2:CreateOdbNetworkPeering',
      'ec2:ModifyOdbNetworkPeering',
      'odb:CreateOdbPeeringConnection',
      'odb:UpdateOdbPeeringConnection',
    ],
  },
  {
    means: 'what another account may use of Oracle Database@AWS; AWS describes it in no more words than its name',
    of: ['odb:CreateGrantShare', 'odb:UpdateGrantShare'],
  },
  {
    means: "a link between networks of one region: of a fleet or of Lightsail with the account's own",
    of: [
      'gamelift:CreateVpcPeeringAuthorization',
      'gamelift:CreateVpcPeeringConnection',
      'lightsail:IsVpcPeered',
      'lightsail:PeerVpc',
    ],
  },
  {
    means: 'whether routes of a network that is shared with other accounts are kept up to date for file systems',
    of: ['fsx:UpdateSharedVpcConfiguration'],
  },
  {
    means: 'settings and visibility of a share of files, whose bucket it cannot change',
    of: [
      'storagegateway:UpdateNFSFileShare',
      'storagegateway:UpdateSMBFileShare',
      'storagegateway:UpdateSMBFileShareVisibility',
    ],
  },
  {
    means: 'the machine that moves data between endpoints; both endpoints are claimed',
    of: [
      'dms:CreateReplicationInstance',
      'dms:CreateReplicationSubnetGroup',
      'dms:ModifyReplicationInstance',
      'dms:ModifyReplicationSubnetGroup',
      'dms:RebootReplicationInstance',
    ],
  },
  {
    means: 'a task between two endpoints that there are already: to name an endpoint elsewhere is what is refused',
    of: [
      'dms:CreateReplicationConfig',
      'dms:ModifyReplicationConfig',
      'dms:ModifyReplicationTask',
      'dms:MoveReplicationTask',
      'dms:ReloadReplicationTables',
      'dms:StartReplicationTask',
    ],
  },
  {
    means: 'whether a task would work, tried before it runs',
    of: ['dms:StartReplicationTaskAssessment', 'dms:StartReplicationTaskAssessmentRun'],
  },
  {
    means: 'what the agent on a machine that is being replicated tells the service of its progress',
    of: [
      'drs:GetAgentReplicationInfoForDrs',
      'drs:NotifyAgentReplicationProgressForDrs',
      'drs:NotifyReplicationServerAuthenticationForDrs',
      'drs:UpdateAgentReplicationInfoForDrs',
      'drs:UpdateAgentReplicationProcessStateForDrs',
      'drs:UpdateReplicationCertificateForDrs',
    ],
  },
  {
    means: 'what the agent on a machine that is being migrated tells the service of its progress',
    of: [
      'mgn:GetAgentReplicationInfoForMgn',
      'mgn:NotifyAgentReplicationProgressForMgn',
      'mgn:UpdateAgentReplicationInfoForMgn',
      'mgn:UpdateAgentReplicationProcessStateForMgn',
    ],
  },
  {
    means: 'how machines are replicated into the staging area of the account that recovers them, called in its region',
    of: [
      'drs:RetryDataReplication',
      'drs:StartSourceNetworkReplication',
      'drs:UpdateFailbackReplicationConfiguration',
      'drs:UpdateReplicationConfiguration',
      'drs:UpdateReplicationConfigurationTemplate',
    ],
  },
  {
    means: 'how machines are replicated into the staging area of the account that they move to, called in its region',
    of: [
      'mgn:ResumeReplication',
      'mgn:RetryDataReplication',
      'mgn:UpdateReplicationConfiguration',
      'mgn:UpdateReplicationConfigurationTemplate',
      'mgn:UpdateSourceServerReplicationType',
    ],
  },
  {
    means: "moving servers of one's own premises into the account, by the service before Application Migration",
    of: [
      'sms:CreateReplicationJob',
      'sms:PutAppReplicationConfiguration',
      'sms:StartAppReplication',
      'sms:StartOnDemandAppReplication',
      'sms:StartOnDemandReplicationRun',
      'sms:UpdateReplicationJob',
    ],
  },
  {
    means: 'how machines that are replicated or migrated are set up to be',
    of: [
      'drs:GetFailbackReplicationConfiguration',
      'drs:GetReplicationConfiguration',
      'mgn:GetReplicationConfiguration',
      'sms:GetAppReplicationConfiguration',
      'sms:GetReplicationJobs',
      'sms:GetReplicationRuns',
    ],
  },
  {
    means: 'the region that an account keeps the record of its migrations in',
    of: ['mgh:CreateHomeRegionControl', 'mgh:GetHomeRegion'],
  },
];
