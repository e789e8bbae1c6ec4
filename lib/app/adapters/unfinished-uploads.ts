import { AbortMultipartUploadCommand, ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import type { Cell } from '../cell';
import { clientConfig } from './client-config';

/**
 * Removes what was uploaded in parts and never became an object, because its process ended before: no list of objects or of
 * versions has it, and whoever is erased would leave it behind until the bucket's own rule finds it, a day later.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
 */
export function unfinishedUploads(cell: Cell, bucket: string) {
  const client = new S3Client(clientConfig(cell, 4_000));
  return {
    /** Up to 1,000 uploads whose names begin with a prefix; `done` when there was nothing more. */
    async remove(prefix: string): Promise<'more' | 'done'> {
      const page = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix }));
      for (const { Key, UploadId } of page.Uploads ?? []) {
        await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId })).catch(unlessGone);
      }
      return page.IsTruncated === true ? 'more' : 'done';
    },
  };
}

/** One that was removed a moment ago may still be listed. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'NoSuchUpload') throw error;
}
