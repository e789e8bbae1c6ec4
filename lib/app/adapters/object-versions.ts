import { DeleteObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import type { Cell } from '../cell';
import { clientConfig } from './client-config';

/** Versions of one call, and how many of them are removed at once. */
const PAGE = 100;
const AT_ONCE = 10;

/**
 * Removes the objects whose names begin with a prefix, with every version and every mark of a deletion: a deletion without a
 * version would only hide them.
 *
 * One by one: each is a call that needs the right to delete a version and no other, and fails where it does not delete.
 */
export function objectVersions(cell: Cell, bucket: string) {
  const client = new S3Client(clientConfig(cell, 4_000));
  return {
    /** Up to a hundred versions; `done` when there was nothing more. */
    async remove(prefix: string): Promise<'more' | 'done'> {
      const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, MaxKeys: PAGE }));
      const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
      for (let from = 0; from < found.length; from += AT_ONCE) {
        await Promise.all(
          found
            .slice(from, from + AT_ONCE)
            .map(async ({ Key, VersionId }) =>
              client.send(new DeleteObjectCommand({ Bucket: bucket, Key, VersionId })),
            ),
        );
      }
      return page.IsTruncated === true ? 'more' : 'done';
    },
  };
}
