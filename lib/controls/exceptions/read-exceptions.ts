import { existsSync } from 'node:fs';
import { readText } from '../../assembly/files';
import { linesOfElements } from '../../assembly/lines';
import { parseJson } from '../../assembly/parse';
import { CHANNELS } from '../../catalogue/catalogue';
import { closest, didYouMean } from '../../domain/closest';
import { InputError } from '../../domain/errors';
import type { ResidencyException } from '../../domain/exception';
import type { Finding } from '../../domain/finding';
import { type EntryPlace, flawOf } from './flaws';

/** The only file that lifts findings, in the working directory, unless another one is named. */
const EXCEPTIONS_FILE = 'residency-exceptions.json';

export interface Exceptions {
  readonly entries: readonly ExceptionEntry[];
  /** What is wrong with other entries, which lift nothing. */
  readonly flaws: readonly Finding[];
}

/** An exception that is complete, of a channel by its present id, and where it stands. */
export interface ExceptionEntry extends ResidencyException {
  readonly place: EntryPlace;
}

/**
 * Reads the file of exceptions.
 *
 * @param file where it is not the usual one, which need not be there
 * @throws InputError when it is not there, or holds no list: then nothing can be said of what it was to lift
 */
export function readExceptions(file?: string): Exceptions {
  const name = file ?? EXCEPTIONS_FILE;
  if (!existsSync(name)) {
    if (file === undefined) return NONE;
    throw new InputError('NoSuchFile', `'${name}' is not there; name a file of exceptions, in which [] means none`);
  }
  const text = readText(name, name).replace(/^\uFEFF/u, '');
  const list = parseJson(text, name);
  if (!Array.isArray(list)) {
    throw new InputError('NoList', `'${name}' holds no list; exceptions are a list, in which [] means none`);
  }
  // What there is to check the entries with takes longer to load than to run.
  return list.length === 0 ? NONE : checked(list, name, text);
}

const NONE: Exceptions = { entries: [], flaws: [] };

function checked(list: readonly unknown[], file: string, text: string): Exceptions {
  const { parseEntry } = require('./exception-schema') as typeof import('./exception-schema');
  const lines = list.every(isContainer) ? linesOfElements(text) : [];
  const entries: ExceptionEntry[] = [];
  const flaws: Finding[] = [];
  for (const [index, element] of list.entries()) {
    const place: EntryPlace = { file, number: index + 1, line: lines[index] ?? 1 };
    const parsed = parseEntry(element);
    if (!('channel' in parsed)) {
      flaws.push(
        ...parsed.map(({ field, value, problem }) =>
          flawOf(field === 'owner' ? 'exception-without-owner' : 'exception-malformed', place, {
            field,
            value,
            problem,
          }),
        ),
      );
      continue;
    }
    const channel = CHANNELS.find(({ id, aliases = [] }) => [id, ...aliases].includes(parsed.channel))?.id;
    if (channel === undefined) flaws.push(unknownChannel(parsed, place));
    else entries.push({ ...parsed, channel, place });
  }
  return { entries, flaws };
}

function unknownChannel({ channel, resource }: ResidencyException, place: EntryPlace): Finding {
  const ids = CHANNELS.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
  const hint = didYouMean(closest(channel, ids, 6));
  const problem = `'channel' is '${channel}', which is no channel of the catalogue${hint}`;
  return flawOf('exception-of-unknown-channel', place, { field: 'channel', value: channel, problem, resource });
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
