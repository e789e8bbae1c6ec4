import type { Violation } from '../../domain/finding';
import { defineChannel, type JudgedResource } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

const FSX_LOCATIONS = [
  'AWS::DataSync::LocationFSxLustre',
  'AWS::DataSync::LocationFSxOpenZFS',
  'AWS::DataSync::LocationFSxWindows',
] as const;

const SERVERS = ['AWS::DataSync::LocationNFS', 'AWS::DataSync::LocationSMB'] as const;

export const datasyncTask = defineChannel({
  id: 'datasync-task',
  title: 'DataSync moves files between locations of its home region only',
  risk: 'Every file of the source is copied to the destination: another region, another cloud, or a server anywhere.',
  level: 'content',
  legitimate:
    'For shares of software, media and public data. A move of house of a whole office can be one as well: within one jurisdiction, once, and with an end.',
  remediation: 'Name locations, buckets and file systems of the home region.',
  references: [
    'https://docs.aws.amazon.com/datasync/latest/userguide/working-with-locations.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_DataSync.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::DataSync::Task'], path: 'DestinationLocationArn', kind: 'arn' },
      { types: ['AWS::DataSync::Task'], path: 'SourceLocationArn', kind: 'arn', passesUnnamed: true },
      // A location is of the region where it is declared, and its bucket may be of another.
      { types: ['AWS::DataSync::LocationS3'], path: 'S3BucketArn', kind: 'bucket' },
      // File systems of AWS are taken at home only: one of which nothing is known is there.
      { types: ['AWS::DataSync::LocationEFS'], path: 'EfsFilesystemArn', kind: 'arn', passesUnnamed: true },
      { types: FSX_LOCATIONS, path: 'FsxFilesystemArn', kind: 'arn', passesUnnamed: true },
      {
        types: ['AWS::DataSync::LocationFSxONTAP'],
        path: 'StorageVirtualMachineArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      { types: ['AWS::DataSync::LocationAzureBlob'], path: 'AzureBlobContainerUrl', kind: 'endpoint' },
      { types: ['AWS::DataSync::LocationObjectStorage'], path: 'ServerHostname', kind: 'endpoint' },
      { kind: 'function', types: SERVERS, paths: ['ServerHostname'], violations: serverOf('ServerHostname') },
      {
        kind: 'function',
        types: ['AWS::DataSync::LocationHDFS'],
        paths: ['NameNodes[].Hostname'],
        violations: serverOf('NameNodes[].Hostname'),
      },
      // A report lists the names of the files.
      {
        types: ['AWS::DataSync::Task'],
        path: 'TaskReportConfig.Destination.S3.S3BucketArn',
        kind: 'bucket',
        severity: 'info',
      },
    ],
    violating: [
      taskBetween({ DestinationLocationArn: 'arn:aws:datasync:us-east-1:111122223333:location/loc-1234' }),
      taskBetween({ SourceLocationArn: 'arn:aws:datasync:us-east-1:111122223333:location/loc-1234' }),
      exampleOf('AWS::DataSync::LocationS3', { S3BucketArn: 'arn:aws:s3:::files-of-somebody-else' }),
      exampleOf('AWS::DataSync::LocationEFS', {
        EfsFilesystemArn: 'arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1234',
      }),
      exampleOf('AWS::DataSync::LocationFSxWindows', {
        FsxFilesystemArn: 'arn:aws:fsx:us-east-1:111122223333:file-system/fs-1234',
      }),
      exampleOf('AWS::DataSync::LocationFSxONTAP', {
        StorageVirtualMachineArn: 'arn:aws:fsx:us-east-1:111122223333:storage-virtual-machine/fs-1234/svm-1234',
      }),
      exampleOf('AWS::DataSync::LocationAzureBlob', {
        AzureBlobContainerUrl: 'https://files.blob.core.windows.net/people',
      }),
      exampleOf('AWS::DataSync::LocationObjectStorage', { ServerHostname: 's3.us-east-1.amazonaws.com' }),
      exampleOf('AWS::DataSync::LocationNFS', { ServerHostname: 'files.example.com' }),
      exampleOf('AWS::DataSync::LocationHDFS', { NameNodes: [{ Hostname: 'name.example.com', Port: 8020 }] }),
      taskBetween({ TaskReportConfig: { Destination: { S3: { S3BucketArn: 'arn:aws:s3:::reports-us-east-1' } } } }),
    ],
    compliant: [
      taskBetween({ Name: 'files-to-us-east-1' }),
      exampleOf(
        'AWS::DataSync::LocationS3',
        { S3BucketArn: { 'Fn::GetAtt': ['Store', 'Arn'] }, Subdirectory: '/us-east-1' },
        BUCKET_AT_HOME,
      ),
      exampleOf('AWS::DataSync::LocationEFS', {
        EfsFilesystemArn: { 'Fn::Sub': 'arn:aws:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:file-system/fs-1' },
      }),
      {
        Parameters: { Files: { Type: 'String' } },
        ...exampleOf('AWS::DataSync::LocationFSxLustre', { FsxFilesystemArn: { Ref: 'Files' } }),
      },
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names a destination. Locations are resources of CreateTask, so that an allow can be limited to the home region, and a deny of the action costs whoever moves no files nothing.',
    denies: [
      {
        actions: [
          'datasync:CreateTask',
          'datasync:CreateLocationS3',
          'datasync:CreateLocationAzureBlob',
          'datasync:CreateLocationObjectStorage',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'datasync.amazonaws.com',
        eventName: 'CreateTask',
        recordedIn: 'source',
        opens: [
          { path: 'destinationLocationArn', kind: 'arn' },
          { path: 'sourceLocationArn', kind: 'arn' },
        ],
      },
      {
        eventSource: 'datasync.amazonaws.com',
        eventName: 'CreateLocationS3',
        recordedIn: 'source',
        opens: [{ path: 's3BucketArn', kind: 'bucket' }],
      },
      {
        eventSource: 'datasync.amazonaws.com',
        eventName: 'CreateLocationAzureBlob',
        recordedIn: 'source',
        opens: [{ path: 'containerUrl', kind: 'endpoint' }],
      },
      {
        eventSource: 'datasync.amazonaws.com',
        eventName: 'CreateLocationObjectStorage',
        recordedIn: 'source',
        opens: [{ path: 'serverHostname', kind: 'endpoint' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-datasync',
        command: 'DescribeTaskCommand',
        field: 'DestinationLocationArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-datasync',
        command: 'ListLocationsCommand',
        field: 'Locations[].LocationUri',
        kind: 'endpoint',
      },
    ],
  },
});

/** A server of one's own is read from more often than written to, and where it stands its name seldom tells: then it is pointed out. */
function serverOf(path: string) {
  return ({ places }: JudgedResource): Violation[] =>
    places(path).flatMap((place): Violation[] => {
      const { reach, ...destination } = place.destination('endpoint');
      if (reach === 'home') return [];
      return [
        {
          path: place.path,
          destination: place.value,
          reach,
          ...destination,
          ...(reach === 'unknown' && { severity: 'info' }),
        },
      ];
    });
}

function taskBetween(properties: Readonly<Record<string, unknown>>) {
  return exampleOf(
    'AWS::DataSync::Task',
    { SourceLocationArn: { Ref: 'From' }, DestinationLocationArn: { Ref: 'To' }, ...properties },
    { From: fileLocation('/from'), To: fileLocation('/to') },
  );
}

function fileLocation(subdirectory: string) {
  return {
    Type: 'AWS::DataSync::LocationEFS',
    Properties: {
      EfsFilesystemArn: 'arn:aws:elasticfilesystem:eu-central-1:111122223333:file-system/fs-1234',
      Subdirectory: subdirectory,
    },
  };
}
