import { type Attribute, holds, type Item, type Placeholders, updated } from './expressions';

/** Items of every table by the table's name, and by their keys. */
export type Tables = Map<string, Map<string, Item>>;

/** DynamoDB refuses a call, by the name of an exception. */
export class RefusedError extends Error {
  readonly more: object;

  constructor(name: string, more: object = {}) {
    super(name);
    this.name = name;
    this.more = more;
  }
}

interface Schema {
  /** Partition key, and sort key. */
  readonly keys: readonly string[];
  readonly indexes: Readonly<Record<string, string>>;
}

/** As the data stack declares them, by what follows the cell in their names. */
const SCHEMAS: Readonly<Record<string, Schema>> = {
  profiles: { keys: ['personId'], indexes: {} },
  'person-keys': { keys: ['personId'], indexes: {} },
  conversations: { keys: ['personId', 'entry'], indexes: { readers: 'readerId' } },
  jobs: { keys: ['jobId'], indexes: { people: 'personId' } },
  receipts: { keys: ['receiptId'], indexes: { states: 'state' } },
};

/** What a page holds: far less than DynamoDB's megabyte, so that there are pages. */
const PAGE = 40;
const MOST_IN_A_TRANSACTION = 100;
const MOST_IN_A_BATCH = 25;

interface Input extends Placeholders {
  readonly TableName: string;
  readonly Key: Item;
  readonly Item: Item;
  readonly ConditionExpression?: string;
  readonly UpdateExpression: string;
  readonly ReturnValuesOnConditionCheckFailure?: string;
  readonly KeyConditionExpression: string;
  readonly ProjectionExpression?: string;
  readonly IndexName?: string;
  readonly Limit?: number;
  readonly ExclusiveStartKey?: Item;
  readonly RequestItems: Readonly<Record<string, readonly { readonly DeleteRequest: { readonly Key: Item } }[]>>;
  readonly TransactItems: readonly Readonly<Record<string, Input>>[];
  readonly ClientRequestToken?: string;
}

/**
 * DynamoDB as far as our adapters ask it, and with its rules: conditions, transactions that are all or nothing and are known
 * again by their token, limits, pages.
 */
export function dynamodb(tables: Tables, tokens: Set<string>, operation: string, asked: object): object {
  const input = asked as Input;
  switch (operation) {
    case 'GetItem': {
      const found = tableOf(tables, input.TableName).get(keyOf(input.TableName, input.Key));
      return found === undefined ? {} : { Item: found };
    }
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem': {
      const write = prepared(tables, operation.replace('Item', ''), input);
      if (!write.holds) throw new RefusedError('ConditionalCheckFailedException', { Item: write.before });
      write.apply();
      return operation === 'UpdateItem' ? { Attributes: write.after } : {};
    }
    case 'Query':
      return query(tables, input);
    case 'BatchWriteItem':
      return batch(tables, input);
    case 'TransactWriteItems':
      return transact(tables, tokens, input);
    default:
      throw new RefusedError('UnknownOperationException');
  }
}

function prepared(tables: Tables, kind: string, { ConditionExpression: condition, ...input }: Input) {
  const table = tableOf(tables, input.TableName);
  const key = keyOf(input.TableName, kind === 'Put' ? input.Item : input.Key);
  const before = table.get(key);
  const isGood = condition === undefined || holds(condition, input, before);
  const after =
    !isGood || kind === 'Delete' || kind === 'ConditionCheck'
      ? undefined
      : kind === 'Put'
        ? input.Item
        : updated(input.UpdateExpression, input, before ?? input.Key);
  return {
    at: `${input.TableName} ${key}`,
    before,
    after,
    isTold: input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
    holds: isGood,
    apply: () => {
      if (after !== undefined) table.set(key, after);
      else if (kind === 'Delete') table.delete(key);
    },
  };
}

function transact(
  tables: Tables,
  tokens: Set<string>,
  { TransactItems: items, ClientRequestToken: token = '' }: Input,
) {
  if (tokens.has(token)) return {};
  if (items.length > MOST_IN_A_TRANSACTION) throw new RefusedError('ValidationException');
  const writes = items.flatMap((one) => Object.entries(one).map(([kind, input]) => prepared(tables, kind, input)));
  if (new Set(writes.map(({ at }) => at)).size !== writes.length) throw new RefusedError('ValidationException');
  if (writes.some((write) => !write.holds)) {
    const reasons = writes.map((write) => (write.holds ? { Code: 'None' } : refusalOf(write)));
    throw new RefusedError('TransactionCanceledException', { CancellationReasons: reasons });
  }
  for (const write of writes) write.apply();
  if (token !== '') tokens.add(token);
  return {};
}

function refusalOf({ isTold, before }: ReturnType<typeof prepared>): object {
  return { Code: 'ConditionalCheckFailed', ...(isTold && before !== undefined && { Item: before }) };
}

function batch(tables: Tables, { RequestItems: requests }: Input): object {
  const all = Object.entries(requests).flatMap(([name, some]) => some.map((one) => ({ name, one })));
  if (all.length > MOST_IN_A_BATCH) throw new RefusedError('ValidationException');
  for (const { name, one } of all) tableOf(tables, name).delete(keyOf(name, one.DeleteRequest.Key));
  return { UnprocessedItems: {} };
}

function query(tables: Tables, input: Input): object {
  const { keys, indexes } = schemaOf(input.TableName);
  const sort = keys[1] ?? keys[0] ?? '';
  if (input.IndexName !== undefined && indexes[input.IndexName] === undefined)
    throw new RefusedError('ValidationException');
  const placeOf = (item: Item) => textIn(item[sort]);
  const from = input.ExclusiveStartKey === undefined ? '' : placeOf(input.ExclusiveStartKey);
  const found = [...tableOf(tables, input.TableName).values()]
    .filter((item) => holds(input.KeyConditionExpression, input, item))
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
    .filter((item) => placeOf(item) > from);
  const most = Math.min(input.Limit ?? PAGE, PAGE);
  const page = found.slice(0, most);
  const last = page.at(-1);
  const seen =
    input.ProjectionExpression !== undefined || input.IndexName !== undefined
      ? page.map((item) => only(item, [...keys, indexes[input.IndexName ?? ''] ?? '']))
      : page;
  return {
    Items: seen,
    ...(found.length > most && last !== undefined && { LastEvaluatedKey: only(last, keys) }),
  };
}

function only(item: Item, names: readonly string[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}

function keyOf(table: string, item: Item): string {
  return JSON.stringify(schemaOf(table).keys.map((name) => textIn(item[name])));
}

function textIn(attribute: Attribute | undefined): string {
  if (typeof attribute?.['S'] !== 'string') throw new RefusedError('ValidationException');
  return attribute['S'];
}

function tableOf(tables: Tables, name: string): Map<string, Item> {
  schemaOf(name);
  const table = tables.get(name) ?? new Map<string, Item>();
  tables.set(name, table);
  return table;
}

function schemaOf(name: string): Schema {
  const schema = SCHEMAS[name.slice(name.indexOf('-') + 1)];
  if (schema === undefined) throw new RefusedError('ResourceNotFoundException');
  return schema;
}
