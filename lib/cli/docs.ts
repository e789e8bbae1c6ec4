import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cataloguePages, type Page } from '../reporting/catalogue-pages';
import { EXIT, type ExitCode } from './exit';
import type { Output } from './output';

export interface DocsArguments {
  readonly out: string;
  readonly check?: boolean;
}

/** `cdk-domicile docs`: writes the catalogue's pages, or says which of them are stale. */
export function runDocs({ out, check }: DocsArguments, output: Output): ExitCode {
  const stale = stalePages(out);
  if (check !== true) {
    writePages(out, stale);
    return EXIT.nothing;
  }
  for (const file of stale) {
    output.message(`'${path.join(out, file)}' is not what the catalogue says; run 'npm run docs'`);
  }
  return stale.length > 0 ? EXIT.found : EXIT.nothing;
}

/** Files of a folder that differ from the catalogue, are missing, or belong to nothing in it. */
export function stalePages(folder: string): readonly string[] {
  const pages = new Map(cataloguePages().map(({ file, text }): [string, string] => [file, text]));
  const present = pagesIn(folder);
  const isStale = (file: string) =>
    !present.includes(file) || readFileSync(path.join(folder, file), 'utf8') !== pages.get(file);
  return [...new Set([...pages.keys(), ...present])].filter(isStale).toSorted();
}

function pagesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md')).map((file) => file.replaceAll(path.sep, '/'));
}

function writePages(folder: string, stale: readonly string[]): void {
  const pages: readonly Page[] = cataloguePages();
  for (const name of stale) {
    const file = path.join(folder, name);
    const page = pages.find((candidate) => candidate.file === name);
    if (page === undefined) {
      rmSync(file);
      continue;
    }
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, page.text);
  }
}
