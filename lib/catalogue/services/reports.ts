import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

const TYPES = ['AWS::Backup::ReportPlan'] as const;

export const reportsSecurityAndBackup = defineChannel({
  id: 'reports-security-and-backup',
  aliases: ['inspector-and-backup-reports'],
  title: 'Reports of backups and of findings tell of the home region, and stay there',
  risk: 'Names of resources, what is installed on them and what was found, of every region that is named, are written into the bucket.',
  level: 'metadata',
  legitimate:
    'For compliance teams that report on all regions at once: which resource has a backup and which a vulnerability says nothing of a person.',
  remediation: 'Name no other region, and a bucket that a stack of the home region makes.',
  references: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-report-plan-api.html',
    'https://docs.aws.amazon.com/inspector/latest/user/findings-managing-exporting-reports.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-reportplan.html',
  ],

  // Reports of Inspector are made by calls only.
  proactive: {
    rules: [
      { types: TYPES, path: 'ReportSetting.Regions[]', kind: 'region' },
      { types: TYPES, path: 'ReportDeliveryChannel.S3BucketName', kind: 'bucket' },
    ],
    violating: [
      exampleOf(TYPES[0], reportOn(['eu-central-1', 'us-east-1'], { Ref: 'Store' }), BUCKET_AT_HOME),
      exampleOf(TYPES[0], reportOn(['*'], { Ref: 'Store' }), BUCKET_AT_HOME),
      exampleOf(TYPES[0], reportOn(['eu-central-1'], 'reports')),
    ],
    compliant: [exampleOf(TYPES[0], reportOn([{ Ref: 'AWS::Region' }], { Ref: 'Store' }), BUCKET_AT_HOME)],
  },
  preventive: {
    strength: 'whole-action',
    why: 'backup:FrameworkArns tells the frameworks of a report, and no key tells its regions or bucket.',
    denies: [
      {
        actions: [
          'backup:CreateReportPlan',
          'backup:UpdateReportPlan',
          'inspector2:CreateFindingsReport',
          'inspector2:CreateSbomExport',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'backup.amazonaws.com',
        eventName: 'CreateReportPlan',
        recordedIn: 'source',
        opens: [
          { path: 'reportSetting.regions[]', kind: 'region' },
          { path: 'reportDeliveryChannel.s3BucketName', kind: 'bucket' },
        ],
      },
      {
        eventSource: 'inspector2.amazonaws.com',
        eventName: 'CreateFindingsReport',
        recordedIn: 'source',
        opens: [{ path: 's3Destination.bucketName', kind: 'bucket' }],
      },
      {
        eventSource: 'inspector2.amazonaws.com',
        eventName: 'CreateSbomExport',
        recordedIn: 'source',
        opens: [{ path: 's3Destination.bucketName', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-backup',
        command: 'DescribeReportPlanCommand',
        field: 'ReportPlan.ReportSetting.Regions[]',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-backup',
        command: 'DescribeReportPlanCommand',
        field: 'ReportPlan.ReportDeliveryChannel.S3BucketName',
        kind: 'bucket',
      },
    ],
  },
});

function reportOn(regions: readonly unknown[], bucket: unknown) {
  return {
    ReportPlanName: 'us_east_1',
    ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT', Regions: regions },
    ReportDeliveryChannel: { S3BucketName: bucket },
  };
}
