import { defineChannel, notCovered } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

export const fsxBackupCopy = defineChannel({
  id: 'fsx-backup-copy',
  title: 'FSx copies backups within their home region only',
  risk: 'The whole file system, as it was, comes to rest in the region where the copy is made, and can be restored there.',
  level: 'content',
  legitimate:
    'For file systems of builds, render farms and scratch data, or towards a second region of the same jurisdiction.',
  remediation: 'Copy the backup in its own region.',
  references: [
    'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/copy-backups.html',
    'https://docs.aws.amazon.com/fsx/latest/APIReference/API_CopyBackup.html',
  ],

  proactive: notCovered('a copy is an API call; a template restores from a backup by an id that names no region'),
  preventive: {
    strength: 'region-deny',
    why: 'the copy is made by a call in its destination, which a region deny stops there. Copies within the region are wanted seldom enough for a deny of the whole action.',
    denies: [{ actions: ['fsx:CopyBackup'], authorisedIn: 'destination', strength: 'region-deny' }],
  },
  detective: {
    events: [
      {
        eventSource: 'fsx.amazonaws.com',
        eventName: 'CopyBackup',
        recordedIn: 'destination',
        opens: [{ path: 'sourceRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-fsx',
        command: 'DescribeBackupsCommand',
        field: 'Backups[].SourceBackupRegion',
        kind: 'region',
      },
    ],
  },
});

export const fsxOntapOpenzfsReplication = defineChannel({
  id: 'fsx-ontap-openzfs-replication',
  title: 'FSx volumes are made from snapshots of their home region only',
  risk: 'The volume is filled, and later kept in step, with the files of a snapshot elsewhere. ONTAP replicates to wherever its network leads.',
  level: 'content',
  legitimate:
    'For volumes that hold datasets anyone may have, or tools. With shares of people, only between regions of one jurisdiction.',
  remediation: 'Name a snapshot of the home region, and let no route lead from the file system abroad.',
  references: [
    'https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/on-demand-replication.html',
    'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/scheduled-replication.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::FSx::Volume'],
        path: 'OpenZFSConfiguration.OriginSnapshot.SnapshotARN',
        kind: 'arn',
        passesUnnamed: true,
      },
    ],
    violating: [volumeFrom('arn:aws:fsx:us-east-1:111122223333:snapshot/fsvol-1234/fsvolsnap-1234')],
    compliant: [
      volumeFrom({ 'Fn::Sub': 'arn:aws:fsx:${AWS::Region}:${AWS::AccountId}:snapshot/fsvol-1234/fsvolsnap-1234' }),
      volumeFrom({ 'Fn::GetAtt': ['Snapshot', 'ResourceARN'] }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'refreshing a volume from a snapshot is one action, refused as a whole; it is called where the volume is, so that a region deny stops it abroad. What ONTAP replicates by its own command line is no call of AWS: there only routes decide.',
    denies: [{ actions: ['fsx:CopySnapshotAndUpdateVolume'], authorisedIn: 'destination', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'fsx.amazonaws.com',
        eventName: 'CopySnapshotAndUpdateVolume',
        recordedIn: 'destination',
        opens: [{ path: 'sourceSnapshotARN', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-fsx',
        command: 'DescribeVolumesCommand',
        field: 'Volumes[].OpenZFSConfiguration.OriginSnapshot.SnapshotARN',
        kind: 'arn',
      },
    ],
  },
});

export const fsxDataRepository = defineChannel({
  id: 'fsx-data-repository',
  title: 'FSx for Lustre exports files to buckets of its home region only',
  risk: 'Each file that is new or changed is written into the bucket, and can be read where the bucket is.',
  level: 'content',
  legitimate: 'For results of simulations and renderings that are delivered where they are wanted.',
  remediation: 'Link a bucket that a stack of the same region makes, and check both stacks together.',
  references: [
    'https://docs.aws.amazon.com/fsx/latest/LustreGuide/create-dra-linked-data-repo.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-fsx-datarepositoryassociation.html',
  ],

  // What is only read from a bucket is somebody else's data set more often than not.
  proactive: {
    rules: [
      {
        types: ['AWS::FSx::DataRepositoryAssociation'],
        path: 'DataRepositoryPath',
        kind: 'bucket',
        when: { path: 'S3.AutoExportPolicy', is: 'present' },
      },
      {
        types: ['AWS::FSx::FileSystem'],
        path: 'LustreConfiguration.ExportPath',
        kind: 'bucket',
      },
    ],
    violating: [
      exampleOf('AWS::FSx::DataRepositoryAssociation', {
        DataRepositoryPath: 's3://results-us-east-1/run',
        S3: { AutoExportPolicy: { Events: ['NEW', 'CHANGED'] } },
      }),
      exampleOf('AWS::FSx::FileSystem', {
        FileSystemType: 'LUSTRE',
        LustreConfiguration: { ImportPath: 's3://results-us-east-1', ExportPath: 's3://results-us-east-1/run' },
      }),
    ],
    compliant: [
      exampleOf('AWS::FSx::DataRepositoryAssociation', {
        DataRepositoryPath: 's3://public-data-set',
        S3: { AutoImportPolicy: { Events: ['NEW', 'CHANGED'] } },
      }),
      exampleOf(
        'AWS::FSx::FileSystem',
        {
          FileSystemType: 'LUSTRE',
          LustreConfiguration: {
            ImportPath: { 'Fn::Sub': 's3://${Store}' },
            ExportPath: { 'Fn::Sub': 's3://${Store}/run' },
          },
        },
        BUCKET_AT_HOME,
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket. Who links no file system to S3 loses nothing by the deny; where somebody does, the service-linked role of the file system writes, which no service control policy binds.',
    denies: [
      {
        actions: ['fsx:CreateDataRepositoryAssociation', 'fsx:CreateDataRepositoryTask'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'fsx.amazonaws.com',
        eventName: 'CreateDataRepositoryAssociation',
        recordedIn: 'source',
        opens: [{ path: 'dataRepositoryPath', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-fsx',
        command: 'DescribeDataRepositoryAssociationsCommand',
        field: 'Associations[].DataRepositoryPath',
        kind: 'bucket',
      },
    ],
  },
});

function volumeFrom(snapshot: unknown) {
  return exampleOf(
    'AWS::FSx::Volume',
    { Name: 'files_us_east_1', OpenZFSConfiguration: { OriginSnapshot: { SnapshotARN: snapshot } } },
    { Snapshot: { Type: 'AWS::FSx::Snapshot', Properties: { Name: 'daily-us-east-1', VolumeId: 'fsvol-1234' } } },
  );
}
