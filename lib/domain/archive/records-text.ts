import { ARCHIVE_LIMITS, ArchiveError, type RecordStore } from './format';

/**
 * A store's file: a JSON array with one record in each line. It is JSON for whoever reads it, and lines for whoever must not
 * hold it as a whole.
 */
export async function* textOfRecords(records: AsyncIterable<object>): AsyncIterable<string> {
  let before = '[\n';
  for await (const record of records) {
    yield `${before}${JSON.stringify(record)}`;
    before = SEPARATOR;
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

const SEPARATOR = ',\n';

/** What a record adds to such a text, in UTF-8. */
export function bytesOfRecord(record: object): number {
  return new TextEncoder().encode(`${JSON.stringify(record)}${SEPARATOR}`).length;
}

/** The records of such a text, which arrives in pieces. @throws ArchiveError `RecordInvalid` */
export async function* recordsOf(pieces: AsyncIterable<Uint8Array>, store: RecordStore): AsyncIterable<unknown> {
  const fault = (line: number, what: string) => new ArchiveError('RecordInvalid', `line ${line} of '${store}' ${what}`);
  let line = 0;
  let state: 'start' | 'more' | 'last' | 'end' = 'start';
  for await (const text of linesOf(pieces, (number, what) => fault(number, what))) {
    line += 1;
    if (state === 'start' && (text === '[' || text === '[]')) state = text === '[' ? 'more' : 'end';
    else if (state === 'last' && text === ']') state = 'end';
    else if (state === 'more') {
      const continued = text.endsWith(',');
      yield objectOf(continued ? text.slice(0, -1) : text) ?? fail(fault(line, 'is no record'));
      state = continued ? 'more' : 'last';
    } else throw fault(line, 'is not as a list of records goes on');
  }
  if (state !== 'end') throw fault(line, 'is the last, and the list is not at its end');
}

async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  fault: (line: number, what: string) => ArchiveError,
): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  let rest = '';
  const decoded = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw fault(line, 'or one after it is not in UTF-8');
    }
  };
  for await (const piece of pieces) {
    const lines = `${rest}${decoded(piece)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      if (text.length > ARCHIVE_LIMITS.recordBytes) throw fault(line, 'is too long');
      yield text;
      line += 1;
    }
    if (rest.length > ARCHIVE_LIMITS.recordBytes) throw fault(line, 'is too long');
  }
  if (`${rest}${decoded()}` !== '') throw fault(line, 'is cut off');
}

function objectOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function fail(error: Error): never {
  throw error;
}
