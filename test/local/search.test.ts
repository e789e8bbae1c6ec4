import { createHash, randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { Search } from '../../lib/local/tracer/search';

const EMAIL = 'Tracer-9f3cQx71+zoë@eu.example';
const NAME = 'Zoë "Quux" O’Tracer 5b81';
const search = new Search([
  { label: 'e-mail', text: EMAIL },
  { label: 'name', text: NAME },
]);

const text = (words: string): Buffer => Buffer.from(`{"before":"${words}","after":1}`);
const base64 = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('base64'));
const hex = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('hex'));
const digest = (algorithm: string, words: string) => createHash(algorithm).update(words).digest();
/** Long enough not to be stored as it is by what compresses it. */
const long = (): Buffer => Buffer.concat([Buffer.from(randomBytes(9000).toString('hex')), text(EMAIL)]);
const wrapped = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('base64').replaceAll(/(.{20})/g, '$1\r\n'));

const leaks: [string, Buffer][] = [
  ['plain', text(EMAIL)],
  ['at the very end', Buffer.from(`x${EMAIL}`)],
  ['in lower case', text(EMAIL.toLowerCase())],
  ['in upper case', text(EMAIL.toUpperCase())],
  ['JSON-escaped', Buffer.from(JSON.stringify({ name: NAME }))],
  [
    'JSON-escaped to ASCII',
    Buffer.from(JSON.stringify({ name: NAME }).replaceAll('ë', '\\u00eb').replaceAll('’', '\\u2019')),
  ],
  ['as JSON in JSON in JSON', Buffer.from(JSON.stringify(JSON.stringify(JSON.stringify({ name: NAME }))))],
  ['URL-encoded', Buffer.from(`/x?e=${encodeURIComponent(EMAIL)}`)],
  ['URL-encoded in lower case', Buffer.from(encodeURIComponent(EMAIL).toLowerCase())],
  ['form-encoded', Buffer.from(new URLSearchParams({ name: NAME }).toString())],
  ['quoted-printable', Buffer.from(EMAIL.replace('@', '=40'))],
  [
    'escaped far from any other escape',
    Buffer.from(`\\n${'x'.repeat(5000)}${JSON.stringify({ name: NAME })}${'x'.repeat(5000)}\\n`),
  ],
  ['in base64 of gzip, long and URL-encoded', Buffer.from(encodeURIComponent(base64(gzipSync(long())).toString()))],
  ['in UTF-16LE', Buffer.from(EMAIL, 'utf16le')],
  ['in UTF-16BE', Buffer.from(EMAIL, 'utf16le').swap16()],
  ['in base64, after no bytes', base64(Buffer.from(EMAIL))],
  ['in base64, after one byte', base64(Buffer.from(`x${EMAIL}yz`))],
  ['in base64, after two bytes', base64(Buffer.from(`xy${EMAIL}z`))],
  ...['exports/abc/', 'exports/abcd/', 'exports/abcde/', 'exports/abcdef/'].map((path): [string, Buffer] => [
    `in base64 of gzip, joined to '${path}'`,
    Buffer.from(`${path}${base64(gzipSync(text(EMAIL))).toString()}`),
  ]),
  ['in base64, wrapped at 20', wrapped(text(EMAIL))],
  ['in base64url', Buffer.from(text(EMAIL).toString('base64url'))],
  ['in hex', hex(text(EMAIL))],
  ['in hex, capitals', Buffer.from(text(EMAIL).toString('hex').toUpperCase())],
  ['in gzip', gzipSync(text(EMAIL))],
  ['in gzip after other bytes', Buffer.concat([randomBytes(37), gzipSync(text(EMAIL)), randomBytes(11)])],
  ['in zlib', deflateSync(text(EMAIL))],
  ['in raw deflate', deflateRawSync(text(EMAIL))],
  ['in brotli', brotliCompressSync(long())],
  ['in a zip', zipOf('people.json', text(EMAIL))],
  ['in base64 of gzip', base64(gzipSync(text(EMAIL)))],
  ['in base64 of zlib', Buffer.from(`[1, "${base64(deflateSync(text(EMAIL))).toString()}"]`)],
  ['in hex of gzip of base64', hex(gzipSync(base64(text(EMAIL))))],
  ['in gzip of gzip of base64 of URL-encoding', gzipSync(gzipSync(base64(Buffer.from(encodeURIComponent(EMAIL)))))],
  ['in base64 of gzip of base64 of gzip', base64(gzipSync(base64(gzipSync(text(EMAIL)))))],
  ['in base64 of base64', base64(base64(text(EMAIL)))],
  ['in base64 of UTF-16', base64(Buffer.from(EMAIL, 'utf16le'))],
  ['as SHA-256 in hex', text(digest('sha256', EMAIL).toString('hex'))],
  ['as SHA-256 in hex, capitals', text(digest('sha256', EMAIL).toString('hex').toUpperCase())],
  ['as SHA-256 in base64', text(digest('sha256', EMAIL).toString('base64'))],
  ['as SHA-256 in base64url', text(digest('sha256', EMAIL).toString('base64url'))],
  ['as SHA-256 in bytes', digest('sha256', EMAIL)],
  ['as SHA-256 of the lower-cased text', text(digest('sha256', EMAIL.toLowerCase()).toString('hex'))],
  ['as SHA-1', text(digest('sha1', EMAIL).toString('hex'))],
  ['as MD5', text(digest('md5', EMAIL.toLowerCase()).toString('hex'))],
  ['as SHA-512 in gzip', gzipSync(text(digest('sha512', EMAIL).toString('hex')))],
];

describe('the search', () => {
  it.each(leaks)('finds a text %s', (_how, bytes) => {
    expect(search.in(bytes)).not.toEqual([]);
  });

  it('says how the text lay there, and which it is', () => {
    expect(search.in(base64(gzipSync(text(EMAIL))))).toEqual([
      { label: 'e-mail', encoding: 'base64 of gzip of plain' },
    ]);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from('x')],
    ['random bytes', randomBytes(20_000)],
    ['the text without its last character', text(EMAIL.slice(0, -1))],
    ['the beginning of the text at the end', Buffer.from(EMAIL.slice(0, 12))],
    ['another text of the same shape', text('Tracer-9f3cQx72+zoë@eu.example')],
    ['base64 of another text', base64(text('Tracer-9f3cQx72+zoë@eu.example'))],
    ['a hash of another text', text(digest('sha256', 'somebody@eu.example').toString('hex'))],
    ['gzip that was cut short before the text', gzipSync(text(EMAIL)).subarray(0, 12)],
  ])('finds nothing in %s', (_what, bytes) => {
    expect(search.in(bytes)).toEqual([]);
  });

  it('refuses a text so short that chance would find it', () => {
    expect(() => new Search([{ label: 'name', text: 'Ann' }])).toThrow(
      "'name' has 3 characters; a traced text needs 12",
    );
  });
});

function zipOf(name: string, content: Buffer): Buffer {
  const body = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.write('PK\u0003\u0004', 'latin1');
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(body.length, 18);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), body, Buffer.from('PK\u0001\u0002', 'latin1')]);
}
