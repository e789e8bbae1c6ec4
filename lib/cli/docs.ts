import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { cataloguePages, type Page } from '../reporting/catalogue-pages';
import { EXIT, type ExitCode } from './exit';
import type { Output } from './output';

interface DocsArguments {
  readonly out: string;
  readonly check?: boolean;
}

/** Declares `cdk-domicile docs`. */
export function declareDocs(program: Command, output: Output, done: (code: ExitCode) => void): void {
  program
    .command('docs')
    .description('write the catalogue of channels as pages')
    .option('--out <folder>', 'the folder of the pages; pages of services that are gone are removed', 'docs/channels')
    .option('--check', 'write nothing, and fail when a page is stale')
    .action(({ out, check }: DocsArguments) => {
      const stale = stalePages(out);
      if (check !== true) writePages(out, stale);
      for (const file of check === true ? stale : []) {
        output.message(`'${path.join(out, file)}' is not what the catalogue says; run 'npm run docs'`);
      }
      done(check === true && stale.length > 0 ? EXIT.found : EXIT.nothing);
    });
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
