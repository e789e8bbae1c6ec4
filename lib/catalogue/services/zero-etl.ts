import { defineChannel } from '../channel';
import { exampleOf } from '../examples';

const TYPES = ['AWS::RDS::Integration', 'AWS::Redshift::Integration', 'AWS::Glue::Integration'] as const;

export const rdsZeroEtlIntegration = defineChannel({
  id: 'rds-zero-etl-integration',
  title: 'Zero-ETL integrations have source and target in their home region',
  risk: 'Whole tables and every change to them are copied into the warehouse that the integration names, and are queried there.',
  level: 'content',
  legitimate:
    'For a data filter that lets tables of things through and leaves those of people out, or into a warehouse of the same jurisdiction.',
  remediation: 'Name a source and a target of the home region.',
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/zero-etl.html',
    'https://docs.aws.amazon.com/redshift/latest/mgmt/zero-etl-using.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-integration.html',
  ],

  // Both ends are made known by ARN, and mostly as parameters: only one that is abroad for certain says anything.
  proactive: {
    rules: [
      { types: TYPES, path: 'TargetArn', kind: 'arn', passesUnnamed: true },
      { types: TYPES, path: 'SourceArn', kind: 'arn', passesUnnamed: true },
    ],
    violating: [
      exampleOf('AWS::RDS::Integration', {
        SourceArn: { 'Fn::Sub': 'arn:aws:rds:${AWS::Region}:111122223333:cluster:people' },
        TargetArn: 'arn:aws:redshift-serverless:us-east-1:111122223333:namespace/people',
      }),
      exampleOf('AWS::Redshift::Integration', {
        SourceArn: 'arn:aws:dynamodb:us-east-1:111122223333:table/people',
        TargetArn: { 'Fn::Sub': 'arn:aws:redshift-serverless:${AWS::Region}:111122223333:namespace/people' },
      }),
      exampleOf('AWS::Glue::Integration', {
        SourceArn: { 'Fn::Sub': 'arn:aws:glue:${AWS::Region}:111122223333:connection/crm' },
        TargetArn: { 'Fn::Sub': 'arn:aws:glue:us-east-1:111122223333:database/people' },
      }),
    ],
    compliant: [
      exampleOf(
        'AWS::RDS::Integration',
        {
          IntegrationName: 'people-us-east-1',
          SourceArn: { 'Fn::GetAtt': ['People', 'DBClusterArn'] },
          TargetArn: { 'Fn::Sub': 'arn:aws:redshift-serverless:${AWS::Region}:111122223333:namespace/people' },
        },
        { People: { Type: 'AWS::RDS::DBCluster', Properties: { DBClusterIdentifier: 'people-us-east-1' } } },
      ),
      {
        Parameters: { Warehouse: { Type: 'String' } },
        ...exampleOf('AWS::Redshift::Integration', {
          SourceArn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/people',
          TargetArn: { Ref: 'Warehouse' },
        }),
      },
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'Redshift has keys for both ARNs of an integration, but they are compared as text and not by region, and RDS and Glue have none. Outside of a warehouse of their own nobody needs these actions; where somebody does, the ARNs are resources that an allow can be limited to.',
    denies: [
      {
        actions: ['rds:CreateIntegration', 'redshift:CreateIntegration', 'glue:CreateIntegration'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'rds.amazonaws.com',
        eventName: 'CreateIntegration',
        recordedIn: 'source',
        opens: [
          { path: 'targetArn', kind: 'arn' },
          { path: 'sourceArn', kind: 'arn' },
        ],
      },
      {
        eventSource: 'redshift.amazonaws.com',
        eventName: 'CreateIntegration',
        recordedIn: 'source',
        opens: [
          { path: 'targetArn', kind: 'arn' },
          { path: 'sourceArn', kind: 'arn' },
        ],
      },
      {
        eventSource: 'glue.amazonaws.com',
        eventName: 'CreateIntegration',
        recordedIn: 'source',
        opens: [
          { path: 'targetArn', kind: 'arn' },
          { path: 'sourceArn', kind: 'arn' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-rds',
        command: 'DescribeIntegrationsCommand',
        field: 'Integrations[].TargetArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-redshift',
        command: 'DescribeIntegrationsCommand',
        field: 'Integrations[].TargetArn',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-glue',
        command: 'DescribeIntegrationsCommand',
        field: 'Integrations[].TargetArn',
        kind: 'arn',
      },
    ],
  },
});
