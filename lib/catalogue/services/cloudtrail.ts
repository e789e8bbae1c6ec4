import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

export const cloudtrailMultiRegion = defineChannel({
  id: 'cloudtrail-multi-region',
  title: 'CloudTrail trails record their home region only, and keep it there',
  risk: 'Records of every region, with names, addresses and parameters of calls, are delivered to one bucket or log group.',
  level: 'metadata',
  legitimate:
    'For the record of who changed what in the account, which security teams want in one place, if data events stay out of it: those name objects, and so can name people.',
  remediation: 'Make a trail for each jurisdiction, with a bucket of its own.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::CloudTrail::Trail'],
        path: 'IsMultiRegionTrail',
        kind: 'flag',
        opens: ['true'],
        reach: 'abroad',
        because: 'which brings the records of every region here',
      },
      {
        types: ['AWS::CloudTrail::Trail'],
        path: 'IsOrganizationTrail',
        kind: 'flag',
        opens: ['true'],
        reach: 'unknown',
        because: 'which brings the records of every account here',
      },
      { types: ['AWS::CloudTrail::Trail'], path: 'S3BucketName', kind: 'bucket' },
      {
        types: ['AWS::CloudTrail::Trail'],
        path: 'CloudWatchLogsLogGroupArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      { types: ['AWS::CloudTrail::Trail'], path: 'SnsTopicName', kind: 'arn', passesUnnamed: true },
      // The key is one of the bucket's region.
      { types: ['AWS::CloudTrail::Trail'], path: 'KMSKeyId', kind: 'arn', passesUnnamed: true },
    ],
    violating: [
      trail({ IsMultiRegionTrail: true }),
      trail({ IsOrganizationTrail: true }),
      trail({ S3BucketName: 'trails-of-somebody-else' }),
      trail({ CloudWatchLogsLogGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:trail:*' }),
      trail({ SnsTopicName: 'arn:aws:sns:us-east-1:111122223333:trail' }),
      trail({ KMSKeyId: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd' }),
    ],
    compliant: [
      trail({
        IsMultiRegionTrail: false,
        IsOrganizationTrail: 'false',
        TrailName: 'us-east-1',
        SnsTopicName: 'us-east-1',
      }),
      trail({
        CloudWatchLogsLogGroupArn: {
          'Fn::Sub': 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:us-east-1:*',
        },
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells a trail of one region from one of all, and security baselines ask for the latter: expect an exception.',
    denies: [
      {
        actions: ['cloudtrail:CreateTrail', 'cloudtrail:UpdateTrail'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cloudtrail.amazonaws.com',
        eventName: 'CreateTrail',
        recordedIn: 'source',
        opens: [
          { path: 'isMultiRegionTrail', kind: 'flag', opens: ['true'] },
          { path: 's3BucketName', kind: 'bucket' },
        ],
      },
      {
        eventSource: 'cloudtrail.amazonaws.com',
        eventName: 'UpdateTrail',
        recordedIn: 'source',
        opens: [
          { path: 'isMultiRegionTrail', kind: 'flag', opens: ['true'] },
          { path: 's3BucketName', kind: 'bucket' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudtrail',
        command: 'DescribeTrailsCommand',
        field: 'trailList[].IsMultiRegionTrail',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-cloudtrail',
        command: 'DescribeTrailsCommand',
        field: 'trailList[].S3BucketName',
        kind: 'bucket',
      },
    ],
  },
});

export const cloudtrailLakeAndChannels = defineChannel({
  id: 'cloudtrail-lake-and-channels',
  title: 'CloudTrail event data stores collect their home region only',
  risk: 'Records of every region, which is the default, or of every account are kept and queried in one place.',
  level: 'metadata',
  legitimate:
    'For management events of the organization, whose users are its staff, in a store that staff have been told of. Events from applications of others are taken in at home.',
  remediation: 'Set MultiRegionEnabled to false, and make a store for each jurisdiction.',
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-eventdatastore.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::CloudTrail::EventDataStore'],
        path: 'MultiRegionEnabled',
        kind: 'flag',
        opens: ['true'],
        opensWhenAbsent: true,
        reach: 'abroad',
        because: 'which brings the records of every region here',
      },
      {
        types: ['AWS::CloudTrail::EventDataStore'],
        path: 'OrganizationEnabled',
        kind: 'flag',
        opens: ['true'],
        reach: 'unknown',
        because: 'which brings the records of every account here',
      },
      {
        types: ['AWS::CloudTrail::Channel'],
        path: 'Destinations[].Location',
        kind: 'arn',
        passesUnnamed: true,
      },
    ],
    violating: [
      store({ Name: 'records' }),
      store({ MultiRegionEnabled: true }),
      store({ MultiRegionEnabled: false, OrganizationEnabled: true }),
      exampleOf('AWS::CloudTrail::Channel', {
        Destinations: [{ Location: 'arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/1234abcd' }],
      }),
    ],
    compliant: [
      store({ Name: 'us-east-1', MultiRegionEnabled: false }),
      store({ MultiRegionEnabled: 'false', OrganizationEnabled: false }),
      exampleOf('AWS::CloudTrail::Channel', {
        Destinations: [
          { Location: { 'Fn::Sub': 'arn:aws:cloudtrail:${AWS::Region}:${AWS::AccountId}:eventdatastore/us-east-1' } },
        ],
      }),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key tells a store of one region from one of all.',
    denies: [
      {
        actions: ['cloudtrail:CreateEventDataStore', 'cloudtrail:UpdateEventDataStore'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'cloudtrail.amazonaws.com',
        eventName: 'CreateEventDataStore',
        recordedIn: 'source',
        // Without the parameter the store is one of all regions, too: the audit tells.
        opens: [
          { path: 'multiRegionEnabled', kind: 'flag', opens: ['true'] },
          { path: 'organizationEnabled', kind: 'flag', opens: ['true'] },
        ],
      },
      {
        eventSource: 'cloudtrail.amazonaws.com',
        eventName: 'UpdateEventDataStore',
        recordedIn: 'source',
        opens: [
          { path: 'multiRegionEnabled', kind: 'flag', opens: ['true'] },
          { path: 'organizationEnabled', kind: 'flag', opens: ['true'] },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-cloudtrail',
        command: 'GetEventDataStoreCommand',
        field: 'MultiRegionEnabled',
        kind: 'flag',
      },
    ],
  },
});

function trail(properties: Readonly<Record<string, unknown>>) {
  return exampleOf(
    'AWS::CloudTrail::Trail',
    { IsLogging: true, S3BucketName: { Ref: 'Store' }, ...properties },
    BUCKET_AT_HOME,
  );
}

function store(properties: Readonly<Record<string, unknown>>) {
  return exampleOf('AWS::CloudTrail::EventDataStore', properties);
}
