import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutBucketPolicyCommand,
  PutBucketReplicationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { sdkConfiguration } from '../target';
import type { Move, MovePlace } from './move';

const KEY = 'marker';

export const bucketReplication: Move = {
  title: 'replicate a bucket',
  action: 's3:PutReplicationConfiguration',
  prepare: async (place) => {
    const { target, home, name, marker, session } = place;
    const [source, destination] = [`${name}-home`, `${name}-abroad`];
    const [atHome] = await Promise.all([makeBucket(place, home, source), makeBucket(place, place.abroad, destination)]);
    const asRole = s3({ ...target, ...session }, home);
    const rule = {
      ID: KEY,
      Status: 'Enabled',
      Priority: 1,
      Filter: { Prefix: '' },
      DeleteMarkerReplication: { Status: 'Disabled' },
      Destination: { Bucket: `arn:aws:s3:::${destination}` },
    } as const;
    const ReplicationConfiguration = { Role: session.roleArn, Rules: [rule] };
    return {
      try: () => asRole.send(new PutBucketReplicationCommand({ Bucket: source, ReplicationConfiguration })),
      carryOn: () => atHome.send(new PutObjectCommand({ Bucket: source, Key: KEY, Body: marker })),
      seenAbroad: () => holdsMarker(place, destination),
    };
  },
};

export const bucketPut: Move = {
  title: 'put into a bucket that invites it',
  action: 's3:PutObject',
  prepare: async (place) => {
    const { target, abroad, name: Bucket, marker, session } = place;
    const elsewhere = await makeBucket(place, abroad, Bucket);
    // A resource's policy that names a session needs no leave from its boundary, only that no statement of it denies.
    const Statement = {
      Effect: 'Allow',
      Principal: { AWS: session.sessionArn },
      Action: 's3:PutObject',
      Resource: `arn:aws:s3:::${Bucket}/*`,
    };
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
    await elsewhere.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    const asRole = s3({ ...target, ...session }, abroad);
    return {
      try: () => asRole.send(new PutObjectCommand({ Bucket, Key: KEY, Body: marker })),
      seenAbroad: () => holdsMarker(place, Bucket),
    };
  },
};

function s3(target: MovePlace['target'], region: string): S3Client {
  return new S3Client({ ...sdkConfiguration(target, region), forcePathStyle: true });
}

async function makeBucket({ target, undo }: MovePlace, region: string, Bucket: string): Promise<S3Client> {
  const client = s3(target, region);
  const LocationConstraint = region as BucketLocationConstraint;
  await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint } }));
  undo(() => removeBucket(client, Bucket));
  await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  return client;
}

async function removeBucket(client: S3Client, Bucket: string): Promise<void> {
  const { Versions = [], DeleteMarkers = [] } = await client.send(new ListObjectVersionsCommand({ Bucket }));
  const Objects = [...Versions, ...DeleteMarkers].map(({ Key = '', VersionId }) => ({ Key, VersionId }));
  if (Objects.length > 0) await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  await client.send(new DeleteBucketCommand({ Bucket }));
}

async function holdsMarker({ target, abroad, marker }: MovePlace, Bucket: string): Promise<boolean> {
  try {
    const { Body } = await s3(target, abroad).send(new GetObjectCommand({ Bucket, Key: KEY }));
    return (await Body?.transformToString()) === marker;
  } catch (error) {
    if ((error as Error).name === 'NoSuchKey') return false;
    throw error;
  }
}
