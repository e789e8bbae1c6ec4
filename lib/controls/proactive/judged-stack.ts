import type { AssemblyResolver } from '../../assembly/resolve';
import type { Stack } from '../../assembly/stack';
import { wholeHole } from '../../assembly/text';
import type { Terms } from './destinations/answer';
import { Harmless } from './hints/harmless';
import { Surroundings } from './hints/surroundings';
import { NO_TEXT } from './places';
import { type PlaceKind, reachOf } from './reach';

/** A stack, and all that its resources are judged against. */
export class JudgedStack {
  readonly stack: Stack;
  readonly terms: Terms;
  readonly resolver: AssemblyResolver;
  readonly surroundings: Surroundings;
  readonly harmless: Harmless;
  readonly #known = new Map<string, boolean>();

  constructor(stack: Stack, terms: Terms, resolver: AssemblyResolver) {
    this.stack = stack;
    this.terms = terms;
    this.resolver = resolver;
    this.surroundings = new Surroundings(terms, resolver.index);
    this.harmless = new Harmless(stack, resolver, this.surroundings);
  }

  /**
   * Whether a value of the template is at home, whichever of the things it is that it can be. Many resources have the same
   * ones, such as the account that administers a key.
   *
   * @param passesUnnamed whether one of which nothing is known passes for that
   */
  isAtHome(kind: PlaceKind, node: unknown, passesUnnamed: boolean): boolean {
    const key = `${kind} ${passesUnnamed} ${JSON.stringify(node)}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = this.#resolvesToHome(kind, node, passesUnnamed);
      this.#known.set(key, known);
    }
    return known;
  }

  #resolvesToHome(kind: PlaceKind, node: unknown, passesUnnamed: boolean): boolean {
    return this.resolver.resolve(node, this.stack).every((possible) => {
      const text = possible.kind === 'text' ? possible.text : [NO_TEXT];
      const { reach } = reachOf(kind, text, this.terms, this.resolver.index);
      return reach === 'home' || (reach === 'unknown' && passesUnnamed && wholeHole(text) !== undefined);
    });
  }
}
