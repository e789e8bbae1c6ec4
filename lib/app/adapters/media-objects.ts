import { GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Cell } from '../cell';
import { mediaKey } from '../media-key';
import type { MediaObjects } from '../stores/exported-conversations';
import { clientConfig } from './client-config';

/** The objects themselves in the bucket of media, read by a step of a workflow. */
export function mediaObjects(cell: Cell, bucket: string): MediaObjects {
  const client = new S3Client(clientConfig(cell, 20_000));
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
  };
}

/** 404 where whoever asks may list the bucket, else 403: the step may. */
function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey')) return undefined;
  throw error;
}
