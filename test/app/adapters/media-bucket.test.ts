import { mediaBucket } from '../../../lib/app/adapters/media-bucket';
import { cellOf } from '../../../lib/app/cell';
import { awsOnLoopback } from '../support/aws';

let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  aws = await awsOnLoopback();
  process.env['AWS_SESSION_TOKEN'] = 'session';
});
afterAll(() => aws.close());

const bucket = () => mediaBucket(cellOf('international'), 'media');
const OBJECT = { key: 'whose/object', contentType: 'image/png', bytes: 68, sha256: 'ab'.repeat(32) };
const CHECKSUM = Buffer.from('ab'.repeat(32), 'hex').toString('base64');

interface PostPolicy {
  readonly expiration: string;
  readonly conditions: readonly unknown[];
}

it('signs a form for one object: its place, its type, its size to the byte, and its hash', async () => {
  const { fields, url } = await bucket().form(OBJECT, 300);
  const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString()) as PostPolicy;
  expect(new URL(url).pathname).toBe('/media');
  expect(policy.conditions).toEqual([
    ['content-length-range', 68, 68],
    { 'Content-Type': 'image/png' },
    { 'x-amz-checksum-sha256': CHECKSUM },
    { bucket: 'media' },
    { 'X-Amz-Algorithm': 'AWS4-HMAC-SHA256' },
    { 'X-Amz-Credential': expect.stringContaining('/ap-southeast-1/s3/aws4_request') as string },
    { 'X-Amz-Date': expect.any(String) as string },
    { 'X-Amz-Security-Token': 'session' },
    { key: 'whose/object' },
  ]);
  const seconds = (Date.parse(policy.expiration) - Date.now()) / 1000;
  expect(seconds).toBeGreaterThan(290);
  expect(seconds).toBeLessThan(301);
  expect(fields).toMatchObject({ key: 'whose/object', 'Content-Type': 'image/png', 'x-amz-checksum-sha256': CHECKSUM });
});

it('signs a link for some minutes, by which browsers save the object and keep no copy', async () => {
  const url = new URL(await bucket().link({ ...OBJECT, fileName: 'object.png' }, 300));
  expect(url.pathname).toBe('/media/whose/object');
  const query = Object.fromEntries(url.searchParams);
  expect(query).toMatchObject({
    'X-Amz-Expires': '300',
    'X-Amz-SignedHeaders': 'host',
    'response-cache-control': 'private, no-store',
    'response-content-disposition': 'attachment; filename="object.png"',
    'response-content-type': 'image/png',
  });
  expect(query['X-Amz-Credential']).toContain('/ap-southeast-1/s3/aws4_request');
});

it('asks S3 nothing', () => {
  expect(aws.calls).toEqual([]);
});
