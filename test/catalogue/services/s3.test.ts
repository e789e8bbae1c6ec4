import { s3BucketReplication } from '../../../lib/catalogue/services/s3';
import { describeChannel } from '../../support/describe-channel';

const PATH = 'ReplicationConfiguration.Rules[0].Destination.Bucket';
const bucket = { Type: 'AWS::S3::Bucket' };

/** Properties of a bucket with one rule. */
const to = (destination: unknown, rule: Readonly<Record<string, unknown>> = { Status: 'Enabled' }) => ({
  ReplicationConfiguration: {
    Role: 'arn:aws:iam::111122223333:role/r',
    Rules: [{ ...rule, Destination: { Bucket: destination } }],
  },
});

describeChannel(s3BucketReplication, [
  { name: 'passes a bucket without replication', properties: { BucketName: 'media-us-east-1' }, violations: [] },
  {
    name: 'passes a destination that the template makes, whatever it is called',
    properties: to({ 'Fn::GetAtt': ['Copy', 'Arn'] }),
    template: { Resources: { Copy: { ...bucket, Properties: { BucketName: 'media-us-east-1' } } } },
    violations: [],
  },
  {
    name: 'passes a destination whose name is put together as the bucket made here is',
    properties: to({ 'Fn::Join': ['', ['arn:aws:s3:::media-', { Ref: 'Suffix' }]] }),
    template: {
      Parameters: { Suffix: { Type: 'String' } },
      Resources: { Copy: { ...bucket, Properties: { BucketName: { 'Fn::Sub': 'media-${Suffix}' } } } },
    },
    violations: [],
  },
  {
    name: 'reports a bucket that nothing here makes',
    properties: to('arn:aws:s3:::elsewhere'),
    violations: [{ path: PATH, value: 'arn:aws:s3:::elsewhere', reach: 'unknown' }],
  },
  {
    name: 'reports a bucket whose maker is never made',
    properties: to('arn:aws:s3:::copy'),
    template: {
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { Copy: { ...bucket, Condition: 'Never', Properties: { BucketName: 'copy' } } },
    },
    violations: [{ path: PATH, value: 'arn:aws:s3:::copy', reach: 'unknown' }],
  },
  {
    name: 'reports a bucket whose maker is only sometimes made',
    properties: to('arn:aws:s3:::copy'),
    template: {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Sometimes: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      Resources: { Copy: { ...bucket, Condition: 'Sometimes', Properties: { BucketName: 'copy' } } },
    },
    violations: [{ path: PATH, value: 'arn:aws:s3:::copy', reach: 'unknown' }],
  },
  {
    name: 'reports a bucket that is named after one made here, and is another',
    properties: to({ 'Fn::Sub': 'arn:aws:s3:::${Copy}-far' }),
    template: { Resources: { Copy: bucket } },
    violations: [{ path: PATH, value: 'arn:aws:s3:::${Copy}-far', reach: 'unknown' }],
  },
  {
    name: 'reports a bucket whose ARN begins like one made here',
    properties: to({ 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Copy', 'Arn'] }, { Ref: 'Suffix' }]] }),
    template: { Parameters: { Suffix: { Type: 'String' } }, Resources: { Copy: bucket } },
    violations: [{ path: PATH, value: '${Copy.Arn}${Suffix}', reach: 'unknown' }],
  },
  {
    name: 'reports a bucket that only the deployment names',
    properties: to({ 'Fn::Sub': 'arn:aws:s3:::${Target}' }),
    template: { Parameters: { Target: { Type: 'String' } }, Resources: {} },
    violations: [{ path: PATH, value: 'arn:aws:s3:::${Target}', reach: 'unknown' }],
  },
  {
    name: 'reports what a parameter carries as a whole',
    properties: to({ Ref: 'Target' }),
    template: { Parameters: { Target: { Type: 'String' } }, Resources: {} },
    violations: [{ path: PATH, value: '${Target}', reach: 'unknown' }],
  },
  {
    name: 'reports a rule that stands alone where a list should',
    properties: {
      ReplicationConfiguration: { Rules: { Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::elsewhere' } } },
    },
    violations: [
      { path: 'ReplicationConfiguration.Rules.Destination.Bucket', value: 'arn:aws:s3:::elsewhere', reach: 'unknown' },
    ],
  },
  {
    name: 'passes a rule that is disabled',
    properties: to('arn:aws:s3:::elsewhere', { Status: 'Disabled' }),
    violations: [],
  },
  {
    name: 'passes a rule that is disabled by default',
    properties: to('arn:aws:s3:::elsewhere', { Status: { Ref: 'Status' } }),
    template: {
      Parameters: { Status: { Type: 'String', Default: 'Disabled', AllowedValues: ['Enabled', 'Disabled'] } },
      Resources: {},
    },
    violations: [],
  },
  {
    name: 'reports a rule that can be enabled',
    properties: to('arn:aws:s3:::elsewhere', { Status: { 'Fn::If': ['Copied', 'Enabled', 'Disabled'] } }),
    template: {
      Parameters: { Copy: { Type: 'String' } },
      Conditions: { Copied: { 'Fn::Equals': [{ Ref: 'Copy' }, 'yes'] } },
      Resources: {},
    },
    violations: [{ path: PATH, value: 'arn:aws:s3:::elsewhere', reach: 'unknown' }],
  },
  {
    name: 'reports the one rule of two that is enabled',
    properties: {
      ReplicationConfiguration: {
        Rules: [
          { Status: 'Disabled', Destination: { Bucket: 'arn:aws:s3:::a' } },
          { Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::b' } },
        ],
      },
    },
    violations: [
      { path: 'ReplicationConfiguration.Rules[1].Destination.Bucket', value: 'arn:aws:s3:::b', reach: 'unknown' },
    ],
  },
  {
    name: 'reports the key of a replica abroad beside a bucket of which nothing is known',
    properties: {
      ReplicationConfiguration: {
        Rules: [
          {
            Status: 'Enabled',
            Destination: {
              Bucket: 'arn:aws:s3:::elsewhere',
              EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:us-east-1:111122223333:key/k' },
            },
          },
        ],
      },
    },
    violations: [
      { path: PATH, value: 'arn:aws:s3:::elsewhere', reach: 'unknown' },
      {
        path: 'ReplicationConfiguration.Rules[0].Destination.EncryptionConfiguration.ReplicaKmsKeyID',
        value: 'arn:aws:kms:us-east-1:111122223333:key/k',
        reach: 'abroad',
      },
    ],
  },
  {
    name: 'leaves a key alone that only the deployment names, beside a bucket that is at home',
    properties: {
      ReplicationConfiguration: {
        Rules: [
          {
            Status: 'Enabled',
            Destination: {
              Bucket: { 'Fn::GetAtt': 'Copy.Arn' },
              EncryptionConfiguration: { ReplicaKmsKeyID: { Ref: 'Key' } },
            },
          },
        ],
      },
    },
    template: { Parameters: { Key: { Type: 'String' } }, Resources: { Copy: bucket } },
    violations: [],
  },
  {
    name: 'reports properties that a macro makes',
    properties: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://snippets/bucket.json' } } },
    violations: [{ path: '', value: '${Fn::Transform}', reach: 'unknown' }],
  },
  {
    name: 'reports properties to which a macro adds',
    properties: {
      BucketName: 'media',
      'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://snippets/bucket.json' } },
    },
    violations: [{ path: 'Fn::Transform', value: '${Fn::Transform}', reach: 'unknown' }],
  },
  {
    name: 'reports a resource to which a macro adds',
    template: {
      Resources: { Subject: { ...bucket, Properties: {}, 'Fn::Transform': { Name: 'Replicate' } } as never },
    },
    violations: [{ path: '', value: '${Fn::Transform}', reach: 'unknown' }],
  },
  {
    name: 'reports a list that hides behind an intrinsic among other keys',
    properties: { ReplicationConfiguration: { Rules: { 'Fn::If': ['C', [], []], Comment: '' } } },
    violations: [{ path: 'ReplicationConfiguration.Rules', value: '${Fn::If}', reach: 'unknown' }],
  },
  {
    name: 'reports buckets that a loop makes',
    template: {
      Resources: {
        'Fn::ForEach::Buckets': [
          'Name',
          ['Media', 'Mail'],
          { 'Bucket${Name}': { Type: 'AWS::S3::Bucket', Properties: to({ 'Fn::Sub': 'arn:aws:s3:::${Name}-far' }) } },
        ] as never,
      },
    },
    violations: [
      { logicalId: 'BucketMedia', path: PATH, value: 'arn:aws:s3:::Media-far', reach: 'unknown' },
      { logicalId: 'BucketMail', path: PATH, value: 'arn:aws:s3:::Mail-far', reach: 'unknown' },
    ],
  },
]);
