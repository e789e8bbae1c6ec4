import type { Given } from './given';
import type { Located, Possible } from './possible';
import type { Stack } from './stack';
import type { JsonMap } from './template';
import type { Text } from './text';

/** What the functions that resolve one intrinsic each need of the whole. */
export interface Resolver {
  /** Everything that a value can be. Never empty: what is not there is one absent possibility. */
  readonly resolve: (node: unknown, stack: Stack) => readonly Possible[];
  /** The outcomes of a named condition. */
  readonly condition: (name: string, stack: Stack) => readonly Outcome[];
  /**
   * Computes what a name stands for once; a name that leads back to itself stands for nothing known.
   *
   * @param what as the subject of a sentence: `parameter 'A'`
   */
  readonly named: (key: string, what: string, compute: () => readonly Possible[]) => readonly Possible[];
  /** The resources of a stack, loops expanded. */
  readonly resources: (stack: Stack) => ReadonlyMap<string, JsonMap>;
  /**
   * What has to be given for a resource to be made: nothing, one of several things, or an empty list when it never is.
   * A nested stack's resources are made where the nested stack is.
   */
  readonly worlds: (resource: JsonMap, stack: Stack) => readonly Given[];
  readonly index: Index;
}

/** What a condition can turn out to be. */
export interface Outcome {
  readonly holds: boolean;
  readonly given: Given;
}

/** What a name stands for in an assembly. */
export interface Made extends Located {
  /** Unique in the assembly. */
  readonly key: string;
  /** Whether every deployment makes it, under this name and no other. */
  readonly always: boolean;
}

/** What the stacks of an assembly know of each other. */
export interface Index {
  /** The values exported under this name to stacks of this region. */
  readonly exported: (name: Text, region: string) => readonly Made[];
  /** The values of SSM parameters of this name in this region. */
  readonly stored: (name: Text, region: string) => readonly Made[];
  /** What aws-cdk-lib's cross-region export writers write to this region under this name. */
  readonly written: (name: string, region: string) => readonly Made[];
  /** The stacks with this name. */
  readonly stacksNamed: (name: string) => readonly Stack[];
  /** The buckets of this name. */
  readonly buckets: (name: Text) => readonly Made[];
  /** The stacks that make something under a name, as `searchable` writes it; buckets where they are asked for. */
  readonly makersOf: (name: string, what: 'bucket' | 'anything') => readonly Stack[];
  /** The names, as `searchable` writes them, of buckets that are made outside of these regions. */
  readonly bucketsOutside: (regions: readonly string[]) => ReadonlySet<string>;
}
