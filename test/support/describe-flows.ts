import { type FlowOptions, traceFlows } from '../../lib/controls/flows/flows';
import type { Finding } from '../../lib/domain/finding';
import { ASSUMPTIONS, type Flow, pathText } from '../../lib/domain/flow';
import { assemblyOf, type TestStack } from './in-memory';

/** Templates, and what is said of each store in them. */
export interface FlowCase {
  /** Finishes the sentence "it …". */
  readonly name: string;
  /** The resources of the one stack `Main`, which is in eu-central-1. */
  readonly resources?: Readonly<Record<string, unknown>>;
  /** More stacks, or more of `Main`. */
  readonly stacks?: Readonly<Record<string, TestStack>>;
  /** @default - eu-central-1 is allowed, and nothing was found */
  readonly options?: FlowOptions;
  /** Each store's answer: a path from it on, or what its proof rests on beyond what each proof rests on. */
  readonly says: Readonly<Record<string, string | readonly string[]>>;
}

/** One test for each case, comparing the answers for all stores. */
export function describeFlows(what: string, cases: readonly FlowCase[]): void {
  describe(what, () => {
    it.each(cases)('$name', ({ resources = {}, stacks = {}, options, says }) => {
      const { Main: main = {}, ...others } = stacks;
      const assembly = assemblyOf({ Main: { ...main, Resources: { ...resources, ...main.Resources } }, ...others });
      expect(answers(traceFlows(assembly, { allowed: ['eu-central-1'], ...options }))).toEqual(says);
    });
  });
}

/** The answers by the names of stores; those of the stack `Main` without its name. */
export function answers(flows: readonly Flow[]): Record<string, unknown> {
  return Object.fromEntries(flows.map((flow) => [withoutMain(flow.store.name), answer(flow)]));
}

function answer({ path, assumptions }: Flow): unknown {
  if (path !== undefined) return withoutMain(pathText(path).split(' → ').slice(1).join(' → '));
  expect(assumptions.slice(0, 3)).toEqual(ALWAYS);
  return assumptions.slice(3).map((sentence) => KEYS.get(sentence) ?? sentence);
}

const ALWAYS = [ASSUMPTIONS.templates, ASSUMPTIONS.administrators, ASSUMPTIONS.aws];
const KEYS = new Map(Object.entries(ASSUMPTIONS).map(([key, sentence]) => [sentence as string, key]));

function withoutMain(text: string): string {
  return text.replaceAll('Main/', '');
}

/** What a rule found at a resource of `Main`. */
export function foundAt(logicalId: string, path: string, more: Partial<Finding> = {}): Finding {
  return {
    channel: 'some-channel',
    level: 'content',
    severity: 'error',
    reach: 'abroad',
    stack: 'Main',
    region: 'eu-central-1',
    logicalId,
    resourceType: '',
    path,
    value: 'us-east-1',
    message: '',
    fix: '',
    template: 'Main.template.json',
    ...more,
  };
}
