import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const FAR = 'us-east-1';
const ASSOCIATION = 'AWS::SSM::Association';
const TASK = 'AWS::SSM::MaintenanceWindowTask';
const GUI = 'AWS::SSMGuiConnect::Preferences';
const RECORDINGS = 'ConnectionRecordingPreferences.RecordingDestinations.S3Buckets[].BucketName';
const SYNC = ['AWS::SSM::ResourceDataSync'] as const;

export const ssmCommandOutput = defineChannel({
  id: 'ssm-command-output',
  aliases: ['ssm-output-and-datasync'],
  title: 'What commands print and sessions show of machines is kept in the home region',
  risk: 'Whatever a command, a script or a patch run prints on a machine, and films of sessions on its desktop, are written into the bucket that is named.',
  level: 'content',
  legitimate:
    'For output of patching and of version checks over a whole fleet. A command that prints from logs or databases prints personal data.',
  remediation: 'Name a bucket that a stack of the home region makes, and its region.',
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-association.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-maintenancewindowtask.html',
  ],

  proactive: {
    rules: [
      { types: [ASSOCIATION], path: 'OutputLocation.S3Location.OutputS3Region', kind: 'region' },
      // The region of the bucket, where it is given, tells where it is.
      {
        types: [ASSOCIATION],
        path: 'OutputLocation.S3Location.OutputS3BucketName',
        kind: 'bucket',
        unless: { path: 'OutputLocation.S3Location.OutputS3Region', is: 'present' },
      },
      { types: [TASK], path: 'LoggingInfo.Region', kind: 'region' },
      {
        types: [TASK],
        path: 'TaskInvocationParameters.MaintenanceWindowRunCommandParameters.OutputS3BucketName',
        kind: 'bucket',
      },
      // Films of what was seen and done on a desktop.
      { types: [GUI], path: RECORDINGS, kind: 'bucket' },
    ],
    violating: [
      association({ OutputS3BucketName: 'printed', OutputS3Region: FAR }),
      association({ OutputS3BucketName: 'printed' }),
      task({ LoggingInfo: { S3Bucket: 'printed', Region: FAR } }),
      task({
        TaskInvocationParameters: { MaintenanceWindowRunCommandParameters: { OutputS3BucketName: 'printed' } },
      }),
      exampleOf(GUI, propertiesAt(RECORDINGS, 'filmed-by-somebody-else')),
    ],
    compliant: [
      association({ OutputS3BucketName: 'printed-us-east-1', OutputS3Region: { Ref: 'AWS::Region' } }),
      exampleOf(ASSOCIATION, { Name: 'AWS-UpdateSSMAgent', AssociationName: FAR }),
      exampleOf(GUI, propertiesAt(RECORDINGS, { Ref: 'Store' }), BUCKET_AT_HOME),
      task({ LoggingInfo: { S3Bucket: 'printed', Region: 'eu-central-1' } }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'the bucket is a resource of SendCommand, which a policy can leave out of what it allows; no condition key names the bucket or its region. What an association or a task prints is written by the machine, under its own role.',
    denies: [
      {
        actions: [
          'ssm-guiconnect:UpdateConnectionRecordingPreferences',
          'ssm:CreateAssociation',
          'ssm:RegisterTaskWithMaintenanceWindow',
          'ssm:UpdateAssociation',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'CreateAssociation',
        recordedIn: 'source',
        opens: [{ path: 'outputLocation.s3Location.outputS3Region', kind: 'region' }],
      },
      {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'SendCommand',
        recordedIn: 'source',
        opens: [{ path: 'outputS3Region', kind: 'region' }],
      },
      {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'RegisterTaskWithMaintenanceWindow',
        recordedIn: 'source',
        opens: [{ path: 'loggingInfo.s3Region', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ssm',
        command: 'DescribeAssociationCommand',
        field: 'AssociationDescription.OutputLocation.S3Location.OutputS3Region',
        kind: 'region',
      },
    ],
  },
});

export const ssmResourceDataSync = defineChannel({
  id: 'ssm-resource-data-sync',
  title: 'Inventories of Systems Manager are gathered in their home region',
  risk: 'What is installed on machines, and how they are called and reached, is written into a bucket of the region that is named, or gathered from the regions that are.',
  level: 'metadata',
  legitimate:
    'For lists of software and patches from all regions, that a vulnerability team works through. Laptops that are called after their owners belong to the list as numbers.',
  remediation: 'Name a bucket and regions that are at home.',
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-resource-data-sync.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-resourcedatasync.html',
  ],

  proactive: {
    rules: [
      { types: SYNC, path: 'BucketRegion', kind: 'region' },
      { types: SYNC, path: 'S3Destination.BucketRegion', kind: 'region' },
      { types: SYNC, path: 'SyncSource.SourceRegions[]', kind: 'region' },
      {
        types: SYNC,
        path: 'SyncSource.IncludeFutureRegions',
        kind: 'flag',
        opens: ['true'],
        reach: 'abroad',
        because: 'which stands for every region to come',
      },
    ],
    violating: [
      exampleOf(SYNC[0], { SyncName: 'all', BucketName: 'inventory', BucketRegion: FAR }),
      exampleOf(SYNC[0], { SyncName: 'all', S3Destination: { BucketName: 'inventory', BucketRegion: FAR } }),
      exampleOf(SYNC[0], sourced({ SourceRegions: ['eu-central-1', FAR] })),
      exampleOf(SYNC[0], sourced({ SourceRegions: ['eu-central-1'], IncludeFutureRegions: true })),
    ],
    compliant: [
      exampleOf(SYNC[0], { SyncName: FAR, BucketName: 'inventory', BucketRegion: { Ref: 'AWS::Region' } }),
      exampleOf(SYNC[0], sourced({ SourceRegions: ['eu-central-1'], IncludeFutureRegions: 'false' })),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'ssm:SyncType tells the kind of sync, and no key tells its bucket or regions.',
    denies: [
      {
        actions: ['ssm:CreateResourceDataSync', 'ssm:UpdateResourceDataSync'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'ssm.amazonaws.com',
        eventName: 'CreateResourceDataSync',
        recordedIn: 'source',
        opens: [
          { path: 's3Destination.region', kind: 'region' },
          { path: 'syncSource.sourceRegions[]', kind: 'region' },
          { path: 'syncSource.includeFutureRegions', kind: 'flag', opens: ['true'] },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-ssm',
        command: 'ListResourceDataSyncCommand',
        field: 'ResourceDataSyncItems[].S3Destination.Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-ssm',
        command: 'ListResourceDataSyncCommand',
        field: 'ResourceDataSyncItems[].SyncSource.SourceRegions[]',
        kind: 'region',
      },
    ],
  },
});

function association(location: object) {
  return exampleOf(ASSOCIATION, { Name: 'AWS-RunShellScript', OutputLocation: { S3Location: location } });
}

function task(properties: Readonly<Record<string, unknown>>) {
  return exampleOf(TASK, { WindowId: 'mw-1', Priority: 1, TaskArn: 'AWS-RunShellScript', ...properties });
}

function sourced(source: object) {
  return {
    SyncName: 'all',
    SyncType: 'SyncFromSource',
    SyncSource: { SourceType: 'SingleAccountMultiRegions', ...source },
  };
}
