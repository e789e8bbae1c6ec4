import { accessLogs } from '../../../lib/catalogue/services/logging';
import { describeChannel } from '../../support/describe-channel';

const store = { Store: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'logs-us-east-1' } } };
const into = (Bucket: unknown) => ({ DistributionConfig: { Logging: { Bucket } } });
const PATH = 'DistributionConfig.Logging.Bucket';

describeChannel(accessLogs, [
  { name: 'passes a distribution without logs', properties: { DistributionConfig: { Enabled: true } }, violations: [] },
  ...(
    [
      ['an attribute of it', { 'Fn::GetAtt': ['Store', 'RegionalDomainName'] }],
      ['its name and the host of S3', { 'Fn::Sub': '${Store}.s3.amazonaws.com' }],
      ['both, joined', { 'Fn::Join': ['.', [{ Ref: 'Store' }, 's3', { Ref: 'AWS::URLSuffix' }]] }],
      ['the name that it is given', 'logs-us-east-1.s3.amazonaws.com'],
      ['a host of the home region', 'anything.s3.eu-central-1.amazonaws.com'],
    ] as const
  ).map(([name, value]) => ({
    name: `passes a bucket at home, by ${name}`,
    properties: into(value),
    template: { Resources: store },
    violations: [],
  })),
  {
    name: 'reports a bucket that nothing here makes',
    properties: into('logs-of-somebody-else.s3.amazonaws.com'),
    violations: [{ path: PATH, value: 'logs-of-somebody-else.s3.amazonaws.com', reach: 'unknown' }],
  },
  {
    name: 'reports a bucket that nothing binds',
    properties: into({ 'Fn::Sub': '${Logs}.s3.amazonaws.com' }),
    template: { Parameters: { Logs: { Type: 'String' } }, Resources: {} },
    violations: [{ path: PATH, value: '${Logs}.s3.amazonaws.com', reach: 'unknown' }],
  },
  {
    name: 'reports a host of another region',
    properties: into({ 'Fn::Sub': '${Store}.s3.us-east-1.amazonaws.com' }),
    template: { Resources: store },
    violations: [{ path: PATH, value: '${Store}.s3.us-east-1.amazonaws.com', reach: 'abroad' }],
  },
  {
    name: 'reports a bucket that is named after one made here, and is another',
    properties: into({ 'Fn::Sub': '${Store}-far.s3.amazonaws.com' }),
    template: { Resources: store },
    violations: [{ path: PATH, value: '${Store}-far.s3.amazonaws.com', reach: 'unknown' }],
  },
  {
    name: 'reports flow logs into a bucket that nothing here makes',
    type: 'AWS::EC2::FlowLog',
    properties: { LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::flows-us-east-1/eu/' },
    violations: [{ path: 'LogDestination', value: 'arn:aws:s3:::flows-us-east-1/eu/', reach: 'unknown' }],
  },
  {
    name: 'passes a destination of flow logs of which nothing is known',
    type: 'AWS::EC2::FlowLog',
    properties: { LogDestination: { Ref: 'Flows' } },
    template: { Parameters: { Flows: { Type: 'String' } }, Resources: {} },
    violations: [],
  },
  {
    name: 'reads the name of a bucket, and not its prefix, where a firewall logs',
    type: 'AWS::NetworkFirewall::LoggingConfiguration',
    properties: {
      LoggingConfiguration: {
        LogDestinationConfigs: [
          { LogDestinationType: 'S3', LogDestination: { bucketName: { Ref: 'Store' }, prefix: 'us-east-1' } },
          { LogDestinationType: 'CloudWatchLogs', LogDestination: { logGroup: 'us-east-1' } },
        ],
      },
    },
    template: { Resources: store },
    violations: [],
  },
]);
