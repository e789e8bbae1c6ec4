import { exampleOf } from '../examples';
import type { NoChannel } from './no-channel';

const REFERENCE = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/';

/** What names a bucket, a key or a function that AWS takes of the same region only: what it is called tells nothing. */
export const SAME_REGION: readonly NoChannel[] = [
  {
    id: 'load-balancer-logs',
    what: 'the bucket that a load balancer logs to',
    holds: 'addresses of people and what they asked for, in a bucket that has to be in the region of the load balancer',
    references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html'],
    silent: [
      exampleOf('AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Scheme: 'internal',
        Subnets: ['subnet-1', 'subnet-2'],
        LoadBalancerAttributes: [
          { Key: 'access_logs.s3.enabled', Value: 'true' },
          { Key: 'access_logs.s3.bucket', Value: 'balancer-logs' },
        ],
      }),
    ],
  },
  {
    id: 'bucket-inventory-and-analytics',
    what: 'the buckets that lists of objects and figures of access are written to',
    holds: 'names of objects, in a bucket that has to be in the region of the one that is listed',
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory.html'],
    silent: [
      exampleOf('AWS::S3::Bucket', {
        InventoryConfigurations: [
          {
            Id: 'all',
            Enabled: true,
            Destination: { BucketArn: 'arn:aws:s3:::lists', Format: 'CSV' },
            IncludedObjectVersions: 'Current',
            ScheduleFrequency: 'Daily',
          },
        ],
        AnalyticsConfigurations: [
          {
            Id: 'all',
            StorageClassAnalysis: {
              DataExport: {
                Destination: { BucketArn: 'arn:aws:s3:::lists', Format: 'CSV' },
                OutputSchemaVersion: 'V_1',
              },
            },
          },
        ],
      }),
    ],
  },
  {
    id: 'bucket-access-logs',
    what: 'the bucket that a bucket logs accesses to',
    holds: 'addresses and names of objects, in a bucket that has to be in the same region',
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html'],
    silent: [exampleOf('AWS::S3::Bucket', { LoggingConfiguration: { DestinationBucketName: 'access-logs' } })],
  },
  {
    id: 'function-code',
    what: 'the bucket, image and layers that the code of a function is taken from',
    holds: 'code, which has to be in the region of the function',
    references: [`${REFERENCE}aws-properties-lambda-function-code.html`],
    setAside: [
      { types: ['AWS::Lambda::Function'], paths: ['Code.S3Bucket', 'Code.S3Key', 'Code.ImageUri', 'Layers'] },
      { types: ['AWS::Lambda::LayerVersion'], paths: ['Content'] },
      {
        types: ['AWS::Serverless::Function', 'AWS::Serverless::LayerVersion', 'AWS::Serverless::Application'],
        paths: ['CodeUri', 'ContentUri', 'Location', 'Layers', 'ImageUri'],
      },
    ],
    silent: [
      exampleOf('AWS::Lambda::LayerVersion', { Content: { S3Bucket: 'code-us-east-1', S3Key: 'layer.zip' } }),
      exampleOf('AWS::Serverless::LayerVersion', { ContentUri: 's3://code-us-east-1/layer.zip' }),
    ],
  },
  {
    id: 'application-code',
    what: 'the bucket that a version of an application is taken from',
    holds: 'code, which has to be in the region of the application',
    references: [`${REFERENCE}aws-resource-elasticbeanstalk-applicationversion.html`],
    setAside: [{ types: ['AWS::ElasticBeanstalk::ApplicationVersion'], paths: ['SourceBundle'] }],
    silent: [
      exampleOf('AWS::ElasticBeanstalk::ApplicationVersion', {
        ApplicationName: 'shop',
        SourceBundle: { S3Bucket: 'code-us-east-1', S3Key: 'shop.zip' },
      }),
    ],
  },
  {
    id: 'callers-of-functions',
    what: 'who may call a function',
    holds: 'nothing: calls come in, and what they bring is the data of whoever calls',
    references: [`${REFERENCE}aws-resource-lambda-permission.html`],
    setAside: [{ types: ['AWS::Lambda::Permission'], paths: ['SourceArn'] }],
    silent: [
      exampleOf('AWS::Lambda::Permission', {
        Action: 'lambda:InvokeFunction',
        FunctionName: 'shop',
        Principal: 'events.amazonaws.com',
        SourceArn: 'arn:aws:events:us-east-1:111122223333:rule/nightly',
        SourceAccount: '111122223333',
      }),
    ],
  },
];
