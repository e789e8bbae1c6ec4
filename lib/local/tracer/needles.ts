import { createHash } from 'node:crypto';

/** One form in which a text of a person may lie somewhere. */
export interface Needle {
  /** Whose text and which, as a report names it: never the text itself. */
  readonly label: string;
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** A text that nobody else has, and what a report calls it. */
export interface TracedText {
  readonly label: string;
  readonly text: string;
}

/** Shorter texts would be found by chance. */
const SHORTEST = 12;
const HASHES = ['sha256', 'sha512', 'sha1', 'md5'] as const;

/**
 * Every form of the texts that is looked for directly. What can be undone (compression, nested encodings) is undone by the
 * search instead.
 */
export function needlesFor(texts: readonly TracedText[]): Needle[] {
  return texts.flatMap(({ label, text }) => {
    if (text.length < SHORTEST)
      throw new RangeError(`'${label}' has ${text.length} characters; a traced text needs ${SHORTEST}`);
    const seen = new Set<string>();
    return [...written(text), ...hashed(text)].flatMap(([encoding, bytes]): Needle[] => {
      const key = bytes.toString('latin1');
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ label, encoding, bytes }];
    });
  });
}

type Form = readonly [encoding: string, bytes: Buffer];

function written(text: string): Form[] {
  const cases: (readonly [string, string])[] = [
    ['', text],
    ['lower case ', text.toLowerCase()],
    ['upper case ', text.toUpperCase()],
  ];
  return cases.flatMap(([how, variant]): Form[] => {
    const utf8 = Buffer.from(variant);
    const utf16 = Buffer.from(variant, 'utf16le');
    return [
      [`${how}plain`, utf8],
      [`${how}UTF-16LE`, utf16],
      [`${how}UTF-16BE`, Buffer.from(utf16).swap16()],
      [`${how}JSON-escaped`, Buffer.from(asciiJson(variant))],
      [`${how}URL-encoded`, Buffer.from(encodeURIComponent(variant))],
      [`${how}form-encoded`, Buffer.from(encodeURIComponent(variant).replaceAll('%20', '+'))],
      ...armoured(how, utf8),
      ...armoured(`${how}UTF-16LE in `, utf16),
    ];
  });
}

/** Base64 at each of its three alignments, and hex: of bytes that may stand in the middle of others. */
function armoured(how: string, bytes: Buffer): Form[] {
  return [
    ...[0, 1, 2].flatMap((before): Form[] => {
      const base64 = aligned(bytes, before);
      return [
        [`${how}base64`, Buffer.from(base64)],
        [`${how}base64url`, Buffer.from(base64.replaceAll('+', '-').replaceAll('/', '_'))],
      ];
    }),
    [`${how}hex`, Buffer.from(bytes.toString('hex'))],
    [`${how}hex`, Buffer.from(bytes.toString('hex').toUpperCase())],
  ];
}

/** The characters of a base64 text that the bytes alone decide, when `before` other bytes stand in their first group. */
function aligned(bytes: Buffer, before: number): string {
  const base64 = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  return base64.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}

function hashed(text: string): Form[] {
  const variants = new Set([text, text.trim(), text.trim().toLowerCase()]);
  return [...variants].flatMap((variant) =>
    HASHES.flatMap((algorithm): Form[] => {
      const digest = createHash(algorithm).update(variant).digest();
      const name = `${algorithm.replace('sha', 'SHA-').replace('md5', 'MD5')} in `;
      return [
        [`${name}binary`, digest],
        [`${name}hex`, Buffer.from(digest.toString('hex'))],
        [`${name}hex`, Buffer.from(digest.toString('hex').toUpperCase())],
        // Without the last character, which differs where others follow.
        [`${name}base64`, Buffer.from(aligned(digest, 0))],
        [`${name}base64url`, Buffer.from(aligned(digest, 0).replaceAll('+', '-').replaceAll('/', '_'))],
      ];
    }),
  );
}

function asciiJson(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1);
  return escaped.replaceAll(
    /[^\u0020-\u007e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
