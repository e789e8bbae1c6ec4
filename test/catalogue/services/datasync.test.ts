import { datasyncTask } from '../../../lib/catalogue/services/datasync';
import { describeChannel } from '../../support/describe-channel';

const LOCATION = 'arn:aws:datasync:eu-central-1:111122223333:location/loc-1234';

describeChannel(datasyncTask, [
  {
    name: 'passes locations of which the template makes one',
    properties: { SourceLocationArn: { Ref: 'Files' }, DestinationLocationArn: LOCATION },
    template: {
      Resources: {
        Files: { Type: 'AWS::DataSync::LocationS3', Properties: { S3BucketArn: { 'Fn::GetAtt': ['Store', 'Arn'] } } },
        Store: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'store-us-east-1' } },
      },
    },
    violations: [],
  },
  {
    name: 'reports a destination of which nothing is known, and not such a source',
    properties: { SourceLocationArn: { Ref: 'From' }, DestinationLocationArn: { Ref: 'To' } },
    template: { Parameters: { From: { Type: 'String' }, To: { Type: 'String' } }, Resources: {} },
    violations: [{ path: 'DestinationLocationArn', value: '${To}', reach: 'unknown' }],
  },
  {
    name: 'reports a source that is pulled in from abroad',
    properties: {
      SourceLocationArn: { 'Fn::Sub': 'arn:aws:datasync:us-east-1:${AWS::AccountId}:location/loc-1' },
      DestinationLocationArn: LOCATION,
    },
    violations: [
      { path: 'SourceLocationArn', value: 'arn:aws:datasync:us-east-1:111122223333:location/loc-1', reach: 'abroad' },
    ],
  },
  {
    name: 'reports a bucket of which only its name is known',
    type: 'AWS::DataSync::LocationS3',
    properties: { S3BucketArn: { 'Fn::Sub': 'arn:aws:s3:::files-${AWS::AccountId}-ap-southeast-1' } },
    violations: [{ path: 'S3BucketArn', value: 'arn:aws:s3:::files-111122223333-ap-southeast-1', reach: 'unknown' }],
  },
  {
    name: 'reports a container of another cloud',
    type: 'AWS::DataSync::LocationAzureBlob',
    properties: { AzureBlobContainerUrl: 'https://people.blob.core.windows.net/files' },
    violations: [
      { path: 'AzureBlobContainerUrl', value: 'https://people.blob.core.windows.net/files', reach: 'unknown' },
    ],
  },
  {
    name: 'only points out a server of one’s own',
    type: 'AWS::DataSync::LocationSMB',
    properties: { ServerHostname: 'files.example.com' },
    violations: [{ path: 'ServerHostname', value: 'files.example.com', reach: 'unknown', severity: 'info' }],
  },
  {
    name: 'reports a server that says itself that it is abroad',
    type: 'AWS::DataSync::LocationSMB',
    properties: { ServerHostname: 'amznfs.us-east-1.example.com' },
    violations: [{ path: 'ServerHostname', value: 'amznfs.us-east-1.example.com', reach: 'abroad' }],
  },
]);
