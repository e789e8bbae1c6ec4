/** An attribute as DynamoDB's JSON has it; bytes are base64. */
export type Attribute = Readonly<Record<string, unknown>>;
export type Item = Readonly<Record<string, Attribute>>;

/** What stands for what in an expression. */
export interface Placeholders {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Attribute>>;
}

type Value = Attribute | undefined;

/** As far as our adapters write them: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html */
class Reader {
  readonly #words: readonly string[];
  readonly #names: Readonly<Record<string, string>>;
  readonly #values: Readonly<Record<string, Attribute>>;
  #at = 0;

  constructor(
    text: string,
    { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} }: Placeholders,
  ) {
    this.#words = text.match(/[#:]?\w+|<=|>=|<>|[=<>(),+-]/g) ?? [];
    this.#names = names;
    this.#values = values;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#words.length;
  }

  next(): string {
    const word = this.#words[this.#at];
    if (word === undefined) throw new Error('the expression ends too early');
    this.#at += 1;
    return word;
  }

  takes(word: string): boolean {
    const isNext = this.#words[this.#at]?.toUpperCase() === word.toUpperCase();
    if (isNext) this.#at += 1;
    return isNext;
  }

  expects(word: string): void {
    if (!this.takes(word)) throw new Error(`'${word}' is missing at '${this.#words.slice(this.#at).join(' ')}'`);
  }

  /** The name of an attribute. */
  name(): string {
    const word = this.next();
    if (!word.startsWith('#')) return word;
    const name = this.#names[word];
    if (name === undefined) throw new Error(`'${word}' stands for nothing`);
    return name;
  }

  /** A value, or what an attribute has. */
  operand(item: Item): Value {
    if (this.takes('size')) {
      this.expects('(');
      const size = sizeOf(item[this.name()]);
      this.expects(')');
      return size === undefined ? undefined : { N: String(size) };
    }
    if (this.takes('if_not_exists')) {
      const [there, otherwise] = this.two(item);
      return there ?? otherwise;
    }
    if (this.takes('list_append')) {
      const [one, other] = this.two(item);
      return { L: [...listOf(one), ...listOf(other)] };
    }
    const word = this.#words[this.#at] ?? '';
    if (!word.startsWith(':')) return item[this.name()];
    this.next();
    const value = this.#values[word];
    if (value === undefined) throw new Error(`'${word}' stands for nothing`);
    return value;
  }

  two(item: Item): [Value, Value] {
    this.expects('(');
    const one = this.operand(item);
    this.expects(',');
    const other = this.operand(item);
    this.expects(')');
    return [one, other];
  }
}

/** Whether a condition holds for an item; one that is not there has no attributes. */
export function holds(condition: string, placeholders: Placeholders, item: Item = {}): boolean {
  const reader = new Reader(condition, placeholders);
  const result = either(reader, item);
  if (!reader.isAtEnd) throw new Error(`'${condition}' goes on where it should end`);
  return result;
}

function either(reader: Reader, item: Item): boolean {
  let result = both(reader, item);
  // What follows is read in any case.
  while (reader.takes('OR')) result = both(reader, item) || result;
  return result;
}

function both(reader: Reader, item: Item): boolean {
  let result = comparison(reader, item);
  while (reader.takes('AND')) result = comparison(reader, item) && result;
  return result;
}

function comparison(reader: Reader, item: Item): boolean {
  if (reader.takes('(')) {
    const inner = either(reader, item);
    reader.expects(')');
    return inner;
  }
  for (const [word, isThere] of [
    ['attribute_exists', true],
    ['attribute_not_exists', false],
  ] as const) {
    if (!reader.takes(word)) continue;
    reader.expects('(');
    const value = item[reader.name()];
    reader.expects(')');
    return (value !== undefined) === isThere;
  }
  if (reader.takes('begins_with')) {
    const [whole, start] = reader.two(item);
    return typeof whole?.['S'] === 'string' && whole['S'].startsWith(String(start?.['S']));
  }
  const left = reader.operand(item);
  if (reader.takes('BETWEEN')) {
    const from = reader.operand(item);
    reader.expects('AND');
    const to = reader.operand(item);
    return compares(left, '>=', from) && compares(left, '<=', to);
  }
  return compares(left, reader.next(), reader.operand(item));
}

/** Whatever is compared with an attribute that is not there, or of another type, the answer is no. */
function compares(left: Value, operator: string, right: Value): boolean {
  const [type] = Object.keys(left ?? {});
  if (left === undefined || right === undefined || type === undefined || !(type in right)) return false;
  const [one, other] =
    type === 'N' ? [Number(left['N']), Number(right['N'])] : [JSON.stringify(left), JSON.stringify(right)];
  switch (operator) {
    case '=':
      return one === other;
    case '<>':
      return one !== other;
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    default:
      throw new Error(`'${operator}' compares nothing`);
  }
}

/** An item as an update makes it. */
export function updated(expression: string, placeholders: Placeholders, before: Item): Item {
  const reader = new Reader(expression, placeholders);
  const after: Record<string, Attribute> = { ...before };
  const eachOf = (change: () => void) => {
    do change();
    while (reader.takes(','));
  };
  while (!reader.isAtEnd) {
    if (reader.takes('SET')) eachOf(() => set(reader, before, after));
    else if (reader.takes('REMOVE')) eachOf(() => void delete after[reader.name()]);
    else {
      reader.expects('ADD');
      eachOf(() => {
        const name = reader.name();
        after[name] = { N: String(numberOf(before[name] ?? { N: '0' }) + numberOf(reader.operand(before))) };
      });
    }
  }
  return after;
}

function set(reader: Reader, before: Item, after: Record<string, Attribute>): void {
  const name = reader.name();
  reader.expects('=');
  const value = reader.operand(before);
  const sum = reader.takes('+') ? { N: String(numberOf(value) + numberOf(reader.operand(before))) } : value;
  if (sum === undefined) throw new Error(`'${name}' is set to an attribute that is not there`);
  after[name] = sum;
}

function numberOf(value: Value): number {
  if (value?.['N'] === undefined) throw new Error('what is added to is no number');
  return Number(value['N']);
}

function listOf(value: Value): readonly unknown[] {
  return (value?.['L'] as readonly unknown[] | undefined) ?? [];
}

function sizeOf(value: Value): number | undefined {
  return ((value?.['L'] ?? value?.['S']) as { readonly length: number } | undefined)?.length;
}
