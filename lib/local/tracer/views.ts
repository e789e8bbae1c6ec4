import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib';

/** What some bytes are when an encoding is undone. */
export interface View {
  readonly encoding: string;
  readonly bytes: Buffer;
}

const LARGEST = 256 * 1024 * 1024;
/** What a stream that was cut short holds up to there counts too. */
const PARTIAL = { maxOutputLength: LARGEST, finishFlush: constants.Z_SYNC_FLUSH } as const;
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const ZIP_ENTRY = Buffer.from('PK\u0003\u0004', 'latin1');
const ZIP_DEFLATED = 8;
/** Stands between pieces that were decoded side by side. */
const GAP = Buffer.from([0]);

/**
 * The bytes with each encoding undone that occurs in them, one level deep.
 *
 * @param decoded the runs of base64 and hex that have been decoded already: most of a text is the same after unescaping
 */
export function viewsOf(bytes: Buffer, decoded: Set<string>): View[] {
  return [...inflated(bytes), ...decodedRuns(bytes, decoded), ...unescaped(bytes)];
}

function inflated(bytes: Buffer): View[] {
  const views: View[] = [];
  for (const at of positions(bytes, GZIP)) push(views, 'gzip', () => gzipMember(bytes, at));
  for (const at of positions(bytes, ZIP_ENTRY)) push(views, 'zip', () => zipEntry(bytes, at));
  for (const at of pieceStarts(bytes)) {
    // The two bytes that begin a zlib stream are a multiple of 31.
    if (bytes[at] !== 0x78 || at + 2 > bytes.length || bytes.readUInt16BE(at) % 31 !== 0) continue;
    push(views, 'zlib', () => inflateSync(bytes.subarray(at), PARTIAL));
  }
  // These two have no sign to know them by; only a whole body is tried.
  push(views, 'deflate', () => inflateRawSync(bytes, { maxOutputLength: LARGEST }));
  push(views, 'brotli', () => brotliDecompressSync(bytes, { maxOutputLength: LARGEST }));
  return views;
}

function zipEntry(bytes: Buffer, at: number): Buffer {
  if (bytes.readUInt16LE(at + 8) !== ZIP_DEFLATED) return Buffer.alloc(0);
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return inflateRawSync(bytes.subarray(start), PARTIAL);
}

/** Node's own gunzip refuses a member that other bytes follow, so the header (RFC 1952) is skipped by hand. */
function gzipMember(bytes: Buffer, at: number): Buffer {
  const flags = bytes[at + 3] ?? 0;
  let start = at + 10;
  if ((flags & 4) !== 0) start += 2 + bytes.readUInt16LE(start);
  for (const flag of [8, 16]) if ((flags & flag) !== 0) start = bytes.indexOf(0, start) + 1;
  if ((flags & 2) !== 0) start += 2;
  return inflateRawSync(bytes.subarray(start), PARTIAL);
}

/** Texts of base64 and hex. A run may begin with other characters of the alphabet (`exports/H4sI…`), so each offset is tried. */
function decodedRuns(bytes: Buffer, decoded: Set<string>): View[] {
  const base64: string[] = [];
  for (const run of [...runsOf(bytes, ALPHABET), ...wrappedRuns(bytes)]) {
    if (decoded.has(run)) continue;
    decoded.add(run);
    base64.push(run);
  }
  // What is hex is base64 as well.
  const hex = base64.flatMap((run) => run.match(/[0-9A-Fa-f]{24,}/g) ?? []);
  const views: View[] = [];
  for (const offset of [0, 1, 2, 3]) {
    pushPieces(
      views,
      'base64',
      base64.map((run) => Buffer.from(run.slice(offset), 'base64')),
    );
  }
  for (const offset of [0, 1]) {
    pushPieces(
      views,
      'hex',
      hex.map((run) => Buffer.from(run.slice(offset), 'hex')),
    );
  }
  return views;
}

const SHORTEST_RUN = 16;
/** Which bytes base64, base64url and hex are written with; and the same with the ends of lines, as mail and PEM wrap them. */
const ALPHABET = tableOf(/[A-Za-z0-9+/_-]/);
const WRAPPED_ALPHABET = tableOf(/[A-Za-z0-9+/_\r\n-]/);

function tableOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => Number(pattern.test(String.fromCharCode(byte))));
}

/** Every text that could be base64 or hex. By hand, because a regular expression would take most of a search. */
function* runsOf(bytes: Buffer, alphabet: Uint8Array): Generator<string> {
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && alphabet[bytes[at] ?? 0] === 1) continue;
    if (at - start >= SHORTEST_RUN) yield bytes.toString('latin1', start, at);
    start = at + 1;
  }
}

function* wrappedRuns(bytes: Buffer): Generator<string> {
  for (const run of runsOf(bytes, WRAPPED_ALPHABET)) if (run.includes('\n')) yield run.replaceAll(/\r?\n/g, '');
}

function unescaped(bytes: Buffer): View[] {
  const text = bytes.toString('latin1');
  return ESCAPES.flatMap(({ encoding, pattern, decode }): View[] => {
    const windows = windowsAround(text, pattern).map(([from, to]) => text.slice(from, to).replaceAll(pattern, decode));
    return windows.length === 0 ? [] : [{ encoding, bytes: Buffer.from(windows.join('\0'), 'latin1') }];
  });
}

/** How far around an escape a text is looked at; far more than any needle is long. */
const REACH = 1024;

/**
 * The parts of a text that have matches in them, with what stands around. Most of a text has none, and looking through all
 * of it again for the sake of a few would take most of a search.
 */
function windowsAround(text: string, pattern: RegExp): [from: number, to: number][] {
  const windows: [number, number][] = [];
  for (const { index, 0: match } of text.matchAll(pattern)) {
    const last = windows.at(-1);
    const to = index + match.length + REACH;
    if (last !== undefined && index - REACH <= last[1]) last[1] = to;
    else windows.push([Math.max(0, index - REACH), to]);
  }
  return windows;
}

const ESCAPES: readonly { encoding: string; pattern: RegExp; decode: (match: string) => string }[] = [
  { encoding: 'JSON escapes', pattern: /\\(?:u[0-9A-Fa-f]{4}|.)/g, decode: jsonEscape },
  {
    encoding: 'percent-encoding',
    pattern: /%[0-9A-Fa-f]{2}/g,
    decode: (match) => String.fromCharCode(Number.parseInt(match.slice(1), 16)),
  },
  {
    encoding: 'quoted-printable',
    pattern: /=(?:[0-9A-F]{2}|\r?\n)/g,
    decode: (match) => (/^=[0-9A-F]/.test(match) ? String.fromCharCode(Number.parseInt(match.slice(1), 16)) : ''),
  },
];

const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function jsonEscape(match: string): string {
  if (match.length === 6)
    return Buffer.from(String.fromCharCode(Number.parseInt(match.slice(2), 16))).toString('latin1');
  const character = match.slice(1);
  return CONTROL[character] ?? character;
}

function push(views: View[], encoding: string, decode: () => Buffer): void {
  let bytes: Buffer;
  try {
    bytes = decode();
  } catch (error) {
    // Bytes that only look compressed are no finding; bytes too many to look at must not pass for none.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw error;
    return;
  }
  if (bytes.length > 0) views.push({ encoding, bytes });
}

function pushPieces(views: View[], encoding: string, pieces: readonly Buffer[]): void {
  if (pieces.length > 0) views.push({ encoding, bytes: Buffer.concat(pieces.flatMap((piece) => [piece, GAP])) });
}

function* positions(bytes: Buffer, sign: Buffer): Generator<number> {
  for (let at = bytes.indexOf(sign); at !== -1; at = bytes.indexOf(sign, at + 1)) yield at;
}

/** Where a decoded piece may begin: the start, and after each gap. */
function* pieceStarts(bytes: Buffer): Generator<number> {
  yield 0;
  for (const at of positions(bytes, GAP)) if (bytes[at + 1] === 0x78) yield at + 1;
}
