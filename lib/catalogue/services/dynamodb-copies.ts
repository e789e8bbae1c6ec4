import { defineChannel, notCovered } from '../channel';
import { exampleOf } from '../examples';
import { ADMITTING_NOBODY_ELSE, ADMITTING_OUTSIDERS, outsidersIn } from '../outsiders';

export const dynamodbPitrRestoreCrossRegion = defineChannel({
  id: 'dynamodb-pitr-restore-cross-region',
  title: 'DynamoDB tables are restored in the region of their backup only',
  risk: 'The whole table, as it was, is made anew in the region where the restore is called, and can be read there.',
  level: 'content',
  legitimate:
    'For a rehearsal of recovery in a second region of the same jurisdiction, with a day on which the restored table is deleted.',
  remediation: 'Restore the table in its own region.',
  references: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
    'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html',
  ],

  proactive: notCovered('restores are API calls; CloudFormation makes tables empty or from files in S3 only'),
  preventive: {
    strength: 'region-deny',
    why: 'the restore is called in its destination, and a region deny stops it there. Restores at home are wanted, so no action is refused outright: where one principal may use both regions, nothing tells the two apart.',
    denies: [],
  },
  detective: {
    events: [
      {
        eventSource: 'dynamodb.amazonaws.com',
        eventName: 'RestoreTableToPointInTime',
        recordedIn: 'destination',
        opens: [{ path: 'sourceTableArn', kind: 'arn' }],
      },
      {
        eventSource: 'dynamodb.amazonaws.com',
        eventName: 'RestoreTableFromBackup',
        recordedIn: 'destination',
        opens: [{ path: 'backupArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-dynamodb',
        command: 'DescribeTableCommand',
        field: 'Table.RestoreSummary.SourceTableArn',
        kind: 'arn',
      },
    ],
  },
});

export const dynamodbExportToS3 = defineChannel({
  id: 'dynamodb-export-to-s3',
  title: 'DynamoDB exports tables to buckets of their home region only',
  risk: 'The items of the table are written as files into a bucket, which can be of any region and account.',
  level: 'content',
  legitimate:
    'For a table that holds nothing of a person, given to a data lake elsewhere. For personal data an export is made at home, aggregated there, and the result is what leaves.',
  remediation: 'Export to a bucket at home, by a role that can write to no other.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html'],

  proactive: notCovered(
    'exports are API calls; the template knows how to import a table from S3, and not to export one',
  ),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket. The caller must be allowed to write to it as well: where exports are needed, what holds is a boundary on the caller with the buckets of home.',
    denies: [{ actions: ['dynamodb:ExportTableToPointInTime'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'dynamodb.amazonaws.com',
        eventName: 'ExportTableToPointInTime',
        recordedIn: 'source',
        opens: [{ path: 's3Bucket', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-dynamodb',
        command: 'DescribeExportCommand',
        field: 'ExportDescription.S3Bucket',
        kind: 'bucket',
      },
    ],
  },
});

export const dynamodbKinesisStreamDestination = defineChannel({
  id: 'dynamodb-kinesis-stream-destination',
  title: 'DynamoDB tables stream changes within their home region only',
  risk: 'Every change of an item is put on the stream, and is carried on from there by whoever reads it.',
  level: 'content',
  legitimate:
    'For tables of stock, orders of machines or prices, whose changes a pipeline of another region works with.',
  remediation: 'Name a stream of the home region.',
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html'],

  // A stream of which nothing is known passes: DynamoDB takes one of its own region only.
  proactive: {
    rules: [
      {
        types: ['AWS::DynamoDB::Table'],
        path: 'KinesisStreamSpecification.StreamArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      {
        types: ['AWS::DynamoDB::GlobalTable'],
        path: 'Replicas[].KinesisStreamSpecification.StreamArn',
        kind: 'arn',
        passesUnnamed: true,
      },
    ],
    violating: [
      exampleOf('AWS::DynamoDB::Table', {
        KinesisStreamSpecification: { StreamArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/people' },
      }),
      exampleOf('AWS::DynamoDB::GlobalTable', {
        Replicas: [
          {
            Region: { Ref: 'AWS::Region' },
            KinesisStreamSpecification: { StreamArn: 'arn:aws:kinesis:us-east-1:111122223333:stream/people' },
          },
        ],
      }),
    ],
    compliant: [
      exampleOf(
        'AWS::DynamoDB::Table',
        { KinesisStreamSpecification: { StreamArn: { 'Fn::GetAtt': ['Changes', 'Arn'] } } },
        { Changes: { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'changes-us-east-1' } } },
      ),
      {
        Parameters: { Stream: { Type: 'String' } },
        ...exampleOf('AWS::DynamoDB::Table', { KinesisStreamSpecification: { StreamArn: { Ref: 'Stream' } } }),
      },
      exampleOf('AWS::DynamoDB::GlobalTable', {
        Replicas: [
          {
            Region: { Ref: 'AWS::Region' },
            KinesisStreamSpecification: {
              StreamArn: { 'Fn::Sub': 'arn:aws:kinesis:${AWS::Region}:111122223333:stream/people-us-east-1' },
            },
          },
        ],
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the stream. Who streams nothing to Kinesis loses nothing by the deny; what reads the stream is a matter of that stream.',
    denies: [
      { actions: ['dynamodb:EnableKinesisStreamingDestination'], authorisedIn: 'source', strength: 'whole-action' },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'dynamodb.amazonaws.com',
        eventName: 'EnableKinesisStreamingDestination',
        recordedIn: 'source',
        opens: [{ path: 'streamArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-dynamodb',
        command: 'DescribeKinesisStreamingDestinationCommand',
        field: 'KinesisDataStreamDestinations[].StreamArn',
        kind: 'arn',
      },
    ],
  },
});

export const dynamodbResourcePolicy = defineChannel({
  id: 'dynamodb-resource-policy',
  title: 'DynamoDB tables and streams admit principals of their own account only',
  risk: 'A principal of another account reads the table, or its stream of changes, from wherever it is.',
  level: 'content',
  legitimate:
    'For a team of the same jurisdiction that reads the table from an account of its own, named by role and by nothing wider.',
  remediation: 'Admit roles of the same account, or accounts of the same jurisdiction under a condition.',
  references: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  ],

  proactive: {
    rules: [
      ...outsidersIn(['AWS::DynamoDB::Table'], 'ResourcePolicy.PolicyDocument'),
      ...outsidersIn(['AWS::DynamoDB::Table'], 'StreamSpecification.ResourcePolicy.PolicyDocument'),
      ...outsidersIn(['AWS::DynamoDB::GlobalTable'], 'Replicas[].ResourcePolicy.PolicyDocument'),
      ...outsidersIn(
        ['AWS::DynamoDB::GlobalTable'],
        'Replicas[].ReplicaStreamSpecification.ResourcePolicy.PolicyDocument',
      ),
    ],
    violating: [
      exampleOf('AWS::DynamoDB::Table', { ResourcePolicy: policyWith(ADMITTING_OUTSIDERS) }),
      exampleOf('AWS::DynamoDB::Table', { StreamSpecification: { ResourcePolicy: policyWith(ADMITTING_OUTSIDERS) } }),
      exampleOf('AWS::DynamoDB::GlobalTable', {
        Replicas: [
          {
            Region: { Ref: 'AWS::Region' },
            ResourcePolicy: policyWith(ADMITTING_OUTSIDERS),
            ReplicaStreamSpecification: { ResourcePolicy: policyWith(ADMITTING_OUTSIDERS) },
          },
        ],
      }),
    ],
    compliant: [
      exampleOf('AWS::DynamoDB::Table', { ResourcePolicy: policyWith(ADMITTING_NOBODY_ELSE) }),
      exampleOf('AWS::DynamoDB::GlobalTable', {
        Replicas: [{ Region: { Ref: 'AWS::Region' }, ResourcePolicy: policyWith(ADMITTING_NOBODY_ELSE) }],
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'no condition key tells whom a policy admits: writing policies is refused as a whole. Reading by others can be refused at the table instead, by a resource control policy on the principal’s organization, which DynamoDB has.',
    denies: [{ actions: ['dynamodb:PutResourcePolicy'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'dynamodb.amazonaws.com',
        eventName: 'PutResourcePolicy',
        recordedIn: 'source',
        opens: [{ path: 'policy', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-dynamodb',
        command: 'GetResourcePolicyCommand',
        field: 'Policy',
        kind: 'account',
      },
    ],
  },
});

function policyWith(statements: readonly unknown[]) {
  return { PolicyDocument: { Version: '2012-10-17', Statement: statements } };
}
