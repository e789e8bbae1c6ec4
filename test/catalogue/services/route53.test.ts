import { route53CrossRegionRouting, route53QueryLogs } from '../../../lib/catalogue/services/route53';
import { describeChannel } from '../../support/describe-channel';

const record = (properties: object) => ({ Name: 'api.example.org', Type: 'A', ...properties });
const alias = (name: unknown) => record({ AliasTarget: { DNSName: name, HostedZoneId: 'Z1' } });
const parameters = { Parameters: { Target: { Type: 'String' } }, Resources: {} };

describeChannel(route53CrossRegionRouting, [
  {
    name: 'passes an alias of a distribution, which no region has',
    properties: alias('d111111abcdef8.cloudfront.net'),
    violations: [],
  },
  {
    name: 'passes a target that only the deployment names',
    properties: alias({ Ref: 'Target' }),
    template: parameters,
    violations: [],
  },
  {
    name: 'passes a target of which another stack tells nothing here',
    properties: alias({ 'Fn::ImportValue': 'balancer-name' }),
    violations: [],
  },
  {
    name: 'reports an alias of a website in a bucket abroad',
    properties: alias('s3-website-us-east-1.amazonaws.com'),
    violations: [{ path: 'AliasTarget.DNSName', value: 's3-website-us-east-1.amazonaws.com', reach: 'abroad' }],
  },
  {
    name: 'reports an API abroad whose name is put together',
    properties: record({
      Type: 'CNAME',
      ResourceRecords: [{ 'Fn::Sub': '${Target}.execute-api.us-west-2.amazonaws.com' }],
    }),
    template: parameters,
    violations: [
      { path: 'ResourceRecords[0]', value: '${Target}.execute-api.us-west-2.amazonaws.com', reach: 'abroad' },
    ],
  },
  {
    name: 'reports the record of the other region by latency',
    properties: record({ SetIdentifier: 'far', Region: 'ap-southeast-1', ResourceRecords: ['192.0.2.1'] }),
    violations: [{ path: 'Region', value: 'ap-southeast-1', reach: 'abroad' }],
  },
  {
    name: 'reports a region by latency that only the deployment names',
    properties: record({ SetIdentifier: 'far', Region: { Ref: 'Target' } }),
    template: parameters,
    violations: [{ path: 'Region', value: '${Target}', reach: 'unknown' }],
  },
  {
    name: 'passes a record by latency of a region that is allowed',
    properties: record({ SetIdentifier: 'near', Region: 'eu-west-1' }),
    allowed: ['eu-west-1'],
    violations: [],
  },
  {
    name: 'passes a record whose condition is false',
    template: {
      Conditions: { Far: { 'Fn::Equals': ['a', 'b'] } },
      Resources: {
        Far: { Type: 'AWS::Route53::RecordSet', Condition: 'Far', Properties: record({ Region: 'us-east-1' }) },
      },
    },
    violations: [],
  },
  {
    name: 'reads the document of a traffic policy',
    type: 'AWS::Route53::TrafficPolicy',
    properties: {
      Document: {
        'Fn::Sub':
          '{"Endpoints": {"a": {"Type": "value", "Value": "192.0.2.1", "Region": "${AWS::Region}"}, "b": {"Region": "us-east-1"}}}',
      },
    },
    violations: [{ path: 'Document.Endpoints.b.Region', value: 'us-east-1', reach: 'abroad' }],
  },
]);

describeChannel(route53QueryLogs, [
  {
    name: 'points out that the only region to log to is abroad',
    properties: {
      QueryLoggingConfig: {
        CloudWatchLogsLogGroupArn: { 'Fn::Sub': 'arn:aws:logs:us-east-1:${AWS::AccountId}:log-group:dns' },
      },
    },
    violations: [
      {
        path: 'QueryLoggingConfig.CloudWatchLogsLogGroupArn',
        value: 'arn:aws:logs:us-east-1:111122223333:log-group:dns',
        reach: 'abroad',
        severity: 'info',
      },
    ],
  },
]);
