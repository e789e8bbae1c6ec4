import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const AGGREGATOR = ['AWS::Config::ConfigurationAggregator'] as const;

export const configAggregatorAndDelivery = defineChannel({
  id: 'config-aggregator-and-delivery',
  title: 'Config collects and delivers within its home region only',
  risk: 'Configurations, names and tags of resources of other regions are collected here, or those of here are delivered there.',
  level: 'metadata',
  legitimate:
    'For configurations of resources that are named after what they do. They are what an auditor of the whole organization asks for, and no record of a person is among them.',
  remediation: 'Aggregate the home region only, and deliver to a bucket and a topic of it.',
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html'],

  proactive: {
    rules: [
      {
        types: AGGREGATOR,
        path: 'AccountAggregationSources[].AllAwsRegions',
        kind: 'flag',
        opens: ['true'],
        reach: 'abroad',
        because: 'which is every region',
      },
      { types: AGGREGATOR, path: 'AccountAggregationSources[].AwsRegions[]', kind: 'region' },
      {
        types: AGGREGATOR,
        path: 'OrganizationAggregationSource.AllAwsRegions',
        kind: 'flag',
        opens: ['true'],
        reach: 'abroad',
        because: 'which is every region',
      },
      { types: AGGREGATOR, path: 'OrganizationAggregationSource.AwsRegions[]', kind: 'region' },
      { types: ['AWS::Config::AggregationAuthorization'], path: 'AuthorizedAwsRegion', kind: 'region' },
      { types: ['AWS::Config::DeliveryChannel'], path: 'S3BucketName', kind: 'bucket' },
      { types: ['AWS::Config::DeliveryChannel'], path: 'SnsTopicARN', kind: 'arn', passesUnnamed: true },
      // The key is one of the bucket's region.
      { types: ['AWS::Config::DeliveryChannel'], path: 'S3KmsKeyArn', kind: 'arn', passesUnnamed: true },
    ],
    violating: [
      aggregator('AccountAggregationSources[].AllAwsRegions', true),
      aggregator('AccountAggregationSources[].AwsRegions[]', 'us-east-1'),
      aggregator('OrganizationAggregationSource.AllAwsRegions', true),
      aggregator('OrganizationAggregationSource.AwsRegions[]', 'us-east-1'),
      exampleOf('AWS::Config::AggregationAuthorization', { AuthorizedAwsRegion: 'us-east-1' }),
      exampleOf('AWS::Config::DeliveryChannel', { S3BucketName: 'config-of-somebody-else' }),
      exampleOf('AWS::Config::DeliveryChannel', { SnsTopicARN: 'arn:aws:sns:us-east-1:111122223333:config' }),
      exampleOf('AWS::Config::DeliveryChannel', { S3KmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd' }),
    ],
    compliant: [
      aggregator('AccountAggregationSources[]', { AllAwsRegions: false, AwsRegions: [{ Ref: 'AWS::Region' }] }),
      aggregator('OrganizationAggregationSource.AwsRegions', ['eu-central-1']),
      exampleOf('AWS::Config::AggregationAuthorization', { AuthorizedAwsRegion: { Ref: 'AWS::Region' } }),
      exampleOf(
        'AWS::Config::DeliveryChannel',
        { Name: 'us-east-1', S3BucketName: { Ref: 'Store' }, S3KeyPrefix: 'us-east-1' },
        BUCKET_AT_HOME,
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the regions or the bucket. Control Tower exempts config:* from its region deny, so that needs statements of its own.',
    denies: [
      {
        actions: [
          'config:PutAggregationAuthorization',
          'config:PutConfigurationAggregator',
          'config:PutDeliveryChannel',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'config.amazonaws.com',
        eventName: 'PutConfigurationAggregator',
        recordedIn: 'source',
        opens: [
          { path: 'accountAggregationSources[].allAwsRegions', kind: 'flag', opens: ['true'] },
          { path: 'accountAggregationSources[].awsRegions[]', kind: 'region' },
          { path: 'organizationAggregationSource.allAwsRegions', kind: 'flag', opens: ['true'] },
          { path: 'organizationAggregationSource.awsRegions[]', kind: 'region' },
        ],
      },
      {
        eventSource: 'config.amazonaws.com',
        eventName: 'PutAggregationAuthorization',
        recordedIn: 'source',
        opens: [{ path: 'authorizedAwsRegion', kind: 'region' }],
      },
      {
        eventSource: 'config.amazonaws.com',
        eventName: 'PutDeliveryChannel',
        recordedIn: 'source',
        opens: [{ path: 'deliveryChannel.s3BucketName', kind: 'bucket' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-config-service',
        command: 'DescribeConfigurationAggregatorsCommand',
        field: 'ConfigurationAggregators[].AccountAggregationSources[].AllAwsRegions',
        kind: 'flag',
      },
      {
        client: '@aws-sdk/client-config-service',
        command: 'DescribeDeliveryChannelsCommand',
        field: 'DeliveryChannels[].s3BucketName',
        kind: 'bucket',
      },
    ],
  },
});

function aggregator(path: string, value: unknown) {
  return exampleOf('AWS::Config::ConfigurationAggregator', propertiesAt(path, value));
}
