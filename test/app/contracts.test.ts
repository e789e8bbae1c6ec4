import { createHash } from 'node:crypto';
import { ok, problem } from '../../lib/app/http/answer';
import type { PublicRoute } from '../../lib/app/http/handler';
import type { HttpEvent } from '../../lib/app/http/request';
import type { ContractId } from '../../lib/domain/contract';
import { CONTRACT_IDS, CONTRACTS } from '../../lib/domain/contracts';
import { JURISDICTIONS } from '../../lib/domain/jurisdictions';
import { filledPath } from '../../lib/domain/route-path';
import { ROUTES } from '../../lib/domain/routes';
import { cellInMemory } from './support/every-route';
import { throughAuthorizer } from './support/gateway';
import { eventOfPerson } from './support/http';
import { PERSON } from './support/memory';

interface Call {
  readonly json?: object;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A device of a person, to which every answer that is not as its contract says is an error. */
function device() {
  const { handlers, authorize, conversations, archives } = cellInMemory('eu', () => PERSON);
  const met = new Map<ContractId, number>();
  let keys = 0;
  const call = async (id: ContractId, { json, path = {}, query, headers }: Call = {}) => {
    keys += 1;
    const key = `00000000-0000-4000-8000-${String(keys).padStart(12, '0')}`;
    const event: HttpEvent = {
      ...eventOfPerson({ rawPath: filledPath(ROUTES[id].path, path), pathParameters: path }),
      ...(query !== undefined && { queryStringParameters: query }),
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    };
    const response =
      ROUTES[id].access === 'key' ? await throughAuthorizer(authorize, handlers[id], event) : await handlers[id](event);
    met.set(id, response.statusCode);
    return JSON.parse(response.body?.startsWith('{') === true ? response.body : '{}') as Readonly<
      Record<string, string>
    >;
  };
  return { call, met, conversations, archives };
}

const sha256 = createHash('sha256').update('').digest('hex');
const password = 'Correct-Horse-9';

it('answers every route with the success of its contract, and with no member beyond it', async () => {
  const { call, met } = device();
  for (const id of ['status', 'features', 'read-terms', 'transparency', 'home-page', 'openapi'] as const)
    await call(id);
  await call('residency', { query: { country: 'NL', phoneCountry: 'SG' } });
  await call('register-person', { json: { residence: 'NL', email: 'anna@example.org', password } });
  await call('confirm-registration', { json: { personId: PERSON, code: '123456' } });
  await call('sign-in', { json: { identifier: PERSON, password } });
  await call('accept-terms', { json: JURISDICTIONS.eu.terms });
  await call('write-profile', { json: { displayName: 'Anna' } });
  await call('change-consent', { json: { purpose: 'productNews', given: true } });
  for (const id of ['read-profile', 'read-consents', 'locate-data'] as const) await call(id);
  const { logId = '' } = await call('start-log');
  const content = { contentType: 'image/png', bytes: 1, sha256 };
  const { mediaId = '' } = await call('upload-media', { json: content });
  await call('download-media', { path: { mediaId } });
  await call('write-message', { path: { logId }, json: { text: 'Good morning', media: [mediaId] } });
  const { readerId = '', key = '' } = await call('grant-reader', { path: { logId }, json: { days: 1 } });
  await call('list-logs');
  await call('read-own-log', { path: { logId }, query: { limit: '1' } });
  await call('read-log', { path: { readerId }, headers: { 'x-read-key': key } });
  await call('read-log-media', { path: { readerId, mediaId }, headers: { 'x-read-key': key } });
  await call('revoke-reader', { path: { logId, readerId } });
  const { exportId = '' } = await call('start-export');
  await call('read-export', { path: { exportId } });
  const { importId = '' } = await call('start-import', { json: { bytes: 1, sha256 } });
  await call('read-import', { path: { importId } });
  const { receiptId = '' } = await call('erase-person');
  await call('read-receipt', { path: { receiptId } });
  // Without an archive there is nothing to run: test/app/archive/imports.test.ts sends one, to the same document.
  const expected = CONTRACT_IDS.filter((id) => id !== 'run-import').map((id) => [id, CONTRACTS[id].success.status]);
  expect([...met].toSorted()).toEqual(expected.toSorted());
});

it('does not compile where a route has another answer or another code than its contract', () => {
  // @ts-expect-error a code that is in other contracts
  const refusing: PublicRoute<'status'> = () => problem('erased', 'gone');
  // @ts-expect-error a body that lacks members
  const lacking: PublicRoute<'status'> = () => ok({ status: 'ok' });
  // @ts-expect-error the body of another route
  const another: PublicRoute<'sign-in'> = () => ok({ personId: PERSON });
  expect([refusing, lacking, another]).toHaveLength(3);
});
