import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { MediaImporter } from '../archive-ports';
import type { Cell } from '../cell';
import { mediaKey } from '../media-key';
import type { MediaObjects } from '../stores/exported-conversations';
import { clientConfig } from './client-config';
import { objectVersions } from './object-versions';

/** The objects themselves in the bucket of media, as the steps of workflows read, write and remove them. */
export function mediaObjects(cell: Cell, bucket: string): MediaObjects & MediaImporter {
  const client = new S3Client(clientConfig(cell, 20_000));
  const versions = objectVersions(cell, bucket);
  const at = (personId: string, mediaId: string) => ({ Bucket: bucket, Key: mediaKey(personId, mediaId) });
  return {
    async has(personId, mediaId) {
      const head = await client.send(new HeadObjectCommand(at(personId, mediaId))).catch(unlessMissing);
      return head !== undefined;
    },

    async open(personId, mediaId) {
      const found = await client.send(new GetObjectCommand(at(personId, mediaId))).catch(unlessMissing);
      // Node's stream of bytes, as the SDK has it there.
      return found?.Body as AsyncIterable<Uint8Array> | undefined;
    },

    async put(personId, mediaId, { contentType, bytes, sha256 }, content) {
      const pieces: Uint8Array[] = [];
      for await (const piece of content) pieces.push(piece);
      await client.send(
        new PutObjectCommand({
          ...at(personId, mediaId),
          Body: Buffer.concat(pieces, bytes),
          ContentType: contentType,
          // S3 refuses what has another hash.
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        }),
      );
    },

    async remove(personId, mediaId) {
      while ((await versions.remove(mediaKey(personId, mediaId))) === 'more');
    },
  };
}

/** 404 where whoever asks may list the bucket, else 403: the step may. */
function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey')) return undefined;
  throw error;
}
