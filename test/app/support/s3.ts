import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Version {
  readonly id: string;
  readonly key: string;
  readonly bytes: Buffer;
}

interface Reply {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
}

const xml = (name: string, inner: string): Reply => ({
  status: 200,
  body: `<?xml version="1.0" encoding="UTF-8"?><${name}>${inner}</${name}>`,
});
const refused = (status: number, code: string): Reply => ({ ...xml('Error', `<Code>${code}</Code>`), status });
const tagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`;

/** A versioned bucket on loopback, as far as our adapters ask one. It keeps every request, as method, path and query. */
export async function s3OnLoopback() {
  const versions: Version[] = [];
  const uploads = new Map<string, Map<number, Buffer>>();
  const requests: string[] = [];
  let failing: string | undefined;
  let made = 0;
  const add = (key: string, bytes: Buffer) => {
    made += 1;
    versions.push({ id: `v${made}`, key, bytes });
    return { status: 200, headers: { etag: tagOf(bytes), 'x-amz-version-id': `v${made}` } };
  };

  const answer = ({ method, headers }: IncomingMessage, url: URL, body: Buffer): Reply => {
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    const query = url.searchParams;
    const upload = query.get('uploadId') ?? '';
    if (failing !== undefined && url.search.includes(failing)) return refused(400, 'Failing');
    if (query.has('uploads') && method === 'GET') {
      const list = [...uploads.keys()].map((id) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`);
      return xml('ListMultipartUploadsResult', `<IsTruncated>false</IsTruncated>${list.join('')}`);
    }
    if (query.has('uploads')) {
      uploads.set('upload', new Map());
      return xml('InitiateMultipartUploadResult', '<UploadId>upload</UploadId>');
    }
    if (query.has('partNumber')) {
      uploads.get(upload)?.set(Number(query.get('partNumber')), body);
      return { status: 200, headers: { etag: tagOf(body) } };
    }
    if (upload !== '') {
      const parts = [...(uploads.get(upload) ?? [])].toSorted(([one], [other]) => one - other);
      uploads.delete(upload);
      if (method === 'DELETE') return { status: 204 };
      add(key, Buffer.concat(parts.map(([, part]) => part)));
      return xml('CompleteMultipartUploadResult', `<Key>${key}</Key>`);
    }
    if (query.has('versions')) {
      const found = versions.filter((one) => one.key.startsWith(query.get('prefix') ?? ''));
      const list = found.map((one) => `<Version><Key>${one.key}</Key><VersionId>${one.id}</VersionId></Version>`);
      return xml('ListVersionsResult', `<IsTruncated>false</IsTruncated>${list.join('')}`);
    }
    if (method === 'DELETE' && query.has('versionId')) {
      const at = versions.findIndex((one) => one.id === query.get('versionId'));
      if (at >= 0) versions.splice(at, 1);
      return { status: 204 };
    }
    if (method === 'PUT') return add(key, body);
    const found = versions.findLast((one) => one.key === key);
    if (found === undefined) return method === 'HEAD' ? { status: 404 } : refused(404, 'NoSuchKey');
    const tag = tagOf(found.bytes);
    if (headers['if-match'] !== undefined && headers['if-match'] !== tag) return refused(412, 'PreconditionFailed');
    if (method === 'HEAD') return { status: 200, headers: { etag: tag, 'content-length': `${found.bytes.length}` } };
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    if (from === undefined) return { status: 200, body: found.bytes };
    return { status: 206, body: found.bytes.subarray(Number(from), Number(to) + 1) };
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '', 'http://bucket');
      requests.push(`${request.method} ${url.pathname}${url.search}`);
      const { status, body, headers } = answer(request, url, Buffer.concat(chunks));
      response.writeHead(status, { 'content-type': 'application/xml', ...headers });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  return {
    versions,
    uploads,
    requests,
    /** Requests with this in their query fail from now on. */
    fail: (query: string | undefined) => {
      failing = query;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
