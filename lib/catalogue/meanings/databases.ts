import type { PropertyMeaning } from './meaning';

/** Properties of databases and caches, and what moves them. */
export const DATABASES: readonly PropertyMeaning[] = [
  {
    means: 'whether tags are put on snapshots of the cluster or instance, which stay where it is',
    of: {
      'AWS::DocDB::DBCluster': ['CopyTagsToSnapshot'],
      'AWS::Neptune::DBCluster': ['CopyTagsToSnapshot'],
      'AWS::RDS::DBCluster': ['CopyTagsToSnapshot'],
      'AWS::RDS::DBInstance': ['CopyTagsToSnapshot'],
    },
  },
  {
    means: 'indexes by another key, kept with the table in its region',
    of: {
      'AWS::DynamoDB::Table': ['GlobalSecondaryIndexes'],
      'AWS::DynamoDB::GlobalTable': ['GlobalSecondaryIndexes'],
    },
  },
  {
    means: "indexes of a replica; the replica's region is claimed",
    of: {
      'AWS::DynamoDB::GlobalTable': ['Replicas[].GlobalSecondaryIndexes'],
    },
  },
  {
    means:
      'whether replicas may lag behind, or a write waits for them, and whose settings they follow; their regions are claimed',
    of: {
      'AWS::DynamoDB::GlobalTable': ['MultiRegionConsistency', 'Replicas[].GlobalTableSettingsReplicationMode'],
    },
  },
  {
    means: 'how many nodes hold copies within a cluster of one region, and in which zones',
    of: {
      'AWS::ElastiCache::ReplicationGroup': [
        'NodeGroupConfiguration[].ReplicaAvailabilityZones',
        'NodeGroupConfiguration[].ReplicaCount',
        'ReplicasPerNodeGroup',
      ],
      'AWS::MemoryDB::Cluster': ['NumReplicasPerShard'],
      'AWS::NeptuneGraph::Graph': ['ReplicaCount'],
      'AWS::OpenSearchServerless::Collection': ['StandbyReplicas'],
      'AWS::OpenSearchServerless::CollectionGroup': ['StandbyReplicas'],
    },
  },
  {
    means: 'whether another node of the same cluster takes over when one fails',
    of: {
      'AWS::ElastiCache::ReplicationGroup': ['AutomaticFailoverEnabled'],
      'AWS::Timestream::InfluxDBCluster': ['FailoverMode'],
    },
  },
  {
    means: 'the name and description of a cluster of one region, whose nodes hold the same',
    of: {
      'AWS::ElastiCache::ReplicationGroup': ['ReplicationGroupDescription', 'ReplicationGroupId'],
      'AWS::ElastiCache::Snapshot': ['ReplicationGroupId'],
    },
  },
  {
    means:
      'the log group or delivery stream of logs by name, which is one of the same region, and which of the two it is',
    of: {
      'AWS::ElastiCache::CacheCluster': [
        'LogDeliveryConfigurations[].DestinationDetails',
        'LogDeliveryConfigurations[].DestinationType',
      ],
      'AWS::ElastiCache::ReplicationGroup': [
        'LogDeliveryConfigurations[].DestinationDetails',
        'LogDeliveryConfigurations[].DestinationType',
      ],
    },
  },
  {
    means: 'whether a cluster hands writes on to the writer of its global database; the membership in one is claimed',
    of: {
      'AWS::RDS::DBCluster': ['EnableGlobalWriteForwarding'],
    },
  },
  {
    means: 'how long backups that are replicated are kept there; the region is claimed',
    of: {
      'AWS::RDS::DBInstance': ['AutomaticBackupReplicationRetentionPeriod'],
    },
  },
  {
    means: 'whether an Oracle replica can be read while it follows; what it follows is claimed',
    of: {
      'AWS::RDS::DBInstance': ['ReplicaMode'],
    },
  },
  {
    means: 'the grant of the key, and how long copied snapshots are kept; the region of the copies is claimed',
    of: {
      'AWS::Redshift::Cluster': ['SnapshotCopyGrantName', 'SnapshotCopyManual', 'SnapshotCopyRetentionPeriod'],
    },
  },
  {
    means:
      'the class, name, network and settings of the machine that moves data; between what it moves them is claimed with the endpoints',
    of: {
      'AWS::DMS::ReplicationInstance': [
        'ReplicationInstanceClass',
        'ReplicationInstanceIdentifier',
        'ReplicationSubnetGroupIdentifier',
      ],
      'AWS::DMS::ReplicationSubnetGroup': ['ReplicationSubnetGroupDescription', 'ReplicationSubnetGroupIdentifier'],
    },
  },
  {
    means: 'the name, kind, machine and settings of a task that moves data between two endpoints, which are claimed',
    of: {
      'AWS::DMS::ReplicationTask': ['ReplicationInstanceArn', 'ReplicationTaskIdentifier', 'ReplicationTaskSettings'],
      'AWS::DMS::ReplicationConfig': [
        'ComputeConfig.ReplicationSubnetGroupId',
        'ReplicationConfigIdentifier',
        'ReplicationSettings',
        'ReplicationType',
      ],
    },
  },
];
