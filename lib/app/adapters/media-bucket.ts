import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Cell } from '../cell';
import type { Downloads, Uploads } from '../conversation-ports';
import { clientConfig } from './client-config';

/**
 * The bucket of media. Nothing is sent to it from here: forms and links are signed in the function's name, and the person's
 * device goes to the bucket with them.
 */
export function mediaBucket(cell: Cell, bucket: string): Uploads & Downloads {
  const client = new S3Client(clientConfig(cell, 3_000));
  return {
    async form({ key, contentType, bytes, sha256 }, seconds) {
      return createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        // Each field is a condition as well, and S3 refuses content that has another hash than its field says.
        // https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
        Fields: {
          'Content-Type': contentType,
          'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
        },
        Conditions: [['content-length-range', bytes, bytes]],
        Expires: seconds,
      });
    },

    async link({ key, contentType, fileName }, seconds) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentType: contentType,
        ResponseContentDisposition: `attachment; filename="${fileName}"`,
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(client, command, { expiresIn: seconds });
    },
  };
}
