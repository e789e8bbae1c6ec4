import type { Violation } from '../../domain/finding';
import { defineChannel, type JudgedResource } from '../channel';
import { exampleOf } from '../examples';

export const glueLakeformationResourceLink = defineChannel({
  id: 'glue-lakeformation-resource-link',
  title: 'Data catalogues link to databases of their home region and account only',
  risk: 'Whoever asks the link reads the tables of the other region, and the answers arrive here; a grant lets another account ask.',
  level: 'content',
  legitimate:
    'For databases of open or aggregated data that analysts of several regions share, granted by column where a table has personal ones.',
  remediation: 'Link databases of the home region, and grant nothing to other accounts.',
  references: [
    'https://docs.aws.amazon.com/lake-formation/latest/dg/data-access-across-region.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-database.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::Glue::Database'], path: 'DatabaseInput.TargetDatabase.Region', kind: 'region' },
      { types: ['AWS::Glue::Table'], path: 'TableInput.TargetTable.Region', kind: 'region' },
      {
        types: ['AWS::Glue::Catalog'],
        path: 'TargetRedshiftCatalog.CatalogArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      {
        types: ['AWS::Glue::Database'],
        path: 'DatabaseInput.TargetDatabase.CatalogId',
        kind: 'account',
        severity: 'info',
      },
      {
        types: ['AWS::LakeFormation::PrincipalPermissions'],
        path: 'Principal.DataLakePrincipalIdentifier',
        kind: 'account',
        severity: 'info',
        unless: { path: 'Principal.DataLakePrincipalIdentifier', is: ['IAM_ALLOWED_PRINCIPALS'] },
      },
      {
        types: ['AWS::LakeFormation::Permissions'],
        path: 'DataLakePrincipal.DataLakePrincipalIdentifier',
        kind: 'account',
        severity: 'info',
        unless: { path: 'DataLakePrincipal.DataLakePrincipalIdentifier', is: ['IAM_ALLOWED_PRINCIPALS'] },
      },
    ],
    violating: [
      linkTo({ DatabaseName: 'people', Region: 'us-east-1' }),
      exampleOf('AWS::Glue::Table', {
        DatabaseName: 'people',
        TableInput: { TargetTable: { DatabaseName: 'people', Name: 'people', Region: 'us-east-1' } },
      }),
      exampleOf('AWS::Glue::Catalog', {
        Name: 'people',
        TargetRedshiftCatalog: { CatalogArn: 'arn:aws:glue:us-east-1:111122223333:catalog/people' },
      }),
      linkTo({ DatabaseName: 'people', CatalogId: '444455556666' }),
      exampleOf('AWS::LakeFormation::PrincipalPermissions', {
        Principal: { DataLakePrincipalIdentifier: '444455556666' },
      }),
      exampleOf('AWS::LakeFormation::Permissions', {
        DataLakePrincipal: { DataLakePrincipalIdentifier: 'arn:aws:iam::444455556666:role/reader' },
      }),
    ],
    compliant: [
      linkTo({ DatabaseName: 'people_us_east_1', CatalogId: { Ref: 'AWS::AccountId' } }),
      linkTo({ DatabaseName: 'people', Region: { Ref: 'AWS::Region' } }),
      exampleOf('AWS::LakeFormation::Permissions', {
        DataLakePrincipal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' },
      }),
      exampleOf('AWS::LakeFormation::PrincipalPermissions', {
        Principal: { DataLakePrincipalIdentifier: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/reader' } },
      }),
    ],
  },
  preventive: {
    strength: 'not-at-all',
    why: 'no condition key names the region of a link or the receiver of a grant, and databases, tables and grants are what every lake at home is made of. What holds is the role that asks, in its own region.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'glue.amazonaws.com',
        eventName: 'CreateDatabase',
        recordedIn: 'source',
        opens: [{ path: 'databaseInput.targetDatabase.region', kind: 'region' }],
      },
      {
        eventSource: 'glue.amazonaws.com',
        eventName: 'CreateTable',
        recordedIn: 'source',
        opens: [{ path: 'tableInput.targetTable.region', kind: 'region' }],
      },
      {
        eventSource: 'glue.amazonaws.com',
        eventName: 'PutResourcePolicy',
        recordedIn: 'source',
        opens: [{ path: 'policyInJson', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-glue',
        command: 'GetDatabasesCommand',
        field: 'DatabaseList[].TargetDatabase.Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-glue',
        command: 'GetTablesCommand',
        field: 'TableList[].TargetTable.Region',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-lakeformation',
        command: 'ListPermissionsCommand',
        field: 'PrincipalResourcePermissions[].Principal.DataLakePrincipalIdentifier',
        kind: 'account',
      },
    ],
  },
});

export const glueJobsAndConnections = defineChannel({
  id: 'glue-jobs-and-connections',
  title: 'Glue jobs read and write in their home region only',
  risk: 'A script reads and writes any bucket, database or service that its arguments and connections name.',
  level: 'content',
  legitimate:
    'For a job that fetches public data, exchange rates for example, from a host abroad, with a role that can read there and write nothing.',
  remediation: 'Name hosts and buckets of the home region, and give the job a role that can write to no other.',
  references: [
    'https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-connect.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-connection.html',
  ],

  // Databases are named by hosts that only a network knows: a host counts where it says itself that it is abroad.
  proactive: {
    rules: [
      {
        types: ['AWS::Glue::Connection'],
        path: 'ConnectionInput.ConnectionProperties{}',
        kind: 'text',
      },
      {
        kind: 'function',
        types: ['AWS::Glue::Job'],
        paths: ['DefaultArguments{}'],
        violations: argumentsAbroad('DefaultArguments{}'),
      },
      {
        kind: 'function',
        types: ['AWS::Glue::Job'],
        paths: ['NonOverridableArguments{}'],
        violations: argumentsAbroad('NonOverridableArguments{}'),
      },
    ],
    violating: [
      connectionTo('jdbc:postgresql://people.abc123.us-east-1.rds.amazonaws.com:5432/people'),
      exampleOf('AWS::Glue::Job', { Name: 'copy', DefaultArguments: { '--target-region': 'us-east-1' } }),
      exampleOf('AWS::Glue::Job', {
        Name: 'copy',
        NonOverridableArguments: { '--target': 'arn:aws:dynamodb:us-east-1:111122223333:table/people' },
      }),
    ],
    compliant: [
      connectionTo('jdbc:postgresql://people.abc123.eu-central-1.rds.amazonaws.com:5432/people'),
      exampleOf('AWS::Glue::Job', {
        Name: 'copy-us-east-1',
        DefaultArguments: {
          '--target-region': { Ref: 'AWS::Region' },
          '--extra-py-files': 's3://code-us-east-1/a.whl',
        },
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'glue:VpcIds and glue:SubnetIds keep jobs within networks, and a boundary on the role of a job decides what it can write to; no condition key names what a script does. Connections are refused as a whole.',
    denies: [{ actions: ['glue:CreateConnection'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'glue.amazonaws.com',
        eventName: 'CreateConnection',
        recordedIn: 'source',
        opens: [{ path: 'connectionInput.connectionProperties', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-glue',
        command: 'GetJobsCommand',
        field: 'Jobs[].DefaultArguments{}',
        kind: 'text',
      },
      {
        client: '@aws-sdk/client-glue',
        command: 'GetConnectionsCommand',
        field: 'ConnectionList[].ConnectionProperties{}',
        kind: 'text',
      },
    ],
  },
});

/** Arguments that name code for the job: libraries and scripts are no data of people. */
const CODE = /\.--(?:extra-(?:py-files|jars|files)|additional-python-modules|scriptLocation)$/u;

function argumentsAbroad(path: string) {
  return ({ places }: JudgedResource): Violation[] =>
    places(path).flatMap((place): Violation[] => {
      const { reach, ...destination } = place.destination('text');
      if (reach === 'home' || CODE.test(place.path)) return [];
      return [{ path: place.path, destination: place.value, reach, ...destination }];
    });
}

function linkTo(target: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::Glue::Database', {
    CatalogId: { Ref: 'AWS::AccountId' },
    DatabaseInput: { Name: 'people_us_east_1', TargetDatabase: target },
  });
}

function connectionTo(url: string) {
  return exampleOf('AWS::Glue::Connection', {
    CatalogId: { Ref: 'AWS::AccountId' },
    ConnectionInput: { ConnectionType: 'JDBC', ConnectionProperties: { JDBC_CONNECTION_URL: url } },
  });
}
