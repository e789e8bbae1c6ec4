import { type DestinationSelector, defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, mapped, propertiesAt } from '../examples';

const FILES = ['AWS::StorageGateway::NFSFileShare', 'AWS::StorageGateway::SMBFileShare'] as const;

/** Where network, edge and file services are told to log to. An ARN can be a bucket's, which has no region. */
const LOGS: readonly [Log, ...Log[]] = [
  { types: ['AWS::CloudFront::Distribution'], path: 'DistributionConfig.Logging.Bucket', kind: 'bucket' },
  {
    types: ['AWS::CloudFront::StreamingDistribution'],
    path: 'StreamingDistributionConfig.Logging.Bucket',
    kind: 'bucket',
  },
  {
    types: ['AWS::NetworkFirewall::LoggingConfiguration'],
    path: 'LoggingConfiguration.LogDestinationConfigs[].LogDestination.bucketName',
    kind: 'bucket',
  },
  { types: ['AWS::EC2::FlowLog'], path: 'LogDestination', kind: 'arn', passesUnnamed: true },
  {
    types: ['AWS::Route53Resolver::ResolverQueryLoggingConfig'],
    path: 'DestinationArn',
    kind: 'arn',
    passesUnnamed: true,
  },
  { types: ['AWS::VpcLattice::AccessLogSubscription'], path: 'DestinationArn', kind: 'arn', passesUnnamed: true },
  {
    types: ['AWS::WAFv2::LoggingConfiguration'],
    path: 'LogDestinationConfigs[]',
    kind: 'arn',
    passesUnnamed: true,
  },
  // Who opened which file, and what was asked of metrics.
  { types: FILES, path: 'AuditDestinationARN', kind: 'arn', passesUnnamed: true },
  {
    types: ['AWS::FSx::FileSystem'],
    path: 'WindowsConfiguration.AuditLogConfiguration.AuditLogDestination',
    kind: 'arn',
    passesUnnamed: true,
  },
  {
    types: ['AWS::FSx::FileSystem'],
    path: 'WindowsConfiguration.FsrmConfiguration.EventLogDestination',
    kind: 'arn',
    passesUnnamed: true,
  },
  {
    types: ['AWS::FSx::FileCache', 'AWS::FSx::FileSystem'],
    path: 'LustreConfiguration.LogConfiguration.Destination',
    kind: 'arn',
    passesUnnamed: true,
  },
  {
    types: ['AWS::Transfer::Server', 'AWS::Transfer::Workflow'],
    path: 'StructuredLogDestinations[]',
    kind: 'arn',
    passesUnnamed: true,
  },
  {
    types: ['AWS::APS::Scraper'],
    path: 'ScraperLoggingConfiguration.LoggingDestination.CloudWatchLogs.LogGroupArn',
    kind: 'arn',
    passesUnnamed: true,
  },
  {
    types: ['AWS::APS::Workspace'],
    path: 'QueryLoggingConfiguration.Destinations[].CloudWatchLogs.LogGroupArn',
    kind: 'arn',
    passesUnnamed: true,
  },
];

type Log = Pick<DestinationSelector, 'types' | 'path' | 'kind' | 'passesUnnamed'>;

export const accessLogs = defineChannel({
  id: 'access-logs-elb-cloudfront-waf',
  title: 'Edge, network and file services log to their home region only',
  risk: 'Addresses of people and what they asked for are written to the bucket, log group or stream, wherever it is.',
  level: 'content',
  legitimate:
    'For the defence against attacks, in an account of security that is in the same jurisdiction: an address is personal data, and is deleted after days rather than months.',
  remediation:
    'Log to a bucket, log group or stream that a stack of the home region makes, and check both stacks together.',
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/logging.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
  ],

  proactive: {
    rules: LOGS,
    violating: mapped(LOGS, ({ types, path, kind }) =>
      exampleOf(
        types[0],
        propertiesAt(
          path,
          kind === 'bucket' ? 'logs-of-somebody-else.s3.amazonaws.com' : 'arn:aws:s3:::aws-waf-logs-of-somebody-else',
        ),
      ),
    ),
    compliant: [
      logging(LOGS[0].path, { 'Fn::GetAtt': ['Store', 'DomainName'] }),
      logging(LOGS[0].path, { 'Fn::Sub': '${Store}.s3.amazonaws.com' }),
      logging(LOGS[0].path, 'store-us-east-1.s3.eu-central-1.amazonaws.com'),
      exampleOf(
        'AWS::EC2::FlowLog',
        { LogDestinationType: 's3', LogDestination: { 'Fn::Sub': '${Store.Arn}/us-east-1' } },
        BUCKET_AT_HOME,
      ),
      exampleOf('AWS::EC2::FlowLog', {
        LogDestinationType: 'cloud-watch-logs',
        LogDestination: { 'Fn::Sub': 'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:us-east-1' },
      }),
      exampleOf('AWS::WAFv2::LoggingConfiguration', {
        LogDestinationConfigs: [
          { 'Fn::Sub': 'arn:aws:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/aws-waf-logs-us-east-1' },
        ],
      }),
    ],
  },
  preventive: {
    strength: 'partly',
    why: 'only wafv2:LogDestinationResource holds a destination; Control Tower exempts wafv2:* from its region deny. The other calls are refused as a whole. Load balancers, and the access logs of buckets, take buckets of their own region only and are no channel.',
    denies: [
      {
        actions: ['wafv2:PutLoggingConfiguration'],
        authorisedIn: 'source',
        strength: 'exact',
        when: { key: 'wafv2:LogDestinationResource', names: 'arn' },
      },
      {
        actions: [
          'ec2:CreateFlowLogs',
          'network-firewall:UpdateLoggingConfiguration',
          'route53resolver:CreateResolverQueryLogConfig',
          'vpc-lattice:CreateAccessLogSubscription',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'wafv2.amazonaws.com',
        eventName: 'PutLoggingConfiguration',
        recordedIn: 'source',
        opens: [{ path: 'loggingConfiguration.logDestinationConfigs[]', kind: 'arn' }],
      },
      {
        eventSource: 'ec2.amazonaws.com',
        eventName: 'CreateFlowLogs',
        recordedIn: 'source',
        opens: [{ path: 'CreateFlowLogsRequest.LogDestination', kind: 'arn' }],
      },
      {
        eventSource: 'route53resolver.amazonaws.com',
        eventName: 'CreateResolverQueryLogConfig',
        recordedIn: 'source',
        opens: [{ path: 'destinationArn', kind: 'arn' }],
      },
      {
        eventSource: 'vpc-lattice.amazonaws.com',
        eventName: 'CreateAccessLogSubscription',
        recordedIn: 'source',
        opens: [{ path: 'destinationArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-wafv2',
        command: 'ListLoggingConfigurationsCommand',
        field: 'LoggingConfigurations[].LogDestinationConfigs[]',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-ec2',
        command: 'DescribeFlowLogsCommand',
        field: 'FlowLogs[].LogDestination',
        kind: 'arn',
      },
      {
        client: '@aws-sdk/client-route53resolver',
        command: 'ListResolverQueryLogConfigsCommand',
        field: 'ResolverQueryLogConfigs[].DestinationArn',
        kind: 'arn',
      },
    ],
  },
});

function logging(path: string, bucket: unknown) {
  return exampleOf('AWS::CloudFront::Distribution', propertiesAt(path, bucket), BUCKET_AT_HOME);
}
