import {
  CreateBucketCommand,
  PutBucketAccelerateConfigurationCommand,
  PutBucketReplicationCommand,
  PutBucketVersioningCommand,
  PutBucketWebsiteCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { sdkConfiguration, type Target } from '../../../lib/local/target';
import type { Attempt } from './attempt';

const s3 = (as: Target, region: string) => new S3Client({ ...sdkConfiguration(as, region), forcePathStyle: true });
const bucket = (
  action: string,
  name: string,
  make: (client: S3Client, Bucket: string) => Promise<unknown>,
): Attempt => ({
  name,
  action,
  resource: 'arn:aws:s3:::tried',
  make: ({ as, region, id }) => make(s3(as, region), `tried-${id}`),
});

/** Calls on buckets. */
export const BUCKET_ATTEMPTS: readonly Attempt[] = [
  ...['{home}', '{abroad}', '{neighbour}', 'us-east-1'].map(
    (where): Attempt => ({
      ...bucket('s3:CreateBucket', `makes a bucket in ${where}`, (client, Bucket) =>
        client.send(new CreateBucketCommand({ Bucket: where === '{home}' ? Bucket : `${Bucket}-elsewhere` })),
      ),
      region: where,
    }),
  ),
  {
    ...bucket('s3:PutObject', 'writes an object', (client, Bucket) =>
      client.send(new PutObjectCommand({ Bucket, Key: 'o', Body: 'o' })),
    ),
    resource: 'arn:aws:s3:::tried/o',
  },
  bucket('s3:PutBucketVersioning', 'versions a bucket', (client, Bucket) =>
    client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } })),
  ),
  bucket('s3:PutReplicationConfiguration', 'replicates a bucket', (client, Bucket) =>
    client.send(
      new PutBucketReplicationCommand({
        Bucket,
        ReplicationConfiguration: {
          Role: 'arn:aws:iam::000000000000:role/one',
          Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::far' } }],
        },
      }),
    ),
  ),
  bucket('s3:PutAccelerateConfiguration', 'accelerates a bucket', (client, Bucket) =>
    client.send(
      new PutBucketAccelerateConfigurationCommand({ Bucket, AccelerateConfiguration: { Status: 'Enabled' } }),
    ),
  ),
  bucket('s3:PutBucketWebsite', 'makes a bucket a website', (client, Bucket) =>
    client.send(new PutBucketWebsiteCommand({ Bucket, WebsiteConfiguration: { IndexDocument: { Suffix: 'i' } } })),
  ),
];
