import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cellOf } from '../../../lib/app/cell';
import { storeErasers } from '../../../lib/app/stores/erasers';
import { MOST_JOBS } from '../../../lib/domain/archives';
import { JOB, NOW, PERSON } from '../support/memory';

const NAMES = {
  profiles: 'profiles',
  personKeys: 'person-keys',
  conversations: 'conversations',
  jobs: 'jobs',
  media: 'media',
  archives: 'archives',
  userPool: 'eu-central-1_pool',
};
const ITEMS = Array.from({ length: MOST_JOBS }, (_, index) => ({ jobId: { S: `job-${index}` } }));

const asked: string[] = [];
let [waiting, most] = [0, 0];
const server = createServer((request, response) => {
  request.resume();
  if (request.headers['x-amz-target'] !== undefined) {
    response.end(JSON.stringify({ Items: ITEMS }));
    return;
  }
  asked.push(new URL(request.url ?? '', 'http://s3').searchParams.get('prefix') ?? '');
  waiting += 1;
  most = Math.max(most, waiting);
  setTimeout(() => {
    waiting -= 1;
    response.end('<Result><IsTruncated>false</IsTruncated></Result>');
  }, 5);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['AWS_ENDPOINT_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('looks for the archives of as many jobs as a person can have, several at once, for a step has some seconds', async () => {
  const erasers = storeErasers(cellOf('eu'), NAMES, () => NOW);
  expect(await erasers.archives(PERSON, JOB)).toBe('done');
  // Each place is asked for versions, and for what was uploaded in parts.
  expect(asked).toHaveLength(MOST_JOBS * 2 * 2);
  expect(most).toBe(10);
});
