import {
  type DeleteMarkerEntry,
  GetBucketLocationCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  ListBucketsCommand,
  ListObjectVersionsCommand,
  type ObjectVersion,
  S3Client,
} from '@aws-sdk/client-s3';
import { sdkConfiguration, type Target } from '../../target';
import { must, paged, record, type Store, type StoreRecord } from './store';

const AT_ONCE = 8;
/** Where a bucket is that says no region. */
const WITHOUT_CONSTRAINT = 'us-east-1';

/** Every version of every object of the region's buckets: body, name, metadata and tags. */
export async function readBuckets(target: Target, region: string): Promise<Store[]> {
  const own = (await bucketsOf(target)).filter((bucket) => bucket.region === region);
  const client = new S3Client({ ...sdkConfiguration(target, region), forcePathStyle: true });
  return Promise.all(
    own.map(async ({ name }): Promise<Store> => {
      return { kind: 'bucket', id: name, records: await objectsOf(client, name) };
    }),
  );
}

/** All buckets of the account, each with its region: S3 lists them together, whichever region is asked. */
export async function bucketsOf(target: Target): Promise<{ readonly name: string; readonly region: string }[]> {
  const client = new S3Client({ ...sdkConfiguration(target, WITHOUT_CONSTRAINT), forcePathStyle: true });
  const { Buckets = [] } = await client.send(new ListBucketsCommand({}));
  return Promise.all(
    Buckets.map(async ({ Name }) => {
      const name = must(Name, 'a bucket');
      const { LocationConstraint } = await client.send(new GetBucketLocationCommand({ Bucket: name }));
      return { name, region: LocationConstraint ?? WITHOUT_CONSTRAINT };
    }),
  );
}

async function objectsOf(client: S3Client, Bucket: string): Promise<StoreRecord[]> {
  const pages = paged(
    (from: object | undefined) => client.send(new ListObjectVersionsCommand({ Bucket, ...from })),
    ({ IsTruncated, NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker }) =>
      IsTruncated === true ? { KeyMarker, VersionIdMarker } : undefined,
  );
  const versions: ObjectVersion[] = [];
  const markers: DeleteMarkerEntry[] = [];
  for await (const page of pages) {
    versions.push(...(page.Versions ?? []));
    markers.push(...(page.DeleteMarkers ?? []));
  }
  const deleted = new Set(markers.filter(({ IsLatest }) => IsLatest).map(({ Key }) => Key));
  const records = markers.map((marker, index) => record(`delete marker ${index + 1}`, marker));
  for (let start = 0; start < versions.length; start += AT_ONCE) {
    const bodies = versions.slice(start, start + AT_ONCE).map(async ({ Key, VersionId }): Promise<StoreRecord[]> => {
      const one = { Bucket, Key: must(Key, 'an object'), ...(VersionId === undefined ? {} : { VersionId }) };
      const { Body, Metadata, ContentType, ContentDisposition } = await client.send(new GetObjectCommand(one));
      const TagSet = await tagsOf(client, one, deleted.has(Key));
      const content = Buffer.from((await Body?.transformToByteArray()) ?? []);
      return [
        record(`name, metadata and tags of '${Key}'`, { ...one, Metadata, ContentType, ContentDisposition, TagSet }),
        { where: `content of '${Key}' (version ${VersionId ?? 'null'})`, body: content },
      ];
    });
    records.push(...(await Promise.all(bodies)).flat());
  }
  return records;
}

async function tagsOf(client: S3Client, one: { Bucket: string; Key: string }, isDeleted: boolean): Promise<unknown> {
  try {
    const { TagSet } = await client.send(new GetObjectTaggingCommand(one));
    return TagSet;
  } catch (error) {
    // The emulator keeps no tags of versions below a delete marker.
    if (isDeleted && (error as Error).name === 'NoSuchKey') return undefined;
    throw error;
  }
}
