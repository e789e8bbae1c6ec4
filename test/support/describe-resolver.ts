import type { Possible } from '../../lib/assembly/possible';
import { AssemblyResolver } from '../../lib/assembly/resolve';
import { show } from '../../lib/assembly/text';
import { assemblyOf, type TestStack } from './in-memory';

/** A value, and everything that it can be. */
export interface ResolverCase {
  /** Finishes the sentence "it …". */
  readonly name: string;
  readonly value: unknown;
  /** The stack that the value stands in. */
  readonly main?: TestStack;
  readonly others?: Readonly<Record<string, TestStack>>;
  /** As a person reads it; holes as their labels, lists and maps with their members resolved. */
  readonly is: readonly string[];
}

/** One test for each case, comparing everything that the value can be. */
export function describeResolver(what: string, cases: readonly ResolverCase[]): void {
  describe(`the resolver, ${what}`, () => {
    it.each(cases)('$name', (one) => {
      expect(everything(one)).toEqual(one.is);
    });
  });
}

function everything({ value, main = {}, others = {} }: ResolverCase): string[] {
  const assembly = assemblyOf({ Main: main, ...others });
  const [stack] = assembly.stacks;
  if (stack === undefined) throw new Error('there is no stack');
  const resolver = new AssemblyResolver(assembly);
  const all = (possible: readonly Possible[]): string => possible.map(shown).join(' or ');
  const shown = (possible: Possible): string => {
    switch (possible.kind) {
      case 'absent':
        return 'absent';
      case 'text':
        return show(possible.text);
      case 'list':
        return `[${possible.items.map((item) => all(resolver.resolve(item.node, item.stack))).join(', ')}]`;
      case 'map':
        return `{${Object.entries(possible.entries)
          .map(([key, node]) => `${key}: ${all(resolver.resolve(node, possible.stack))}`)
          .join(', ')}}`;
      default:
        return possible satisfies never;
    }
  };
  return resolver.resolve(value, stack).map(shown);
}

/** A section of parameters. */
export function parameters(declared: Readonly<Record<string, unknown>>) {
  return { Parameters: declared };
}

/** A parameter that is a text. */
export function text(more: Readonly<Record<string, unknown>> = {}) {
  return { Type: 'String', ...more };
}
