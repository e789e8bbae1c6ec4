import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf } from '../examples';

const SHARES = ['AWS::StorageGateway::NFSFileShare', 'AWS::StorageGateway::SMBFileShare'] as const;

export const storagegatewayBucketRegion = defineChannel({
  id: 'storagegateway-bucket-region',
  title: 'File gateways share buckets of their home region only',
  risk: 'Files that are written to the share are put into the bucket, and those that are read are kept where the gateway stands.',
  level: 'content',
  legitimate:
    'For an office abroad that reads and writes drawings, media or software. Files about people are shared from a bucket in the jurisdiction of the office.',
  remediation: 'Share a bucket that a stack of the same region makes, and check both stacks together.',
  references: [
    'https://docs.aws.amazon.com/filegateway/latest/files3/what-is-file-s3.html',
    'https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateNFSFileShare.html',
  ],

  proactive: {
    rules: [
      { types: SHARES, path: 'BucketRegion', kind: 'region' },
      { types: SHARES, path: 'LocationARN', kind: 'bucket' },
    ],
    violating: [
      exampleOf(
        'AWS::StorageGateway::NFSFileShare',
        {
          BucketRegion: 'us-east-1',
          LocationARN: { 'Fn::GetAtt': ['Store', 'Arn'] },
        },
        BUCKET_AT_HOME,
      ),
      exampleOf('AWS::StorageGateway::SMBFileShare', { LocationARN: 'arn:aws:s3:::files-us-east-1/people' }),
    ],
    compliant: [
      exampleOf(
        'AWS::StorageGateway::NFSFileShare',
        {
          FileShareName: 'files-us-east-1',
          BucketRegion: { Ref: 'AWS::Region' },
          LocationARN: { 'Fn::GetAtt': ['Store', 'Arn'] },
        },
        BUCKET_AT_HOME,
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the bucket or its region. Who runs no gateways loses nothing by the deny.',
    denies: [
      {
        actions: [
          'storagegateway:CreateNFSFileShare',
          'storagegateway:CreateSMBFileShare',
          'storagegateway:ActivateGateway',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'storagegateway.amazonaws.com',
        eventName: 'CreateNFSFileShare',
        recordedIn: 'source',
        opens: [
          { path: 'bucketRegion', kind: 'region' },
          { path: 'locationARN', kind: 'bucket' },
        ],
      },
      {
        eventSource: 'storagegateway.amazonaws.com',
        eventName: 'CreateSMBFileShare',
        recordedIn: 'source',
        opens: [
          { path: 'bucketRegion', kind: 'region' },
          { path: 'locationARN', kind: 'bucket' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-storage-gateway',
        command: 'DescribeNFSFileSharesCommand',
        field: 'NFSFileShareInfoList[].BucketRegion',
        kind: 'region',
      },
      {
        client: '@aws-sdk/client-storage-gateway',
        command: 'DescribeSMBFileSharesCommand',
        field: 'SMBFileShareInfoList[].BucketRegion',
        kind: 'region',
      },
    ],
  },
});
