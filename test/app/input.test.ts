import * as z from 'zod/mini';
import { bodyOf } from '../../lib/app/http/input';
import type { HttpEvent } from '../../lib/app/http/request';
import { type Store, storesFrom } from '../../lib/app/stores-file';
import { ConfigurationError } from '../../lib/domain/errors';
import type { DeclaredStore } from '../../lib/domain/personal-stores';

const Body = z.strictObject({ name: z.string() });
const read = (event: HttpEvent) => {
  const { kind, ...rest } = bodyOf(event, Body);
  return kind === 'input' ? rest : { code: 'code' in rest ? rest.code : undefined };
};

const json = { 'content-type': 'application/json' };
const base64 = (bytes: string | Uint8Array) => ({ body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true });
/** A body of so many bytes. */
const sized = (bytes: number) => `{"name":"${'x'.repeat(bytes - '{"name":""}'.length)}"}`;
const LIMIT = 16 * 1024;

const TOO_LARGE = { code: 'body_too_large' };
const MALFORMED = { code: 'malformed_json' };
const UNSUPPORTED = { code: 'unsupported_media_type' };
const INVALID = { code: 'invalid_request' };
const ANNA = { value: { name: 'Anna' } };

describe('the body of a request', () => {
  it.each<[string, HttpEvent, object]>([
    ['is read as text', { headers: json, body: '{"name":"Anna"}' }, ANNA],
    ['is read from base64', { headers: json, ...base64('{"name":"Anna"}') }, ANNA],
    ['is read with a mark of its byte order', { headers: json, ...base64('\ufeff{"name":"Anna"}') }, ANNA],
    [
      'is not read as base64 unless it is said to be',
      { headers: json, body: base64('{"name":"Anna"}').body },
      MALFORMED,
    ],
    ['may have 16 KB', { headers: json, body: sized(LIMIT) }, { value: { name: 'x'.repeat(LIMIT - 11) } }],
    ['may have no byte more', { headers: json, body: sized(LIMIT + 1) }, TOO_LARGE],
    ['may have no byte more in base64', { headers: json, ...base64(sized(LIMIT + 1)) }, TOO_LARGE],
    ['is counted in bytes', { headers: json, body: `{"name":"${'é'.repeat(LIMIT / 2)}"}` }, TOO_LARGE],
    ['may not be missing', { headers: json }, MALFORMED],
    ['may not be empty', { headers: json, body: '' }, MALFORMED],
    ['is whole', { headers: json, body: '{"name":"Anna"' }, MALFORMED],
    ['is one value', { headers: json, body: '{"name":"Anna"}{}' }, MALFORMED],
    ['is strict JSON', { headers: json, body: "{name:'Anna'}" }, MALFORMED],
    ['is UTF-8', { headers: json, ...base64(Buffer.from('{"name":"\xff"}', 'latin1')) }, MALFORMED],
    ['may not be nested without end', { headers: json, body: '['.repeat(LIMIT) }, MALFORMED],
    ['is an object', { headers: json, body: `${'['.repeat(500)}${']'.repeat(500)}` }, INVALID],
    ['has no member of its prototype', { headers: json, body: '{"name":"Anna","__proto__":{"admin":true}}' }, INVALID],
    ['has no constructor', { headers: json, body: '{"name":"Anna","constructor":{"prototype":{}}}' }, INVALID],
    ['lacks nothing that its prototype could give', { headers: json, body: '{"__proto__":{"name":"Anna"}}' }, INVALID],
  ])('%s', (_name, event, expected) => {
    expect(read(event)).toEqual(expected);
  });

  it.each<[string | undefined, object]>([
    ['application/json', ANNA],
    ['Application/JSON', ANNA],
    ['application/json; charset=utf-8', ANNA],
    ['application/json;charset="UTF-8"', ANNA],
    ['application/json; charset=latin1', UNSUPPORTED],
    ['application/json; boundary=x', UNSUPPORTED],
    ['application/jsonp', UNSUPPORTED],
    ['text/plain', UNSUPPORTED],
    ['application/x-www-form-urlencoded', UNSUPPORTED],
    ['application/json, text/plain', UNSUPPORTED],
    ['', UNSUPPORTED],
    [undefined, UNSUPPORTED],
  ])('of the type %s', (type, expected) => {
    const headers = type === undefined ? {} : { 'Content-Type': type };
    expect(read({ headers, body: '{"name":"Anna"}' })).toEqual(expected);
  });
});

describe('the file of stores', () => {
  const store = {
    id: 'profiles',
    kind: 'table',
    holds: 'the profile that you wrote',
    personal: true,
    retention: { until: 'erasure', thenRecoverableForDays: 35 },
    key: 'person',
    legalBasis: 'contract',
    readers: ['you'],
  };
  const logs = {
    ...store,
    id: 'logs',
    kind: 'log group',
    personal: { no: 'none' },
    retention: { until: 'age', days: 30 },
  };

  it('may have whatever the stacks may declare, says the compiler', () => {
    const taken = (declared: DeclaredStore): z.output<typeof Store> => declared;
    expect(storesFrom(JSON.stringify([store].map((one) => taken(one as DeclaredStore))))).toEqual([store]);
  });

  it('is read as it was written', () => {
    expect(storesFrom(JSON.stringify([store, logs]))).toEqual([store, logs]);
  });

  it.each([
    ['no JSON', 'stores'],
    ['no list', JSON.stringify(store)],
    ['an empty list', '[]'],
    ['a store without retention', JSON.stringify([{ ...store, retention: undefined }])],
    ['a retention without an end', JSON.stringify([{ ...store, retention: { until: 'never' } }])],
    ['a store under no known key', JSON.stringify([{ ...store, key: 'somebody' }])],
    ['a personal store that nothing handles', JSON.stringify([{ ...store, id: 'letters' }])],
    ['a store of no known kind', JSON.stringify([store, { ...store, kind: 'replica' }])],
    ['a store that is not personal without a reason', JSON.stringify([{ ...store, personal: false }])],
  ])('stops a cold start when it is %s', (_name, text) => {
    expect(() => storesFrom(text)).toThrow(
      new ConfigurationError('InvalidStoresFile', 'stores.json is no list of store classes; synthesize the cell again'),
    );
  });
});
