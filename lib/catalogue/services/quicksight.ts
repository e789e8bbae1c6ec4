import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const BOARDS = ['AWS::QuickSight::Dashboard', 'AWS::QuickSight::Analysis', 'AWS::QuickSight::Template'] as const;

export const quicksightHomeRegion = defineChannel({
  id: 'quicksight-home-region',
  title: 'QuickSight reads sources of its home region only',
  risk: 'Data sets are copied into the region of QuickSight, and people with their addresses rest where it was subscribed to.',
  level: 'content',
  legitimate:
    'For dashboards of figures in which no group is small enough to tell of one person; their authors are staff, who know where their accounts are.',
  remediation: 'Subscribe, and make data sources, in the home region of the data.',
  references: [
    'https://docs.aws.amazon.com/quicksight/latest/user/regions.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-quicksight-datasource.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::QuickSight::DataSource'],
        path: 'DataSourceParameters.**.Host',
        kind: 'endpoint',
        onlyAbroad: true,
      },
      {
        types: ['AWS::QuickSight::DataSource'],
        path: 'DataSourceParameters.S3Parameters.ManifestFileLocation.Bucket',
        kind: 'bucket',
      },
      {
        types: ['AWS::QuickSight::DataSource'],
        path: 'DataSourceParameters.S3TablesParameters.TableBucketArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      // Pictures and maps of a board, which are the same for everybody.
      { types: BOARDS, path: 'Definition.StaticFiles[].**.S3Options.Region', kind: 'region', severity: 'info' },
    ],
    violating: [
      sourceWith({
        RedshiftParameters: { Host: 'people.abc123.us-east-1.redshift.amazonaws.com', Database: 'people' },
      }),
      sourceWith({ S3Parameters: { ManifestFileLocation: { Bucket: 'people-us-east-1', Key: 'manifest.json' } } }),
      sourceWith({ S3TablesParameters: { TableBucketArn: 'arn:aws:s3tables:us-east-1:111122223333:bucket/people' } }),
      exampleOf('AWS::QuickSight::Dashboard', {
        Definition: { StaticFiles: [{ ImageStaticFile: { Source: { S3Options: { Region: 'us-east-1' } } } }] },
      }),
    ],
    compliant: [
      sourceWith({ RedshiftParameters: { Host: { 'Fn::GetAtt': ['Warehouse', 'Endpoint.Address'] } } }),
      sourceWith({ AuroraParameters: { Host: 'people.internal', Database: 'people_us_east_1', Port: 3306 } }),
      sourceWith({ S3Parameters: { ManifestFileLocation: { Bucket: { Ref: 'Store' }, Key: 'manifest.json' } } }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'the region of people is chosen once, by subscribing, which is refused as a whole. No condition key names what a data source reads.',
    denies: [{ actions: ['quicksight:Subscribe'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'quicksight.amazonaws.com',
        eventName: 'CreateDataSource',
        recordedIn: 'source',
        opens: [{ path: 'dataSourceParameters.s3Parameters.manifestFileLocation.bucket', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-quicksight',
        command: 'ListDataSourcesCommand',
        field: 'DataSources[].DataSourceParameters.S3Parameters.ManifestFileLocation.Bucket',
        kind: 'bucket',
      },
      {
        client: '@aws-sdk/client-quicksight',
        command: 'DescribeAccountSubscriptionCommand',
        field: 'AccountInfo.AccountSubscriptionStatus',
        kind: 'flag',
      },
    ],
  },
});

function sourceWith(parameters: Readonly<Record<string, unknown>>) {
  return exampleOf(
    'AWS::QuickSight::DataSource',
    { Name: 'people', Type: 'REDSHIFT', DataSourceParameters: parameters },
    {
      Store: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'store-us-east-1' } },
      Warehouse: { Type: 'AWS::Redshift::Cluster', Properties: { ClusterIdentifier: 'people-us-east-1' } },
    },
  );
}
