import { defineChannel, type Example, type Rule } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

type Slot = readonly [type: string, path: string];

/** Where matched records of people are written to. */
const OUTPUTS: readonly [Slot, ...Slot[]] = [
  ['AWS::CustomerProfiles::Domain', 'Matching.ExportingConfig.S3Exporting.S3BucketName'],
  ['AWS::CustomerProfiles::Domain', 'RuleBasedMatching.ExportingConfig.S3Exporting.S3BucketName'],
  ['AWS::EntityResolution::MatchingWorkflow', 'OutputSourceConfig[].OutputS3Path'],
  ['AWS::EntityResolution::IdMappingWorkflow', 'OutputSourceConfig[].OutputS3Path'],
];

export const customerProfilesAndEntityResolution = defineChannel({
  id: 'customer-profiles-and-entity-resolution',
  title: 'Profiles of customers are matched, exported and streamed in their home region only',
  risk: 'Whole records of people, gathered from everywhere, are put on a stream or into a bucket, and read there.',
  level: 'content',
  legitimate:
    'For companies as customers, where no contact person is part of the record. Matched profiles of people have no use abroad that an aggregate does not serve.',
  remediation: 'Name a stream of the home region, and a bucket that a stack of it makes.',
  references: [
    'https://docs.aws.amazon.com/connect/latest/adminguide/customer-profiles.html',
    'https://docs.aws.amazon.com/entityresolution/latest/userguide/what-is-service.html',
  ],

  proactive: {
    rules: [
      ...mapped(OUTPUTS, ([type, path]): Rule => ({ types: [type], path, kind: 'bucket' })),
      { types: ['AWS::CustomerProfiles::EventStream'], path: 'Uri', kind: 'arn' },
      {
        types: ['AWS::CustomerProfiles::Domain'],
        path: 'DeadLetterQueueUrl',
        kind: 'endpoint',
        onlyAbroad: true,
      },
      {
        types: ['AWS::EntityResolution::MatchingWorkflow', 'AWS::EntityResolution::IdMappingWorkflow'],
        path: 'InputSourceConfig[].InputSourceARN',
        kind: 'arn',
        passesUnnamed: true,
      },
    ],
    violating: [
      ...mapped(OUTPUTS, ([type, path]): Example => exampleOf(type, propertiesAt(path, 'people-us-east-1'))),
      exampleOf('AWS::CustomerProfiles::EventStream', {
        DomainName: 'people',
        Uri: 'arn:aws:kinesis:us-east-1:111122223333:stream/people',
      }),
      exampleOf('AWS::CustomerProfiles::Domain', {
        DomainName: 'people',
        DeadLetterQueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/people',
      }),
      exampleOf('AWS::EntityResolution::MatchingWorkflow', {
        InputSourceConfig: [{ InputSourceARN: 'arn:aws:glue:us-east-1:111122223333:table/people/people' }],
      }),
    ],
    compliant: [
      ...mapped(
        OUTPUTS,
        ([type, path]): Example => exampleOf(type, propertiesAt(path, { Ref: 'Store' }), BUCKET_AT_HOME),
      ),
      exampleOf(
        'AWS::CustomerProfiles::EventStream',
        { DomainName: 'people-us-east-1', Uri: { 'Fn::GetAtt': ['Stream', 'Arn'] } },
        { Stream: { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'people-us-east-1' } } },
      ),
      exampleOf(
        'AWS::CustomerProfiles::Domain',
        { DomainName: 'people', DeadLetterQueueUrl: { Ref: 'Failed' } },
        { Failed: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failed-us-east-1' } } },
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names a stream or a bucket. Who matches no customers loses nothing by the deny.',
    denies: [
      {
        actions: ['profile:CreateEventStream', 'entityresolution:CreateMatchingWorkflow'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'profile.amazonaws.com',
        eventName: 'CreateEventStream',
        recordedIn: 'source',
        opens: [{ path: 'uri', kind: 'arn' }],
      },
      {
        eventSource: 'entityresolution.amazonaws.com',
        eventName: 'CreateMatchingWorkflow',
        recordedIn: 'source',
        opens: [{ path: 'outputSourceConfig[].outputS3Path', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-customer-profiles',
        command: 'GetEventStreamCommand',
        field: 'DestinationDetails.Uri',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-entityresolution',
        command: 'GetMatchingWorkflowCommand',
        field: 'outputSourceConfig[].outputS3Path',
        kind: 'bucket',
      },
    ],
  },
});
