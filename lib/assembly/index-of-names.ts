import { texts } from './combine';
import type { Located } from './possible';
import type { Index, Resolver } from './resolver';
import type { Assembly, Stack } from './stack';
import { type JsonMap, mapAt, memberOf, textAt } from './template';
import { canonical, couldBeEqual, known, type Text } from './text';

interface Entry<Value> {
  readonly name: Text;
  readonly value: Value;
}

/** What the stacks of an assembly make, by name. Each part is gathered when it is first asked for. */
export class AssemblyIndex implements Index {
  readonly #assembly: Assembly;
  readonly #resolver: Resolver;
  readonly #parts = new Map<string, Names<Located>>();

  constructor(assembly: Assembly, resolver: Resolver) {
    this.#assembly = assembly;
    this.#resolver = resolver;
  }

  readonly exported = (name: Text, region: string): readonly Located[] =>
    this.#part(`exports ${region}`, () =>
      this.#stacksIn(region).flatMap((stack) =>
        Object.values(mapAt(stack.template, 'Outputs')).flatMap((output) => {
          const exportName = mapAt(output, 'Export')['Name'];
          return exportName === undefined ? [] : this.#named(exportName, stack, memberOf(output, 'Value'));
        }),
      ),
    ).find(name);

  readonly stored = (name: Text, region: string): readonly Located[] =>
    this.#part(`ssm ${region}`, () =>
      this.#stacksIn(region).flatMap((stack) =>
        this.#ofType('AWS::SSM::Parameter', stack).flatMap(({ Name: stored, Value: value }) =>
          this.#named(stored, stack, value),
        ),
      ),
    ).exactly(name);

  readonly written = (name: string, region: string): readonly Located[] =>
    this.#part(`written ${region}`, () =>
      this.#assembly.stacks.flatMap((stack) =>
        this.#ofType('Custom::CrossRegionExportWriter', stack).flatMap(({ WriterProps: props }) => {
          const to = texts(this.#resolver.resolve(memberOf(props, 'region'), stack)).map(({ text }) => known(text));
          if (!to.includes(region)) return [];
          return Object.entries(mapAt(props, 'exports')).map(([key, node]) => ({
            name: [key],
            value: { node, stack },
          }));
        }),
      ),
    ).exactly([name]);

  readonly stacksNamed = (name: string): readonly Stack[] =>
    this.#assembly.stacks.filter((stack) => stack.name === name || stack.id === name);

  readonly bucketMakers = (name: Text): readonly Stack[] =>
    this.#part('buckets', () =>
      this.#assembly.stacks.flatMap((stack) =>
        this.#ofType('AWS::S3::Bucket', stack).flatMap(({ BucketName: bucketName }) =>
          this.#named(bucketName, stack, undefined),
        ),
      ),
    )
      .exactly(name)
      .map(({ stack }) => stack);

  #part(key: string, gather: () => readonly Entry<Located>[]): Names<Located> {
    const remembered = this.#parts.get(key);
    if (remembered !== undefined) return remembered;
    // Names that lead back to the index while it is gathered find nothing, rather than gathering for ever.
    this.#parts.set(key, new Names<Located>([]));
    const names = new Names(gather());
    this.#parts.set(key, names);
    return names;
  }

  #stacksIn(region: string): readonly Stack[] {
    return this.#assembly.stacks.filter((stack) => stack.region === region);
  }

  /** The properties of each resource of a type that can be made. */
  #ofType(type: string, stack: Stack): JsonMap[] {
    const found: JsonMap[] = [];
    for (const resource of this.#resolver.resources(stack).values()) {
      if (resource['Type'] !== type || !this.#canBeMade(resource, stack)) continue;
      for (const properties of this.#resolver.resolve(resource['Properties'], stack)) {
        if (properties.kind === 'map') found.push(properties.entries);
      }
    }
    return found;
  }

  #canBeMade(resource: JsonMap, stack: Stack): boolean {
    const condition = textAt(resource, 'Condition');
    return condition === undefined || this.#resolver.condition(condition, stack).some(({ holds }) => holds);
  }

  #named(name: unknown, stack: Stack, node: unknown): Entry<Located>[] {
    return texts(this.#resolver.resolve(name, stack)).map(({ text }) => ({ name: text, value: { node, stack } }));
  }
}

/** Values by names that may not be wholly known. */
class Names<Value> {
  readonly #entries: readonly Entry<Value>[];
  readonly #byName = new Map<string, Value[]>();

  constructor(entries: readonly Entry<Value>[]) {
    this.#entries = entries;
    for (const { name, value } of entries) {
      const key = canonical(name);
      const values = this.#byName.get(key);
      if (values === undefined) this.#byName.set(key, [value]);
      else values.push(value);
    }
  }

  /** Those of exactly this name. */
  exactly(name: Text): readonly Value[] {
    return this.#byName.get(canonical(name)) ?? [];
  }

  /** Those of exactly this name, or else all whose name it could be. */
  find(name: Text): readonly Value[] {
    const exact = this.exactly(name);
    if (exact.length > 0 || name.every((part) => typeof part !== 'string')) return exact;
    return this.#entries.filter((entry) => couldBeEqual(entry.name, name)).map(({ value }) => value);
  }
}
