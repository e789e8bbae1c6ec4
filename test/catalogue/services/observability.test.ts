import { cloudtrailLakeAndChannels, cloudtrailMultiRegion } from '../../../lib/catalogue/services/cloudtrail';
import { cloudwatchCrossRegionConsole } from '../../../lib/catalogue/services/cloudwatch';
import { configAggregatorAndDelivery } from '../../../lib/catalogue/services/config';
import { ecsAwslogsRegion } from '../../../lib/catalogue/services/ecs';
import { logsDestinationSubscription, logsVendedDelivery } from '../../../lib/catalogue/services/logs';
import { describeChannel } from '../../support/describe-channel';

const FAR = 'arn:aws:firehose:us-east-1:111122223333:deliverystream/logs';
const subscribing = (document: unknown) => ({ PolicyType: 'SUBSCRIPTION_FILTER_POLICY', PolicyDocument: document });

describeChannel(logsDestinationSubscription, [
  {
    name: 'reports the stream abroad of a destination at home',
    properties: { DestinationName: 'siem', TargetArn: FAR },
    violations: [{ path: 'TargetArn', value: FAR, reach: 'abroad' }],
  },
  {
    name: 'passes a filter whose destination nothing binds, for that is of its own region',
    type: 'AWS::Logs::SubscriptionFilter',
    properties: { DestinationArn: { Ref: 'Forwarder' } },
    template: { Parameters: { Forwarder: { Type: 'String' } }, Resources: {} },
    violations: [],
  },
  {
    name: 'reads the document of a policy for all log groups',
    type: 'AWS::Logs::AccountPolicy',
    properties: subscribing({
      'Fn::Join': ['', ['{"DestinationArn":"arn:aws:logs:us-east-1:', { Ref: 'AWS::AccountId' }, ':destination:d"}']],
    }),
    violations: [
      {
        path: 'PolicyDocument.DestinationArn',
        value: 'arn:aws:logs:us-east-1:111122223333:destination:d',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'passes such a document that stays',
    type: 'AWS::Logs::AccountPolicy',
    properties: subscribing({ 'Fn::Sub': '{"DestinationArn":"arn:aws:logs:${AWS::Region}:1:destination:us-east-1"}' }),
    violations: [],
  },
]);

describeChannel(logsVendedDelivery, [
  {
    name: 'passes a bucket of the template',
    properties: { DestinationResourceArn: { 'Fn::GetAtt': ['Logs', 'Arn'] } },
    template: { Resources: { Logs: { Type: 'AWS::S3::Bucket' } } },
    violations: [],
  },
  {
    name: 'reports a bucket that nothing here makes',
    properties: { DestinationResourceArn: 'arn:aws:s3:::model-calls' },
    violations: [{ path: 'DestinationResourceArn', value: 'arn:aws:s3:::model-calls', reach: 'unknown' }],
  },
]);

const metadata = { severity: 'info' } as const;

describeChannel(cloudtrailMultiRegion, [
  {
    name: 'only points out a trail of all regions into a bucket that nothing binds',
    properties: { IsMultiRegionTrail: true, S3BucketName: { Ref: 'Central' } },
    template: { Parameters: { Central: { Type: 'String' } }, Resources: {} },
    violations: [
      { path: 'IsMultiRegionTrail', value: 'true', reach: 'abroad', ...metadata },
      { path: 'S3BucketName', value: '${Central}', reach: 'unknown', ...metadata },
    ],
  },
]);

describeChannel(cloudtrailLakeAndChannels, [
  {
    name: 'points out a store that says nothing, for AWS makes it one of all regions',
    properties: { Name: 'records' },
    violations: [{ path: 'MultiRegionEnabled', value: 'nothing', reach: 'abroad', ...metadata }],
  },
  {
    name: 'points out a store that only the deployment decides about',
    properties: { MultiRegionEnabled: { Ref: 'All' } },
    template: { Parameters: { All: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'MultiRegionEnabled', value: '${All}', reach: 'unknown', ...metadata }],
  },
  { name: 'passes a store of one region', properties: { MultiRegionEnabled: 'False' }, violations: [] },
]);

describeChannel(configAggregatorAndDelivery, [
  {
    name: 'points out each region abroad of a list',
    properties: { AccountAggregationSources: [{ AwsRegions: { Ref: 'Regions' } }] },
    template: {
      Parameters: { Regions: { Type: 'CommaDelimitedList', Default: 'eu-central-1,us-east-1' } },
      Resources: {},
    },
    violations: [
      { path: 'AccountAggregationSources[0].AwsRegions[1]', value: 'us-east-1', reach: 'abroad', ...metadata },
    ],
  },
]);

describeChannel(cloudwatchCrossRegionConsole, [
  {
    name: 'points out a widget that looks abroad, and no title that speaks of it',
    properties: {
      DashboardBody: {
        'Fn::Sub':
          '{"widgets":[{"properties":{"region":"${AWS::Region}","title":"us-east-1"}},{"properties":{"region":"us-east-1"}}]}',
      },
    },
    violations: [
      { path: 'DashboardBody.widgets[1].properties.region', value: 'us-east-1', reach: 'abroad', ...metadata },
    ],
  },
]);

const logging = (Options: object, LogDriver = 'awslogs') => ({
  ContainerDefinitions: [{ Name: 'web', LogConfiguration: { LogDriver, Options } }],
});
const OPTIONS = 'ContainerDefinitions[0].LogConfiguration.Options';

describeChannel(ecsAwslogsRegion, [
  {
    name: 'passes the row of a map for the home region',
    properties: logging({ 'awslogs-region': { 'Fn::FindInMap': ['R', { Ref: 'AWS::Region' }, 'logs'] } }),
    template: {
      Mappings: { R: { 'us-east-1': { logs: 'us-east-1' }, 'eu-central-1': { logs: 'eu-central-1' } } },
      Resources: {},
    },
    violations: [],
  },
  {
    name: 'reports a region that nothing binds',
    properties: logging({ 'awslogs-region': { Ref: 'Where' } }),
    template: { Parameters: { Where: { Type: 'String' } }, Resources: {} },
    violations: [{ path: `${OPTIONS}.awslogs-region`, value: '${Where}', reach: 'unknown' }],
  },
  {
    name: 'passes names of groups and prefixes that speak of a region',
    properties: logging({
      'awslogs-region': { Ref: 'AWS::Region' },
      'awslogs-group': '/us-east-1/web',
      'awslogs-stream-prefix': 'us-east-1',
    }),
    violations: [],
  },
  {
    name: 'reports where FireLens sends logs',
    properties: logging({ Name: 'kinesis_firehose', region: 'us-east-1', delivery_stream: 'web' }, 'awsfirelens'),
    violations: [{ path: `${OPTIONS}.region`, value: 'us-east-1', reach: 'abroad' }],
  },
]);
