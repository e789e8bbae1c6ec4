import type { AssemblyResolver } from '../../assembly/resolve';
import type { Stack } from '../../assembly/stack';
import type { Terms } from './destinations/answer';
import { Harmless } from './hints/harmless';
import { Surroundings } from './hints/surroundings';

/** A stack, and all that its resources are judged against. */
export class JudgedStack {
  readonly stack: Stack;
  readonly terms: Terms;
  readonly resolver: AssemblyResolver;
  readonly surroundings: Surroundings;
  readonly harmless: Harmless;

  constructor(stack: Stack, terms: Terms, resolver: AssemblyResolver) {
    this.stack = stack;
    this.terms = terms;
    this.resolver = resolver;
    this.surroundings = new Surroundings(terms, resolver.index);
    this.harmless = new Harmless(stack, resolver, this.surroundings);
  }
}
