import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

export const billingCostExports = defineChannel({
  id: 'billing-cost-exports',
  title: 'Reports of costs are written into the home region',
  risk: 'Ids of resources and values of tags are gathered by a service of us-east-1, and written into the bucket that is named.',
  level: 'metadata',
  legitimate:
    'Always for costs as such, which AWS gathers in us-east-1 in any case: it takes that tags and names of resources do not name people.',
  remediation: 'Name a bucket of the home region, and keep what tells of people out of ids and tags.',
  references: [
    'https://docs.aws.amazon.com/cur/latest/userguide/what-is-cur.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cur-reportdefinition.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bcmdataexports-export.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::CUR::ReportDefinition'], path: 'S3Region', kind: 'region' },
      {
        types: ['AWS::BCMDataExports::Export'],
        path: 'Export.DestinationConfigurations.S3Destination.S3Region',
        kind: 'region',
      },
    ],
    violating: [
      exampleOf('AWS::CUR::ReportDefinition', { ReportName: 'costs', S3Bucket: 'costs', S3Region: 'us-east-1' }),
      exampleOf('AWS::BCMDataExports::Export', exportedTo('us-east-1')),
    ],
    compliant: [
      exampleOf('AWS::CUR::ReportDefinition', {
        ReportName: 'us-east-1',
        S3Bucket: 'costs',
        S3Region: { Ref: 'AWS::Region' },
      }),
      exampleOf('AWS::BCMDataExports::Export', exportedTo('eu-central-1')),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket or its region. Billing is one service for all regions.',
    denies: [
      {
        actions: [
          'bcm-data-exports:CreateExport',
          'bcm-data-exports:UpdateExport',
          'cur:ModifyReportDefinition',
          'cur:PutReportDefinition',
        ],
        authorisedIn: 'us-east-1',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cur.amazonaws.com',
        eventName: 'PutReportDefinition',
        recordedIn: 'us-east-1',
        opens: [{ path: 'reportDefinition.s3Region', kind: 'region' }],
      },
      {
        eventSource: 'bcm-data-exports.amazonaws.com',
        eventName: 'CreateExport',
        recordedIn: 'us-east-1',
        opens: [{ path: 'export.destinationConfigurations.s3Destination.s3Region', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cost-and-usage-report-service',
        command: 'DescribeReportDefinitionsCommand',
        field: 'ReportDefinitions[].S3Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-bcm-data-exports',
        command: 'GetExportCommand',
        field: 'Export.DestinationConfigurations.S3Destination.S3Region',
        kind: 'region',
      },
    ],
  },
});

function exportedTo(region: string) {
  return {
    Export: {
      Name: 'costs',
      DestinationConfigurations: { S3Destination: { S3Bucket: 'costs', S3Prefix: 'us-east-1', S3Region: region } },
    },
  };
}
