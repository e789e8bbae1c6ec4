import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What the last search looked through, as digests of whole bodies.
 *
 * The texts of a search are made at random after the search before it, so that bytes which were there then cannot hold them:
 * above all the code of the functions, which is most of what a region holds.
 */
export class Seen {
  readonly #file: string;
  #digests: ReadonlySet<string>;

  /** @param file where they are kept from one run to the next */
  constructor(file: string) {
    this.#file = file;
    this.#digests = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  }

  has(digest: string): boolean {
    return this.#digests.has(digest);
  }

  /** Takes what a search has looked through, once it is over, in the place of what was there. */
  replace(digests: readonly string[]): void {
    this.#digests = new Set(digests);
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, digests.join('\n'));
  }
}
