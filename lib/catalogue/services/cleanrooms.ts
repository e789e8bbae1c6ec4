import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

export const cleanroomsResultRegions = defineChannel({
  id: 'cleanrooms-result-regions',
  title: 'Clean rooms take tables from, and give results to, their home region only',
  risk: 'Tables of another region are read into the room, and results may be written to buckets of every region that it allows.',
  level: 'content',
  legitimate:
    'For a collaboration whose rules let only aggregates out, with members and result regions of one jurisdiction, and an agreement among its members.',
  remediation: 'Name the home region alone, and a bucket that a stack of it makes.',
  references: [
    'https://docs.aws.amazon.com/clean-rooms/latest/userguide/what-is.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cleanrooms-collaboration.html',
  ],

  proactive: {
    rules: [
      { types: ['AWS::CleanRooms::Collaboration'], path: 'AllowedResultRegions[]', kind: 'region' },
      { types: ['AWS::CleanRooms::ConfiguredTable'], path: 'TableReference.Glue.Region', kind: 'region' },
      { types: ['AWS::CleanRooms::ConfiguredTable'], path: 'TableReference.Athena.Region', kind: 'region' },
      {
        types: ['AWS::CleanRooms::Membership'],
        path: 'DefaultResultConfiguration.OutputConfiguration.S3.Bucket',
        kind: 'bucket',
      },
      {
        types: ['AWS::CleanRooms::Membership'],
        path: 'DefaultJobResultConfiguration.OutputConfiguration.S3.Bucket',
        kind: 'bucket',
      },
    ],
    violating: [
      exampleOf('AWS::CleanRooms::Collaboration', { Name: 'survey', AllowedResultRegions: ['us-east-1'] }),
      tableFrom({ Glue: { DatabaseName: 'people', TableName: 'people', Region: 'us-east-1' } }),
      tableFrom({ Athena: { WorkGroup: 'people', DatabaseName: 'people', TableName: 'view', Region: 'us-east-1' } }),
      membershipWith({
        DefaultResultConfiguration: {
          OutputConfiguration: { S3: { Bucket: 'results-us-east-1', ResultFormat: 'CSV' } },
        },
      }),
      membershipWith({
        DefaultJobResultConfiguration: { OutputConfiguration: { S3: { Bucket: 'results-us-east-1' } } },
      }),
    ],
    compliant: [
      exampleOf('AWS::CleanRooms::Collaboration', { Name: 'survey', AllowedResultRegions: [{ Ref: 'AWS::Region' }] }),
      tableFrom({ Glue: { DatabaseName: 'people', TableName: 'people', Region: { Ref: 'AWS::Region' } } }),
      membershipWith({
        DefaultResultConfiguration: { OutputConfiguration: { S3: { Bucket: { Ref: 'Store' }, ResultFormat: 'CSV' } } },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names a region. Who collaborates with nobody loses nothing by the deny.',
    denies: [
      {
        actions: ['cleanrooms:CreateCollaboration', 'cleanrooms:CreateConfiguredTable'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cleanrooms.amazonaws.com',
        eventName: 'CreateCollaboration',
        recordedIn: 'source',
        opens: [{ path: 'allowedResultRegions[]', kind: 'region' }],
      },
      {
        eventSource: 'cleanrooms.amazonaws.com',
        eventName: 'CreateConfiguredTable',
        recordedIn: 'source',
        opens: [
          { path: 'tableReference.glue.region', kind: 'region' },
          { path: 'tableReference.athena.region', kind: 'region' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cleanrooms',
        command: 'GetCollaborationCommand',
        field: 'collaboration.allowedResultRegions[]',
        kind: 'region',
      },
    ],
  },
});

function tableFrom(reference: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::CleanRooms::ConfiguredTable', { Name: 'people', TableReference: reference });
}

function membershipWith(properties: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::CleanRooms::Membership', properties, BUCKET_AT_HOME);
}
