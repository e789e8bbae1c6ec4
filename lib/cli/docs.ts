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

/** Files of a folder that differ from the catalogue, are missing, or belong to no service. */
export function stalePages(folder: string): readonly string[] {
  const pages = new Map(cataloguePages().map(({ file, text }): [string, string] => [file, text]));
  const present = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.md')) : [];
  const isStale = (file: string) =>
    !present.includes(file) || readFileSync(path.join(folder, file), 'utf8') !== pages.get(file);
  return [...new Set([...pages.keys(), ...present])].filter(isStale).toSorted();
}

function writePages(folder: string, stale: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const pages: readonly Page[] = cataloguePages();
  for (const file of stale) {
    const page = pages.find((candidate) => candidate.file === file);
    if (page === undefined) rmSync(path.join(folder, file));
    else writeFileSync(path.join(folder, file), page.text);
  }
}
