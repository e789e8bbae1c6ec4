import {
  s3MultiRegionAccessPoint,
  s3PublicOrExternalAccess,
  s3RequesterExternalWebsite,
} from '../../../lib/catalogue/services/s3-access';
import { s3TransferAcceleration } from '../../../lib/catalogue/services/s3-requests';
import { s3StorageLensCrossRegion } from '../../../lib/catalogue/services/s3-storage-lens';
import { s3TablesReplication } from '../../../lib/catalogue/services/s3tables';
import { describeChannel } from '../../support/describe-channel';

const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'store-us-east-1' } };
const EVERYBODY = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };

describeChannel(s3MultiRegionAccessPoint, [
  {
    name: 'reports each bucket that nothing here makes',
    properties: { Regions: [{ Bucket: { Ref: 'Store' } }, { Bucket: 'far' }, { Bucket: { Ref: 'Third' } }] },
    template: { Parameters: { Third: { Type: 'String' } }, Resources: { Store: bucket } },
    violations: [
      { path: 'Regions[1].Bucket', value: 'far', reach: 'unknown' },
      { path: 'Regions[2].Bucket', value: '${Third}', reach: 'unknown' },
    ],
  },
]);

describeChannel(s3TransferAcceleration, [
  {
    name: 'reports what a parameter turns on by default',
    properties: { AccelerateConfiguration: { AccelerationStatus: { Ref: 'Status' } } },
    template: { Parameters: { Status: { Type: 'String', Default: 'Enabled' } }, Resources: {} },
    violations: [{ path: 'AccelerateConfiguration.AccelerationStatus', value: 'Enabled', reach: 'unknown' }],
  },
  {
    name: 'passes what a condition never turns on',
    properties: {
      AccelerateConfiguration: {
        'Fn::If': ['Fast', { AccelerationStatus: 'Enabled' }, { Ref: 'AWS::NoValue' }],
      },
    },
    template: { Conditions: { Fast: { 'Fn::Equals': ['a', 'b'] } }, Resources: {} },
    violations: [],
  },
]);

describeChannel(s3PublicOrExternalAccess, [
  {
    name: 'points out a bucket that everybody may read',
    properties: { Bucket: { Ref: 'Store' }, PolicyDocument: { Statement: [EVERYBODY] } },
    template: { Resources: { Store: bucket } },
    violations: [{ path: 'PolicyDocument.Statement[0].Principal', value: '*', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'passes a bucket that everybody may read from one network',
    properties: {
      Bucket: 'media',
      PolicyDocument: { Statement: [{ ...EVERYBODY, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } }] },
    },
    violations: [],
  },
  {
    name: 'passes the distribution of a website as a service',
    properties: {
      Bucket: 'media',
      PolicyDocument: { Statement: [{ ...EVERYBODY, Principal: { Service: 'cloudfront.amazonaws.com' } }] },
    },
    violations: [],
  },
  {
    name: 'passes a bucket that says nothing of public access, which AWS then blocks',
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'public-us-east-1' },
    violations: [],
  },
]);

describeChannel(s3RequesterExternalWebsite, [
  {
    name: 'passes a website that only leads to another',
    properties: { WebsiteConfiguration: { RedirectAllRequestsTo: { HostName: 'www.example.com' } } },
    violations: [],
  },
]);

describeChannel(s3StorageLensCrossRegion, [
  {
    name: 'says of figures about another region what they are',
    properties: { StorageLensConfiguration: { Id: 'a', IsEnabled: true, Include: { Regions: ['us-east-1'] } } },
    violations: [
      {
        path: 'StorageLensConfiguration.Include.Regions[0]',
        value: 'us-east-1',
        reach: 'abroad',
        severity: 'info',
      },
    ],
  },
  {
    name: 'passes figures about buckets that are named',
    properties: { StorageLensConfiguration: { Id: 'a', IsEnabled: true, Include: { Buckets: ['arn:aws:s3:::a'] } } },
    violations: [],
  },
]);

describeChannel(s3TablesReplication, [
  {
    name: 'reports one destination of two',
    properties: {
      ReplicationConfiguration: {
        Rules: [
          {
            Destinations: [
              { DestinationTableBucketARN: { 'Fn::Sub': 'arn:aws:s3tables:${AWS::Region}:111122223333:bucket/near' } },
              { DestinationTableBucketARN: { 'Fn::Sub': 'arn:aws:s3tables:${Far}:111122223333:bucket/far' } },
            ],
          },
        ],
      },
    },
    template: { Parameters: { Far: { Type: 'String', AllowedValues: ['us-east-1', 'us-west-2'] } }, Resources: {} },
    violations: [
      {
        path: 'ReplicationConfiguration.Rules[0].Destinations[1].DestinationTableBucketARN',
        value: 'arn:aws:s3tables:us-east-1:111122223333:bucket/far',
        reach: 'abroad',
      },
    ],
  },
]);
