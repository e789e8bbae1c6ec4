import { texts } from './combine';
import type { Index, Made, Resolver } from './resolver';
import type { Assembly, Stack } from './stack';
import { isMap, type JsonMap, mapAt, memberOf, textAt } from './template';
import { canonical, couldBeEqual, known, searchable, type Text } from './text';

interface Entry {
  readonly name: Text;
  readonly made: Made;
}

/** What the stacks of an assembly make, by name. Each part is gathered when it is first asked for. */
export class AssemblyIndex implements Index {
  readonly #assembly: Assembly;
  readonly #resolver: Resolver;
  readonly #parts = new Map<string, Names>();
  #count = 0;
  #makers: ReadonlyMap<string, readonly Maker[]> | undefined;

  constructor(assembly: Assembly, resolver: Resolver) {
    this.#assembly = assembly;
    this.#resolver = resolver;
  }

  readonly exported = (name: Text, region: string): readonly Made[] =>
    this.#part(`exports ${region}`, () =>
      this.#stacksIn(region).flatMap((stack) =>
        Object.values(mapAt(stack.template, 'Outputs')).flatMap((output) => {
          const exportName = mapAt(output, 'Export')['Name'];
          if (!isMap(output) || exportName === undefined) return [];
          return this.#entries(exportName, output['Value'], stack, this.#isAlwaysMade(output, stack));
        }),
      ),
    ).find(name);

  readonly stored = (name: Text, region: string): readonly Made[] =>
    this.#part(`ssm ${region}`, () =>
      this.#stacksIn(region).flatMap((stack) =>
        this.#ofType('AWS::SSM::Parameter', stack).flatMap(({ properties, always }) =>
          this.#entries(properties['Name'], properties['Value'], stack, always),
        ),
      ),
    ).exactly(name);

  readonly written = (name: string, region: string): readonly Made[] =>
    this.#part(`written ${region}`, () =>
      this.#assembly.stacks.flatMap((stack) =>
        this.#ofType('Custom::CrossRegionExportWriter', stack).flatMap(({ properties, always }) => {
          const props = properties['WriterProps'];
          const to = texts(this.#resolver.resolve(memberOf(props, 'region'), stack)).map(({ text }) => known(text));
          if (!to.includes(region)) return [];
          return Object.entries(mapAt(props, 'exports')).flatMap(([key, node]) =>
            this.#entries(key, node, stack, always),
          );
        }),
      ),
    ).exactly([name]);

  readonly stacksNamed = (name: string): readonly Stack[] =>
    this.#assembly.stacks.filter((stack) => stack.name === name);

  readonly buckets = (name: Text): readonly Made[] =>
    this.#part('buckets', () =>
      this.#assembly.stacks.flatMap((stack) =>
        this.#ofType('AWS::S3::Bucket', stack).flatMap(({ properties, always }) =>
          this.#entries(properties['BucketName'], properties, stack, always),
        ),
      ),
    ).exactly(name);

  readonly makersOf = (name: string, what: 'bucket' | 'anything'): readonly Stack[] => {
    this.#makers ??= this.#gatherMakers();
    const makers = this.#makers.get(name) ?? [];
    return makers.filter(({ type }) => what === 'anything' || type === BUCKET).map(({ stack }) => stack);
  };

  readonly bucketsOutside = (regions: readonly string[]): ReadonlySet<string> => {
    if (this.#assembly.stacks.every(({ region }) => regions.includes(region))) return NO_NAMES;
    this.#makers ??= this.#gatherMakers();
    const isOutside = ({ type, stack }: Maker) => type === BUCKET && !regions.includes(stack.region);
    return new Set([...this.#makers].filter(([, makers]) => makers.some(isOutside)).map(([name]) => name));
  };

  #gatherMakers(): ReadonlyMap<string, readonly Maker[]> {
    const makers = new Map<string, Maker[]>();
    for (const stack of this.#assembly.stacks) {
      for (const resource of this.#resolver.resources(stack).values()) {
        const type = textAt(resource, 'Type') ?? '';
        for (const [key, node] of Object.entries(mapAt(resource, 'Properties'))) {
          if (!NAMES_ITSELF.test(key)) continue;
          for (const { text } of texts(this.#resolver.resolve(node, stack))) {
            const name = searchable(text);
            makers.set(name, [...(makers.get(name) ?? []), { type, stack }]);
          }
        }
      }
    }
    return makers;
  }

  #part(key: string, gather: () => readonly Entry[]): Names {
    const remembered = this.#parts.get(key);
    if (remembered !== undefined) return remembered;
    // Names that lead back to the index while it is gathered find nothing, rather than gathering for ever.
    this.#parts.set(key, new Names([]));
    const names = new Names(gather());
    this.#parts.set(key, names);
    return names;
  }

  #stacksIn(region: string): readonly Stack[] {
    return this.#assembly.stacks.filter((stack) => stack.region === region);
  }

  /** The properties of each resource of a type that can be made. */
  #ofType(type: string, stack: Stack): { readonly properties: JsonMap; readonly always: boolean }[] {
    const found: { readonly properties: JsonMap; readonly always: boolean }[] = [];
    for (const resource of this.#resolver.resources(stack).values()) {
      if (resource['Type'] !== type || this.#resolver.worlds(resource, stack).length === 0) continue;
      const always = this.#isAlwaysMade(resource, stack);
      const alternatives = this.#resolver.resolve(resource['Properties'], stack);
      for (const properties of alternatives) {
        if (properties.kind !== 'map') continue;
        found.push({ properties: properties.entries, always: always && alternatives.length === 1 });
      }
    }
    return found;
  }

  #isAlwaysMade(resource: JsonMap, stack: Stack): boolean {
    return this.#resolver.worlds(resource, stack).some((given) => given.size === 0);
  }

  #entries(name: unknown, node: unknown, stack: Stack, always: boolean): Entry[] {
    const names = texts(this.#resolver.resolve(name, stack));
    this.#count += 1;
    const made: Made = { key: `made ${this.#count}`, node, stack, always: always && names.length === 1 };
    return names.map(({ text }) => ({ name: text, made }));
  }
}

interface Maker {
  readonly type: string;
  readonly stack: Stack;
}

const BUCKET = 'AWS::S3::Bucket';
const NO_NAMES: ReadonlySet<string> = new Set();

/** Properties by which resources name themselves. */
const NAMES_ITSELF = /(?:Name|Identifier|Alias|Domain)$/u;

/** What is made, by names that may not be wholly known. */
class Names {
  readonly #entries: readonly Entry[];
  readonly #byName = new Map<string, Made[]>();

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
    for (const { name, made } of entries) {
      const key = canonical(name);
      const sofar = this.#byName.get(key);
      if (sofar === undefined) this.#byName.set(key, [made]);
      else sofar.push(made);
    }
  }

  /** Those of exactly this name. */
  exactly(name: Text): readonly Made[] {
    return this.#byName.get(canonical(name)) ?? [];
  }

  /** Those of exactly this name, or else all whose name it could be. */
  find(name: Text): readonly Made[] {
    const exact = this.exactly(name);
    if (exact.length > 0 || name.every((part) => typeof part !== 'string')) return exact;
    return this.#entries.filter((entry) => couldBeEqual(entry.name, name)).map(({ made }) => made);
  }
}
