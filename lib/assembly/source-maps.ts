import { readFileSync, statSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in a file; lines and columns begin at 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Larger maps are left alone: a finding then names the compiled file. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Leads from places in compiled files to those in what they were compiled from, by the maps that lie beside them. */
export class SourceMaps {
  readonly #maps = new Map<string, SourceMap | undefined>();

  /** The place that somebody wrote, or the same place where no map tells of another. */
  original(position: Position): Position {
    const { file, line, column } = position;
    const entry = this.#mapOf(file)?.findEntry(line - 1, column - 1);
    if (entry === undefined || !('originalSource' in entry)) return position;
    const source = entry.originalSource;
    return {
      file: source.startsWith('file:') ? fileURLToPath(source) : path.resolve(path.dirname(file), source),
      line: entry.originalLine + 1,
      column: entry.originalColumn + 1,
    };
  }

  #mapOf(file: string): SourceMap | undefined {
    if (!this.#maps.has(file)) this.#maps.set(file, readMap(`${file}.map`));
    return this.#maps.get(file);
  }
}

/** A map that is missing or broken tells nothing. */
function readMap(file: string): SourceMap | undefined {
  try {
    const status = statSync(file);
    if (!status.isFile() || status.size > MOST_BYTES) return undefined;
    return new SourceMap(JSON.parse(readFileSync(file, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
