import { firehoseDestination } from '../../../lib/catalogue/services/firehose';
import { describeChannel } from '../../support/describe-channel';

const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'clicks-us-east-1' } };
const into = (BucketARN: unknown) => ({ ExtendedS3DestinationConfiguration: { BucketARN } });
const PATH = 'ExtendedS3DestinationConfiguration.BucketARN';

describeChannel(firehoseDestination, [
  {
    name: 'passes a bucket of the template, whatever it is called',
    properties: into({ 'Fn::GetAtt': ['Clicks', 'Arn'] }),
    template: { Resources: { Clicks: bucket } },
    violations: [],
  },
  {
    name: 'passes the ARN of such a bucket, put together',
    properties: into({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { Ref: 'Clicks' }]] }),
    template: { Resources: { Clicks: bucket } },
    violations: [],
  },
  {
    name: 'reports a bucket that nothing here makes',
    properties: into({ 'Fn::Sub': 'arn:aws:s3:::lake-${AWS::AccountId}' }),
    violations: [{ path: PATH, value: 'arn:aws:s3:::lake-111122223333', reach: 'unknown' }],
  },
  {
    name: 'reports a bucket that nothing binds',
    properties: into({ 'Fn::Sub': 'arn:aws:s3:::${Lake}' }),
    template: { Parameters: { Lake: { Type: 'String' } }, Resources: {} },
    violations: [{ path: PATH, value: 'arn:aws:s3:::${Lake}', reach: 'unknown' }],
  },
  {
    name: 'reports where failed records go beside a destination at home',
    properties: {
      RedshiftDestinationConfiguration: {
        ClusterJDBCURL: { 'Fn::Sub': 'jdbc:redshift://${Warehouse.Endpoint.Address}:5439/clicks' },
        S3Configuration: { BucketARN: 'arn:aws:s3:::failed-us-east-1' },
      },
    },
    template: { Resources: { Warehouse: { Type: 'AWS::Redshift::Cluster' } } },
    violations: [
      {
        path: 'RedshiftDestinationConfiguration.S3Configuration.BucketARN',
        value: 'arn:aws:s3:::failed-us-east-1',
        reach: 'unknown',
      },
    ],
  },
  {
    name: 'reports a service outside of AWS',
    properties: { SplunkDestinationConfiguration: { HECEndpoint: 'https://inputs.example.com:8088' } },
    violations: [
      {
        path: 'SplunkDestinationConfiguration.HECEndpoint',
        value: 'https://inputs.example.com:8088',
        reach: 'unknown',
      },
    ],
  },
  {
    name: 'passes a service outside of AWS whose host says that it is at home',
    properties: { SnowflakeDestinationConfiguration: { AccountUrl: 'https://x.eu-central-1.snowflakecomputing.com' } },
    violations: [],
  },
  {
    name: 'passes a domain that only a parameter names, for it is mostly made beside the stream',
    properties: { AmazonopensearchserviceDestinationConfiguration: { DomainARN: { Ref: 'Domain' } } },
    template: { Parameters: { Domain: { Type: 'String' } }, Resources: {} },
    violations: [],
  },
  {
    name: 'reports the function abroad that records pass through',
    properties: {
      ExtendedS3DestinationConfiguration: {
        BucketARN: { 'Fn::GetAtt': 'Clicks.Arn' },
        ProcessingConfiguration: {
          Processors: [
            {
              Type: 'Lambda',
              Parameters: [
                { ParameterName: 'NumberOfRetries', ParameterValue: '3' },
                { ParameterName: 'LambdaArn', ParameterValue: 'arn:aws:lambda:us-east-1:111122223333:function:mask' },
              ],
            },
          ],
        },
      },
    },
    template: { Resources: { Clicks: bucket } },
    violations: [
      {
        path: 'ExtendedS3DestinationConfiguration.ProcessingConfiguration.Processors[0].Parameters[1].ParameterValue',
        value: 'arn:aws:lambda:us-east-1:111122223333:function:mask',
        reach: 'abroad',
      },
    ],
  },
]);
