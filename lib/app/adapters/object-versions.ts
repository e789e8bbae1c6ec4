import { DeleteObjectsCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { DomicileError } from '../../domain/errors';
import type { Cell } from '../cell';
import { clientConfig } from './client-config';

/** S3 answered that it deleted, and did not delete all. */
class NotDeletedError extends DomicileError {}

/**
 * Removes the objects whose names begin with a prefix, with every version and every mark of a deletion: a deletion without a
 * version would only hide them.
 */
export function objectVersions(cell: Cell, bucket: string) {
  const client = new S3Client(clientConfig(cell, 4_000));
  return {
    /** Up to 1,000 versions; `done` when there was nothing more. */
    async remove(prefix: string): Promise<'more' | 'done'> {
      const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix }));
      const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
      if (found.length === 0) return 'done';
      const Objects = found.map(({ Key, VersionId }) => ({ Key, VersionId }));
      const { Errors = [] } = await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
      );
      if (Errors.length > 0) {
        throw new NotDeletedError('VersionsNotDeleted', `${Errors.length} of ${found.length} versions stay`);
      }
      return page.IsTruncated === true ? 'more' : 'done';
    },
  };
}
