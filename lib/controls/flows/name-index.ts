import { canonical, type Hole, known, type Text, textOf } from '../../assembly/text';
import { KINDS, type Kind, type KindType } from './kinds';
import { hasWildcard, matchesText, startOf } from './patterns';
import type { Resource } from './resource';
import type { View } from './view';

interface Entry {
  readonly resource: Resource;
  readonly name: Text;
  /** Whether CloudFormation makes the name up, so that no template can have it written out. */
  readonly isGenerated: boolean;
}

/** A resource that has a name, and whether it has it for sure. */
export interface Called {
  readonly resource: Resource;
  readonly certain: boolean;
}

/** The resources of one type by their names, sorted so that a pattern looks at those that begin like it and no others. */
export class NameIndex {
  readonly #sorted: readonly { readonly start: string; readonly entry: Entry }[];
  readonly #byStart = new Map<string, Entry[]>();
  readonly #byName = new Map<string, Resource[]>();
  readonly #names: ReadonlyMap<Resource, Text>;
  readonly #lengths: ReadonlySet<number>;

  constructor(view: View, type: KindType) {
    const entries = view.ofType(type).flatMap((resource) => entriesOf(resource, KINDS[type], view));
    this.#names = new Map(entries.map(({ resource, name }) => [resource, name]));
    this.#sorted = entries
      .map((entry) => ({ start: startOf(entry.name), entry }))
      .toSorted((one, other) => (one.start < other.start ? -1 : Number(one.start > other.start)));
    this.#lengths = new Set(this.#sorted.map(({ start }) => start.length));
    for (const { start, entry } of this.#sorted) {
      add(this.#byStart, start, entry);
      add(this.#byName, canonical(entry.name), entry.resource);
    }
  }

  /** What a resource is called, as far as it is known. */
  nameOf(resource: Resource): Text {
    return this.#names.get(resource) ?? [idOf(resource)];
  }

  /** Those that a name, or a pattern of names, means or can mean. */
  find(pattern: Text): readonly Called[] {
    const exact = hasWildcard(pattern) ? [] : (this.#byName.get(canonical(pattern)) ?? []);
    if (exact.length > 0) return exact.map((resource) => ({ resource, certain: true }));
    const isLiteral = known(pattern) !== undefined && !hasWildcard(pattern);
    const found: Called[] = [];
    for (const { resource, name, isGenerated } of this.#beginningLike(startOf(pattern))) {
      if (isLiteral && isGenerated) continue;
      const match = matchesText(pattern, name);
      if (match !== 'no') found.push({ resource, certain: match === 'yes' });
    }
    return found;
  }

  /** What begins with these characters, or with the first few of them and then a hole. */
  #beginningLike(start: string): readonly Entry[] {
    const found: Entry[] = [];
    for (const length of this.#lengths) {
      if (length < start.length) found.push(...(this.#byStart.get(start.slice(0, length)) ?? []));
    }
    for (let index = this.#firstFrom(start); index < this.#sorted.length; index += 1) {
      const one = this.#sorted[index];
      if (!one?.start.startsWith(start)) break;
      found.push(one.entry);
    }
    return found;
  }

  #firstFrom(start: string): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#sorted[middle]?.start ?? '') < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function entriesOf(resource: Resource, { name }: Kind, view: View): Entry[] {
  const given = name === undefined ? [] : view.texts(resource, name);
  if (given.length > 0) return given.map(({ text }) => ({ resource, name: text, isGenerated: false }));
  return [{ resource, name: name === undefined ? [idOf(resource)] : generatedName(resource), isGenerated: true }];
}

/**
 * The stack's name, the logical id and a random end; buckets in small letters.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html
 */
function generatedName(resource: Resource): Text {
  const { stack, logicalId, type } = resource;
  if (stack.name === undefined) return [idOf(resource)];
  const start = `${stack.name}-${logicalId}-`;
  return [...textOf(type === 'AWS::S3::Bucket' ? start.toLowerCase() : start), idOf(resource)];
}

function idOf({ stack, logicalId }: Resource): Hole {
  return {
    key: `name of ${stack.id} ${logicalId}`,
    label: `\${${logicalId}}`,
    because: `only AWS knows what '${logicalId}' is called`,
  };
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const sofar = map.get(key);
  if (sofar === undefined) map.set(key, [value]);
  else sofar.push(value);
}
