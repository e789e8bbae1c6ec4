import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { DomicileError } from '../../domain/errors';
import type { ArchiveForms, ArchiveLinks, ArchiveReader, ArchiveRemover, ArchiveWriter } from '../archive-ports';
import type { Cell } from '../cell';
import { clientConfig } from './client-config';
import { objectVersions } from './object-versions';
import { unfinishedUploads } from './unfinished-uploads';

/** S3 takes no smaller part but the last, and at most 10,000. */
const PART_BYTES = 8 * 1024 * 1024;
/** How much is read ahead: an archive is read from its beginning to its end. */
const READ_BYTES = 4 * 1024 * 1024;

/** S3 answered a call that succeeded without what was asked for. */
class BucketError extends DomicileError {}

/** The bucket in which archives rest for a day. */
export function archivesBucket(
  cell: Cell,
  bucket: string,
): ArchiveWriter & ArchiveRemover & ArchiveLinks & ArchiveForms & ArchiveReader {
  const client = new S3Client(clientConfig(cell, 20_000));
  const removed = [unfinishedUploads(cell, bucket), objectVersions(cell, bucket)];
  return {
    async write(place, pieces) {
      const at = { Bucket: bucket, Key: place };
      const { UploadId: uploadId } = await client.send(
        new CreateMultipartUploadCommand({ ...at, ContentType: 'application/zip' }),
      );
      const upload = { ...at, UploadId: uploadId };
      const hash = createHash('sha256');
      const parts: CompletedPart[] = [];
      let bytes = 0;
      try {
        for await (const part of inParts(pieces)) {
          hash.update(part);
          bytes += part.length;
          const number = parts.length + 1;
          const { ETag: tag } = await client.send(
            new UploadPartCommand({ ...upload, PartNumber: number, Body: part, ContentLength: part.length }),
          );
          parts.push({ PartNumber: number, ETag: tag });
        }
        await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: parts } }));
      } catch (error) {
        await client.send(new AbortMultipartUploadCommand(upload));
        throw error;
      }
      return { bytes, sha256: hash.digest('hex') };
    },

    async remove(place) {
      for (const part of removed) while ((await part.remove(place)) === 'more');
    },

    async link(place, fileName, seconds) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: place,
        ResponseContentType: 'application/zip',
        ResponseContentDisposition: `attachment; filename="${fileName}"`,
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(client, command, { expiresIn: seconds });
    },

    async form(place, { bytes, sha256 }, seconds) {
      const fields = {
        'Content-Type': 'application/zip',
        'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
      };
      return createPresignedPost(client, {
        Bucket: bucket,
        Key: place,
        Fields: fields,
        Conditions: [
          ['content-length-range', bytes, bytes],
          ...Object.entries(fields).map(([field, value]) => ['eq', `$${field}`, value] as ['eq', string, string]),
        ],
        Expires: seconds,
      });
    },

    async open(place) {
      const at = { Bucket: bucket, Key: place };
      const head = await client.send(new HeadObjectCommand(at)).catch(unlessMissing);
      if (head === undefined) return undefined;
      const { ContentLength: size = 0, ETag: tag } = head;
      const fetch = async (offset: number, length: number): Promise<Uint8Array> => {
        const { Body: body } = await client.send(
          new GetObjectCommand({ ...at, IfMatch: tag, Range: `bytes=${offset}-${offset + length - 1}` }),
        );
        const bytes = await body?.transformToByteArray();
        if (bytes?.length !== length)
          throw new BucketError('CutOff', 'S3 answered with other bytes than were asked for');
        return bytes;
      };
      return { size, read: readingAhead(size, fetch) };
    },
  };
}

async function* inParts(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Buffer> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    [waiting, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

function readingAhead(size: number, fetch: (offset: number, length: number) => Promise<Uint8Array>) {
  let from = 0;
  let ahead: Uint8Array = new Uint8Array();
  return async (offset: number, length: number): Promise<Uint8Array> => {
    if (length === 0) return new Uint8Array();
    if (offset < from || offset + length > from + ahead.length) {
      ahead = await fetch(offset, Math.min(Math.max(length, READ_BYTES), size - offset));
      from = offset;
    }
    return ahead.subarray(offset - from, offset - from + length);
  };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html: 404 where whoever asks may list, else 403 */
function unlessMissing(error: unknown): undefined {
  if (error instanceof Error && error.name === 'NotFound') return undefined;
  throw error;
}
