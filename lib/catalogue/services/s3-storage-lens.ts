import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

const DIRECTORY = 'AWS::S3Express::DirectoryBucket';
/** Of an ordinary bucket, lists are taken by one of the same region only; of this one, AWS documents no such limit. */
const LISTS = 'InventoryConfigurations[].Destination.BucketArn';

export const s3StorageLensCrossRegion = defineChannel({
  id: 's3-storage-lens-cross-region',
  title: 'Figures and lists of buckets are kept in their home region, without prefixes',
  risk: 'Figures about buckets of other regions, and with them the prefixes of keys, are gathered in one place; lists of objects of directory buckets are written into the bucket that is named.',
  level: 'metadata',
  legitimate:
    'For figures of size and cost of all buckets, which a finance team wants in one place. Prefixes stay out wherever keys begin with ids of people.',
  remediation: 'Include the home region only, leave metrics of prefixes off, and keep personal data out of keys.',
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage_lens.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3express-directorybucket.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::S3::StorageLens'],
        path: 'StorageLensConfiguration.Include.Regions[]',
        kind: 'region',
      },
      {
        types: ['AWS::S3::StorageLens'],
        path: 'StorageLensConfiguration.Include.Regions',
        kind: 'absence',
        reach: 'unknown',
        because: 'without which buckets of all regions are counted',
        unless: { path: 'StorageLensConfiguration.Include.Buckets', is: 'present' },
      },
      {
        types: ['AWS::S3::StorageLens'],
        path: 'StorageLensConfiguration.DataExport.S3BucketDestination.Arn',
        kind: 'bucket',
      },
      {
        types: ['AWS::S3::StorageLens'],
        path: 'StorageLensConfiguration.ExpandedPrefixesDataExport.S3BucketDestination.Arn',
        kind: 'bucket',
      },
      { types: [DIRECTORY], path: LISTS, kind: 'bucket' },
      {
        types: ['AWS::S3::StorageLens'],
        path: 'StorageLensConfiguration.AwsOrg.Arn',
        kind: 'presence',
        reach: 'unknown',
        because: 'which gathers figures about all accounts of the organization',
      },
    ],
    violating: [
      lensOf({ Include: { Regions: [{ Ref: 'AWS::Region' }, 'us-east-1'] } }),
      lensOf({}),
      lensOf({
        Include: { Regions: [{ Ref: 'AWS::Region' }] },
        DataExport: { S3BucketDestination: { Arn: 'arn:aws:s3:::lens-of-somebody-else' } },
      }),
      lensOf({
        Include: { Regions: [{ Ref: 'AWS::Region' }] },
        ExpandedPrefixesDataExport: { S3BucketDestination: { Arn: 'arn:aws:s3:::lens-of-somebody-else' } },
      }),
      lensOf({
        Include: { Regions: [{ Ref: 'AWS::Region' }] },
        AwsOrg: { Arn: 'arn:aws:organizations::111122223333:organization/o-1234567890' },
      }),
      exampleOf(DIRECTORY, propertiesAt(LISTS, 'arn:aws:s3:::lists-of-somebody-else')),
    ],
    compliant: [
      lensOf({
        Include: { Regions: [{ Ref: 'AWS::Region' }] },
        DataExport: { S3BucketDestination: { Arn: { 'Fn::GetAtt': ['Store', 'Arn'] } } },
      }),
      exampleOf(DIRECTORY, propertiesAt(LISTS, { 'Fn::GetAtt': ['Store', 'Arn'] }), BUCKET_AT_HOME),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the regions that are counted, nor the bucket. Who needs no figures loses nothing by the deny.',
    denies: [{ actions: ['s3:PutStorageLensConfiguration'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'PutStorageLensConfiguration',
        recordedIn: 'source',
        opens: [
          { path: 'storageLensConfiguration.include.regions[]', kind: 'region' },
          { path: 'storageLensConfiguration.awsOrg', kind: 'presence' },
        ],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-s3-control',
        command: 'GetStorageLensConfigurationCommand',
        field: 'StorageLensConfiguration.Include.Regions[]',
        kind: 'region',
      },
    ],
  },
});

function lensOf(configuration: Readonly<Record<string, unknown>>) {
  return exampleOf(
    'AWS::S3::StorageLens',
    { StorageLensConfiguration: { Id: 'home', IsEnabled: true, ...configuration } },
    BUCKET_AT_HOME,
  );
}
