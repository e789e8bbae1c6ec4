import type { Assembly, Stack } from '../../lib/assembly/stack';
import type { Template } from '../../lib/assembly/template';

/** A template of a test: what it leaves out is empty. */
export type TestTemplate = Omit<Partial<Template>, 'Resources'> & { readonly Resources?: Template['Resources'] };

export type TestStack = TestTemplate & { readonly stack?: Partial<Omit<Stack, 'template'>> };

/** A stack that is in no file. */
export function stackOf({ stack, ...template }: TestStack = {}, id = 'Main'): Stack {
  return {
    id,
    label: id,
    name: id,
    region: 'eu-central-1',
    account: '111122223333',
    file: `${id}.template.json`,
    template: { Resources: {}, ...template },
    parameters: {},
    nested: new Map(),
    originOf: () => ({}),
    ...stack,
  };
}

/** Stacks by id. */
export function assemblyOf(stacks: Readonly<Record<string, TestStack>>): Assembly {
  return { stacks: Object.entries(stacks).map(([id, stack]) => stackOf(stack, id)) };
}
