import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../domain/errors';
import { cataloguePages, type Page } from '../reporting/catalogue-pages';
import { coverageSummary } from '../reporting/coverage-page';
import { EXIT, type ExitCode } from './exit';
import type { Output } from './output';

export interface DocsArguments {
  readonly out: string;
  /** A file that has a block about the catalogue, between markers. */
  readonly readme?: string;
  readonly check?: boolean;
}

/** `cdk-domicile docs`: writes the catalogue's pages, or says which of them are stale. */
export function runDocs({ out, readme, check }: DocsArguments, output: Output): ExitCode {
  const stale = stalePages(out);
  const block = readme === undefined ? undefined : blockIn(readme, out);
  if (check !== true) {
    writePages(out, stale);
    if (block !== undefined) writeFileSync(block.file, block.fresh);
    return EXIT.nothing;
  }
  const files = [
    ...stale.map((file) => path.join(out, file)),
    ...(block === undefined || block.fresh === block.text ? [] : [block.file]),
  ];
  for (const file of files) output.message(`'${file}' is not what the catalogue says; run 'npm run docs'`);
  return files.length > 0 ? EXIT.found : EXIT.nothing;
}

const BLOCK = /(<!-- coverage:start -->\n).*?(<!-- coverage:end -->)/su;

/** A file with its block about the catalogue, as it is and as it is to be. */
function blockIn(file: string, out: string) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!BLOCK.test(text)) {
    throw new InputError('NoBlock', `'${file}' has no '<!-- coverage:start -->' with '<!-- coverage:end -->' after it`);
  }
  const pages = path.relative(path.dirname(file), out).replaceAll(path.sep, '/');
  return { file, text, fresh: text.replace(BLOCK, (_, start, end) => `${start}${coverageSummary(pages)}\n${end}`) };
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
