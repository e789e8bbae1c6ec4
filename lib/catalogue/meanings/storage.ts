import type { PropertyMeaning } from './meaning';

/** Properties of files, buckets and backups. */
export const STORAGE: readonly PropertyMeaning[] = [
  {
    means:
      'whether tags of a file system or volume are put on its backups, snapshots and volumes, which stay where it is',
    of: {
      'AWS::FSx::FileSystem': [
        'LustreConfiguration.CopyTagsToBackups',
        'OpenZFSConfiguration.CopyTagsToBackups',
        'OpenZFSConfiguration.CopyTagsToVolumes',
        'OpenZFSConfiguration.RootVolumeConfiguration.CopyTagsToSnapshots',
        'WindowsConfiguration.CopyTagsToBackups',
      ],
      'AWS::FSx::Volume': ['OntapConfiguration.CopyTagsToBackups', 'OpenZFSConfiguration.CopyTagsToSnapshots'],
      'AWS::FSx::FileCache': ['CopyTagsToDataRepositoryAssociations'],
    },
  },
  {
    means: 'whether tags are put on the snapshots and images that a policy makes',
    of: {
      'AWS::DLM::LifecyclePolicy': [
        'CopyTags',
        'PolicyDetails.CopyTags',
        'PolicyDetails.Schedules[].CopyTags',
        'PolicyDetails.Schedules[].CrossRegionCopyRules[].CopyTags',
      ],
    },
  },
  {
    means: 'after how long snapshots are no longer shared; with whom they are is claimed',
    of: {
      'AWS::DLM::LifecyclePolicy': [
        'PolicyDetails.Schedules[].ShareRules[].UnshareInterval',
        'PolicyDetails.Schedules[].ShareRules[].UnshareIntervalUnit',
      ],
    },
  },
  {
    means: 'whether a new volume refers to a snapshot or takes its data over, within the file system',
    of: {
      'AWS::FSx::Volume': ['OpenZFSConfiguration.OriginSnapshot.CopyStrategy'],
    },
  },
  {
    means: 'which attempts to open files are logged; where to is claimed',
    of: {
      'AWS::FSx::FileSystem': ['WindowsConfiguration.AuditLogConfiguration.FileShareAccessAuditLogLevel'],
    },
  },
  {
    means:
      'whether a file system may be made the destination of a replication; the replication is claimed where it is made',
    of: {
      'AWS::EFS::FileSystem': ['FileSystemProtection.ReplicationOverwriteProtection'],
    },
  },
  {
    means: 'on how many nodes of its own cluster each block of data is kept',
    of: {
      'AWS::DataSync::LocationHDFS': ['ReplicationFactor'],
      'AWS::DAX::Cluster': ['ReplicationFactor'],
      'AWS::MSK::Topic': ['ReplicationFactor'],
    },
  },
  {
    means: 'which access rights are taken over with each file; where files go is claimed',
    of: {
      'AWS::DataSync::Task': ['Options.SecurityDescriptorCopyFlags'],
    },
  },
  {
    means:
      "where figures about a bucket's storage classes, and lists of its objects, are written: a bucket that has to be in the same region",
    of: {
      'AWS::S3::Bucket': [
        'AnalyticsConfigurations[].StorageClassAnalysis.DataExport.Destination',
        'InventoryConfigurations[].Destination',
      ],
    },
  },
  {
    means: 'the bucket that access logs are written to, which has to be in the region of the bucket that is logged',
    of: {
      'AWS::S3::Bucket': ['LoggingConfiguration.DestinationBucketName'],
    },
  },
  {
    means: "the table bucket that lists of a bucket's objects are written to, in the same region and account",
    of: {
      'AWS::S3::Bucket': ['MetadataConfiguration.Destination', 'MetadataTableConfiguration.S3TablesDestination'],
    },
  },
  {
    means: 'whether markers of deletion are replicated too, and how quickly all is; where to is claimed',
    of: {
      'AWS::S3::Bucket': [
        'ReplicationConfiguration.Rules[].DeleteMarkerReplication',
        'ReplicationConfiguration.Rules[].Destination.ReplicationTime',
        'ReplicationConfiguration.Rules[].SourceSelectionCriteria.ReplicaModifications',
      ],
    },
  },
  {
    means: 'the table bucket that figures are written to, which S3 keeps itself and lets read',
    of: {
      'AWS::S3::StorageLens': [
        'StorageLensConfiguration.DataExport.StorageLensTableDestination',
        'StorageLensConfiguration.ExpandedPrefixesDataExport.StorageLensTableDestination',
      ],
    },
  },
  {
    means: 'regions whose buckets are not counted',
    of: {
      'AWS::S3::StorageLens': ['StorageLensConfiguration.Exclude.Regions'],
    },
  },
  {
    means: 'under which name a gateway offers a share to the network that it is in, and as which user it writes',
    of: {
      'AWS::StorageGateway::NFSFileShare': ['FileShareName', 'NFSFileShareDefaults'],
      'AWS::StorageGateway::SMBFileShare': ['FileShareName'],
    },
  },
  {
    means: 'the region that a disk or instance is in, as Lightsail tells it',
    of: {
      'AWS::Lightsail::Disk': ['Location.RegionName'],
      'AWS::Lightsail::Instance': ['Location.RegionName'],
    },
  },
];
