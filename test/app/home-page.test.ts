import { gunzipSync } from 'node:zlib';
import { cellOf } from '../../lib/app/cell';
import { connectSources, homePage } from '../../lib/app/pages/home';
import { ConfigurationError } from '../../lib/domain/errors';
import type { JurisdictionId } from '../../lib/domain/jurisdictions';
import { cellInMemory } from './support/every-route';
import { eventOf } from './support/http';

const asked = async (headers: Readonly<Record<string, string>> = {}, jurisdiction: JurisdictionId = 'eu') =>
  cellInMemory(jurisdiction, () => '').handlers['home-page']({ ...eventOf(), headers });

describe('the page of a cell', () => {
  it.each(['eu', 'international'] as const)('says whose home it is: %s', async (jurisdiction) => {
    const { body } = await asked({}, jurisdiction);
    expect(body).toBe(`<!doctype html><html data-home="${jurisdiction}">`);
  });

  it('admits one script and one style, and lets them talk to homes only', async () => {
    const { statusCode, headers } = await asked();
    expect({ statusCode, headers: { ...headers, etag: typeof headers['etag'] } }).toEqual({
      statusCode: 200,
      headers: {
        'cache-control': 'no-cache',
        'content-type': 'text/html; charset=utf-8',
        etag: 'string',
        vary: 'accept-encoding',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'content-security-policy': [
          "default-src 'none'",
          `script-src 'sha256-${'A'.repeat(43)}='`,
          `style-src 'sha256-${'B'.repeat(43)}='`,
          'img-src data:',
          [
            "connect-src 'self'",
            'https://*.execute-api.eu-central-1.amazonaws.com',
            'https://*.s3.eu-central-1.amazonaws.com',
            'https://*.execute-api.ap-southeast-1.amazonaws.com',
            'https://*.s3.ap-southeast-1.amazonaws.com',
          ].join(' '),
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types 'none'",
        ].join('; '),
      },
    });
  });

  it('reaches an emulator too, where there is one', () => {
    expect(connectSources('http://127.0.0.1:4566').slice(-2)).toEqual([
      'http://127.0.0.1:4566',
      'http://*.execute-api.localhost:4566',
    ]);
  });

  it.each([
    { name: 'compresses it for whoever takes gzip', accepted: 'br, gzip, deflate', encoding: 'gzip' },
    { name: 'sends it as it is to whoever does not', accepted: 'br', encoding: undefined },
    { name: 'sends it as it is to whoever refuses gzip', accepted: 'gzip;q=0', encoding: undefined },
  ])('$name', async ({ accepted, encoding }) => {
    const { headers, body = '', isBase64Encoded } = await asked({ 'accept-encoding': accepted });
    const text = isBase64Encoded ? gunzipSync(Buffer.from(body, 'base64')).toString() : body;
    expect({ encoding: headers['content-encoding'], text }).toEqual({
      encoding,
      text: '<!doctype html><html data-home="eu">',
    });
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await asked();
    const again = await asked({ 'if-none-match': `"another", ${headers['etag']}` });
    expect({ status: again.statusCode, body: again.body, etag: again.headers['etag'] }).toEqual({
      status: 304,
      body: undefined,
      etag: headers['etag'],
    });
  });

  it('has another tag at each home', async () => {
    const tags = await Promise.all([asked(), asked({}, 'international')]);
    expect(new Set(tags.map(({ headers }) => headers['etag'])).size).toBe(2);
  });

  it.each([
    { name: 'no JSON', built: 'page' },
    { name: 'a page without a place for its home', built: { html: '<html>' } },
    { name: 'a hash that is none', built: { html: '<html data-home="">', scriptHash: "'unsafe-inline'" } },
  ])('refuses $name', ({ built }) => {
    const hash = `sha256-${'A'.repeat(43)}=`;
    const text = typeof built === 'string' ? built : JSON.stringify({ scriptHash: hash, styleHash: hash, ...built });
    expect(() => homePage(cellOf('eu'), text)).toThrow(ConfigurationError);
  });
});
