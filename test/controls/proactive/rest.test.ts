import { dynamodbGlobalTable } from '../../../lib/catalogue/services/dynamodb';
import { genericForeignArnOrHost } from '../../../lib/catalogue/services/generic';
import { judge } from '../../../lib/controls/proactive/judge';
import { assemblyOf, stackOf, type TestStack } from '../../support/in-memory';

interface Case {
  /** Finishes the sentence "it …". */
  readonly name: string;
  readonly type?: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly main?: TestStack;
  readonly others?: Readonly<Record<string, TestStack>>;
  /** `path: value`. */
  readonly finds: readonly string[];
}

const PARAMETERS = { Parameters: { Given: { Type: 'String' }, Far: { Type: 'String', Default: 'us-east-1' } } };
const child = stackOf({}, 'Main/Subject');

const cases: readonly Case[] = [
  {
    name: 'finds a region in a type that nobody knows',
    properties: { A: { B: ['us-east-1'] } },
    finds: ['A.B[0]: us-east-1'],
  },
  { name: 'finds a region by default', properties: { A: { Ref: 'Far' } }, main: PARAMETERS, finds: ['A: us-east-1'] },
  {
    name: 'finds a region that is put together',
    properties: { A: { 'Fn::Join': ['-', ['us', 'east', '1']] } },
    finds: ['A: us-east-1'],
  },
  {
    name: 'finds a region in a map',
    properties: { A: { 'Fn::FindInMap': ['M', 'a', 'b'] } },
    main: { Mappings: { M: { a: { b: 'us-east-1' } } } },
    finds: ['A: us-east-1'],
  },
  {
    name: 'passes the row of a map that is not used',
    properties: { A: { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'b'] } },
    main: { Mappings: { M: { 'eu-central-1': { b: 'x' }, 'us-east-1': { b: 'us-east-1' } } } },
    finds: [],
  },
  {
    name: 'passes what a false condition leaves out',
    properties: { A: { 'Fn::If': ['No', 'us-east-1', 'x'] } },
    main: { Conditions: { No: { 'Fn::Equals': ['a', 'b'] } } },
    finds: [],
  },
  {
    name: 'finds a dynamic reference',
    properties: { A: '{{resolve:ssm:/far}}' },
    main: { Resources: { S: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/far', Value: 'us-east-1' } } } },
    finds: ['A: us-east-1'],
  },
  {
    name: 'passes what is left out',
    properties: {
      NotResources: ['arn:aws:dynamodb:us-east-1:1:table/a'],
      ExcludeBuckets: ['arn:aws:s3:::b-us-east-1'],
    },
    finds: [],
  },
  {
    name: 'finds an output of a stack abroad that is not here',
    properties: { A: { 'Fn::GetStackOutput': { StackName: 'Far', OutputName: 'QueueUrl', Region: 'us-east-1' } } },
    finds: ['A: ${Far.QueueUrl}'],
  },
  {
    name: 'passes the certificate of a stack abroad that is not here',
    properties: {
      A: { 'Fn::GetStackOutput': { StackName: 'Far', OutputName: 'CertificateArn', Region: 'us-east-1' } },
    },
    finds: [],
  },
  {
    name: 'passes an output of a stack at home that is not here',
    properties: { A: { 'Fn::GetStackOutput': { StackName: 'Near', OutputName: 'Url', Region: 'eu-central-1' } } },
    finds: [],
  },
  {
    name: 'finds what is written beside a name',
    properties: {
      A: [
        { Name: 'MAIL_REGION', Value: 'us-east-1' },
        { Key: 'STAGE', Value: 'us-east-1' },
      ],
    },
    finds: ['A[0].Value: us-east-1'],
  },
  {
    name: 'passes names, descriptions, tags, patterns, examples and what is refused',
    properties: {
      ClusterName: 'us-east-1',
      BlockedRegions: ['us-east-1'],
      DENIED_REGION: 'us-east-1',
      Description: 'us-east-1',
      StackTags: ['us-east-1'],
      EventPattern: { region: ['us-east-1'] },
      Example: 'us-east-1',
      'projection.region.values': 'us-east-1',
    },
    finds: [],
  },
  { name: 'finds the name of a region', properties: { RegionName: 'us-east-1' }, finds: ['RegionName: us-east-1'] },
  {
    name: 'counts names of buckets only, in a service of AWS',
    type: 'AWS::Test::Thing',
    properties: { TargetVault: 'vault-us-east-1', LogBucket: 'logs-us-east-1' },
    finds: ['LogBucket: logs-us-east-1'],
  },
  {
    name: 'counts names of what is copied to, in a custom resource',
    type: 'Custom::Copy',
    properties: { TargetVault: 'vault-us-east-1', Owner: 'team-us-east-1' },
    finds: ['TargetVault: vault-us-east-1'],
  },
  {
    name: 'passes what is made here under a name',
    type: 'Custom::Copy',
    properties: { TargetTable: 'orders-us-east-1' },
    main: { Resources: { T: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders-us-east-1' } } } },
    finds: [],
  },
  {
    name: 'finds what a stack abroad makes',
    properties: { A: { 'Fn::GetAtt': ['R', '/x'] } },
    main: { Resources: { R: { Type: 'Custom::CrossRegionExportReader', Properties: { ReaderProps: {} } } } },
    others: {
      Far: {
        stack: { region: 'us-west-2' },
        Resources: {
          Q: { Type: 'AWS::SQS::Queue' },
          W: {
            Type: 'Custom::CrossRegionExportWriter',
            Properties: { WriterProps: { region: 'eu-central-1', exports: { '/x': { 'Fn::GetAtt': ['Q', 'Arn'] } } } },
          },
        },
      },
    },
    finds: ['A: ${Q.Arn}'],
  },
  {
    name: 'passes the certificate that a stack abroad makes',
    properties: { A: { 'Fn::GetAtt': ['R', '/x'] } },
    main: { Resources: { R: { Type: 'Custom::CrossRegionExportReader', Properties: { ReaderProps: {} } } } },
    others: {
      Far: {
        stack: { region: 'us-east-1' },
        Resources: {
          Q: { Type: 'AWS::CertificateManager::Certificate' },
          W: {
            Type: 'Custom::CrossRegionExportWriter',
            Properties: { WriterProps: { region: 'eu-central-1', exports: { '/x': { Ref: 'Q' } } } },
          },
        },
      },
    },
    finds: [],
  },
  {
    name: 'finds a policy, wherever it stands',
    properties: { A: { Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: 'arn:aws:sqs:us-east-1:1:q' }] } },
    finds: ['A.Statement[0].Resource: arn:aws:sqs:us-east-1:1:q'],
  },
  {
    name: 'passes what a rule of its own has judged',
    type: 'AWS::DynamoDB::GlobalTable',
    properties: { Replicas: [{ Region: 'us-east-1' }] },
    finds: ['Replicas[0].Region: us-east-1 (dynamodb-global-table)'],
  },
  {
    name: 'passes what is set aside',
    type: 'AWS::Route53::HealthCheck',
    properties: { HealthCheckConfig: { Regions: ['us-east-1'] } },
    finds: [],
  },
  {
    name: 'passes a whole type that is set aside',
    type: 'AWS::CloudWatch::Alarm',
    properties: { Metrics: [{ Region: 'us-east-1' }] },
    finds: [],
  },
  {
    name: 'finds what a nested stack is told, where its template is not here',
    type: 'AWS::CloudFormation::Stack',
    properties: { Parameters: { BackupRegion: 'us-east-1' } },
    finds: ['Parameters.BackupRegion: us-east-1'],
  },
  {
    name: 'leaves it to the template of the nested stack, where that is here',
    type: 'AWS::CloudFormation::Stack',
    properties: { Parameters: { BackupRegion: 'us-east-1' } },
    main: { stack: { nested: new Map([['Subject', child]]) } },
    finds: [],
  },
  {
    name: 'finds a region to copy to that nothing binds',
    type: 'Custom::Copy',
    properties: { ReplicaRegion: { Ref: 'Given' }, Other: { Ref: 'Given' } },
    main: PARAMETERS,
    finds: ['ReplicaRegion: ${Given} unknown'],
  },
  { name: 'finds it however deep it is', properties: { A: deep(100) }, finds: [`A${'.a'.repeat(100)}: us-east-1`] },
  {
    name: 'finds what the template of a stack set makes, and not what its maps and conditions speak of',
    type: 'AWS::CloudFormation::StackSet',
    properties: {
      TemplateBody: JSON.stringify({
        AWSTemplateFormatVersion: '2010-09-09',
        Mappings: { M: { 'us-east-1': { a: 'us-east-1' } } },
        Resources: { T: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { Replicas: [{ Region: 'us-west-2' }] } } },
      }),
    },
    finds: ['TemplateBody.Resources.T.Properties.Replicas[0].Region: us-west-2'],
  },
  {
    name: 'ends where a value leads back to itself',
    properties: { A: [{ 'Fn::ImportValue': 'us-east-1' }] },
    main: { Outputs: { O: { Value: [{ 'Fn::ImportValue': 'us-east-1' }], Export: { Name: 'us-east-1' } } } },
    finds: [],
  },
];

function deep(levels: number): unknown {
  return levels === 0 ? 'us-east-1' : { a: deep(levels - 1) };
}

describe('the search for the rest', () => {
  it.each(cases)('$name', ({ type = 'AWS::Test::Thing', properties, main, others = {}, finds }) => {
    const subject = { Subject: { Type: type, Properties: properties } };
    const assembly = assemblyOf({ Main: { ...main, Resources: { ...main?.Resources, ...subject } }, ...others });
    const findings = judge(assembly, {}, [dynamodbGlobalTable, genericForeignArnOrHost]);
    const mine = findings.filter(({ logicalId, stack }) => logicalId === 'Subject' && stack === 'Main');
    expect(
      mine.map(
        ({ path, value, channel, reach }) =>
          `${path}: ${value}${channel === genericForeignArnOrHost.id ? '' : ` (${channel})`}${reach === 'abroad' ? '' : ` ${reach}`}`,
      ),
    ).toEqual(finds);
  });
});
