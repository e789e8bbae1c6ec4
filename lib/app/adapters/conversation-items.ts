import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';

export type Item = Readonly<Record<string, AttributeValue>>;

/** Which tables; the mark of an erasure is in that of profiles. */
export interface ConversationTables {
  readonly conversations: string;
  readonly profiles: string;
}

export function keyOf(personId: string, entry: string): Record<string, AttributeValue> {
  return { personId: { S: personId }, entry: { S: entry } };
}

/** An entry of a person, as it is now: what was revoked or erased is not seen any more. */
export async function entryOf(client: DynamoDBClient, table: string, personId: string, entry: string) {
  const { Item: item } = await client.send(
    new GetItemCommand({ TableName: table, Key: keyOf(personId, entry), ConsistentRead: true }),
  );
  return item;
}

/** All of a person's entries that begin alike, page by page. */
export async function entriesOf(
  client: DynamoDBClient,
  table: string,
  personId: string,
  begins: string,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const input: QueryCommandInput = {
    TableName: table,
    KeyConditionExpression: 'personId = :personId AND begins_with(entry, :begins)',
    ExpressionAttributeValues: { ':personId': { S: personId }, ':begins': { S: begins } },
    ConsistentRead: true,
  };
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(new QueryCommand({ ...input, ExclusiveStartKey: start }));
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}

export function textOf(item: Item, name: string): string {
  return item[name]?.S ?? '';
}

export function numberOf(item: Item, name: string): number {
  return Number(item[name]?.N ?? 0);
}

/** The part of an entry's key that stands at this place: `log#<logId>` has its id at 1. */
export function idIn(item: Item, place: number): string {
  return textOf(item, 'entry').split('#')[place] ?? '';
}
