import { createHash, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

interface Version {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly bytes: Uint8Array;
}

interface Upload {
  readonly bucket: string;
  readonly key: string;
  readonly parts: Map<number, Uint8Array>;
}

/** Versioned buckets, and what is being uploaded to them in parts. */
export interface Buckets {
  versions: Version[];
  readonly uploads: Map<string, Upload>;
}

export interface S3Reply {
  readonly status: number;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface S3Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const MOST_LISTED = 1_000;

/** S3 as far as our adapters and a person's device ask it. */
export function s3(buckets: Buckets, request: S3Request): S3Reply {
  const [, bucket = '', ...rest] = decodeURIComponent(request.url.pathname).split('/');
  const at = { bucket, key: rest.join('/') };
  const { searchParams: query } = request.url;
  if (query.has('uploads'))
    return request.method === 'GET' ? listUploads(buckets, at.bucket, query) : begin(buckets, at);
  if (query.has('uploadId')) return uploading(buckets, query, request);
  if (query.has('versions')) return listVersions(buckets, at.bucket, query);
  if (request.method === 'DELETE') return deleteVersion(buckets, query.get('versionId'));
  if (request.method === 'PUT') return put(buckets, at, request);
  return read(buckets, at, request);
}

/** A form that a device sends: its conditions are the bucket's to check, and only the last field is the file. */
export async function post(buckets: Buckets, url: string, form: FormData): Promise<number> {
  const bucket = new URL(url).pathname.split('/')[1] ?? '';
  const file = form.get('file');
  if (!(file instanceof Blob)) return 400;
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const policy = JSON.parse(Buffer.from(field('Policy'), 'base64').toString()) as {
    readonly conditions: readonly unknown[];
  };
  const range = policy.conditions.find((one) => Array.isArray(one) && one[0] === 'content-length-range') as unknown[];
  if (bytes.length < Number(range[1]) || bytes.length > Number(range[2])) return 400;
  if (field('x-amz-checksum-sha256') !== sha256Of(bytes)) return 400;
  add(buckets, { bucket, key: field('key') }, bytes);
  return 204;
}

type Place = Pick<Version, 'bucket' | 'key'>;

function add(buckets: Buckets, place: Place, bytes: Uint8Array): S3Reply {
  buckets.versions.push({ ...place, id: randomUUID(), bytes });
  return { status: 200, headers: { etag: tagOf(bytes) } };
}

function begin(buckets: Buckets, place: Place): S3Reply {
  const id = randomUUID();
  buckets.uploads.set(id, { ...place, parts: new Map() });
  return xml('InitiateMultipartUploadResult', `<UploadId>${id}</UploadId>`);
}

function uploading({ uploads, ...buckets }: Buckets, query: URLSearchParams, { method, body }: S3Request): S3Reply {
  const id = query.get('uploadId') ?? '';
  const upload = uploads.get(id);
  // One that was completed or aborted is none any more.
  if (upload === undefined) return refused(404, 'NoSuchUpload');
  if (query.has('partNumber')) {
    upload.parts.set(Number(query.get('partNumber')), new Uint8Array(body));
    return { status: 200, headers: { etag: tagOf(body) } };
  }
  uploads.delete(id);
  if (method === 'DELETE') return { status: 204 };
  const parts = [...upload.parts].toSorted(([one], [other]) => one - other).map(([, part]) => part);
  add({ ...buckets, uploads }, { bucket: upload.bucket, key: upload.key }, Buffer.concat(parts));
  return xml('CompleteMultipartUploadResult', `<Key>${upload.key}</Key>`);
}

function listUploads({ uploads }: Buckets, bucket: string, query: URLSearchParams): S3Reply {
  const prefix = query.get('prefix') ?? '';
  const found = [...uploads].filter(([, one]) => one.bucket === bucket && one.key.startsWith(prefix));
  const list = found.map(([id, { key }]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`);
  return xml('ListMultipartUploadsResult', `<IsTruncated>false</IsTruncated>${list.join('')}`);
}

function listVersions({ versions }: Buckets, bucket: string, query: URLSearchParams): S3Reply {
  const prefix = query.get('prefix') ?? '';
  const all = versions.filter((one) => one.bucket === bucket && one.key.startsWith(prefix));
  const found = all.slice(0, MOST_LISTED);
  const list = found.map(({ key, id }) => `<Version><Key>${key}</Key><VersionId>${id}</VersionId></Version>`);
  return xml('ListVersionsResult', `<IsTruncated>${all.length > found.length}</IsTruncated>${list.join('')}`);
}

function deleteVersion(buckets: Buckets, version: string | null): S3Reply {
  buckets.versions = buckets.versions.filter(({ id }) => id !== version);
  return { status: 204 };
}

function put(buckets: Buckets, place: Place, { headers, body }: S3Request): S3Reply {
  const bytes = new Uint8Array(body);
  const announced = headers['x-amz-checksum-sha256'];
  if (announced !== undefined && announced !== sha256Of(bytes)) return refused(400, 'BadDigest');
  return add(buckets, place, bytes);
}

function read({ versions }: Buckets, { bucket, key }: Place, { method, headers }: S3Request): S3Reply {
  const found = versions.findLast((one) => one.bucket === bucket && one.key === key);
  if (found === undefined) return method === 'HEAD' ? { status: 404 } : refused(404, 'NoSuchKey');
  const tag = tagOf(found.bytes);
  if (headers['if-match'] !== undefined && headers['if-match'] !== tag) return refused(412, 'PreconditionFailed');
  if (method === 'HEAD') return { status: 200, headers: { etag: tag, 'content-length': `${found.bytes.length}` } };
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  if (from === undefined) return { status: 200, body: found.bytes };
  return { status: 206, body: found.bytes.subarray(Number(from), Number(to) + 1) };
}

function xml(name: string, inner: string): S3Reply {
  return { status: 200, body: `<?xml version="1.0" encoding="UTF-8"?><${name}>${inner}</${name}>` };
}

export function refused(status: number, code: string): S3Reply {
  return { ...xml('Error', `<Code>${code}</Code>`), status };
}

function tagOf(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
