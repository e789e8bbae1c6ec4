import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { READERS_INDEX } from '../../domain/conversations';
import type { Cell } from '../cell';
import { ENTRIES } from '../conversation-entries';
import type { ReaderFinder, ReaderKeeper, ReaderRevoker, StoredReader } from '../conversation-ports';
import { clientConfig } from './client-config';
import {
  type ConversationTables,
  entriesOf,
  entryOf,
  type Item,
  idIn,
  keyOf,
  numberOf,
  textOf,
} from './conversation-items';
import { writeUnlessErased } from './transactions';

/** How many persons of one reader's id are looked at. Ids are made by cells, and there is one. */
const MOST_FOUND = 5;

/** Who may read which log, in the table of conversations, as its owner decides. */
export function readerKeeper(
  cell: Cell,
  { conversations: table, profiles }: ConversationTables,
): ReaderKeeper & ReaderRevoker {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async readersOf(personId, logId) {
      return (await entriesOf(client, table, personId, ENTRIES.reader(logId, ''))).map(readerOf);
    },

    async grant(personId, { logId, readerId, days, expiresAt, keyHash }, grants) {
      const grant = await writeUnlessErased(
        client,
        profiles,
        personId,
        {
          moved: {
            Update: {
              TableName: table,
              Key: keyOf(personId, ENTRIES.log(logId)),
              UpdateExpression: 'SET grants = :after',
              ConditionExpression: 'grants = :seen',
              ExpressionAttributeValues: { ':seen': { N: String(grants) }, ':after': { N: String(grants + 1) } },
            },
          },
        },
        [
          {
            Put: {
              TableName: table,
              Item: {
                ...keyOf(personId, ENTRIES.reader(logId, readerId)),
                readerId: { S: readerId },
                keyHash: { B: keyHash },
                days: { N: String(days) },
                expiresAt: { N: String(expiresAt) },
              },
            },
          },
        ],
      );
      return grant === 'written' ? 'granted' : grant;
    },

    async revoke(personId, logId, readerId, rememberedUntil) {
      try {
        await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyOf(personId, ENTRIES.reader(logId, readerId)),
            UpdateExpression: 'SET expiresAt = :until REMOVE keyHash, readerId',
            ConditionExpression: 'attribute_exists(entry)',
            ExpressionAttributeValues: { ':until': { N: String(rememberedUntil) } },
          }),
        );
        return 'revoked';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'unknown';
        throw error;
      }
    },
  };
}

/** The log that a reader's id leads to. */
export function readerFinder(cell: Cell, table: string): ReaderFinder {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async byReaderId(readerId) {
      const { Items: found = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: READERS_INDEX,
          KeyConditionExpression: 'readerId = :readerId',
          ExpressionAttributeValues: { ':readerId': { S: readerId } },
          Limit: MOST_FOUND,
        }),
      );
      // An index lags behind its table: what was revoked a moment ago is decided by the table.
      const readers = await Promise.all(
        found.map(async (one) => {
          const personId = textOf(one, 'personId');
          const item = await entryOf(client, table, personId, textOf(one, 'entry'));
          return item === undefined ? [] : [{ ...readerOf(item), personId }];
        }),
      );
      return readers.flat();
    },
  };
}

export function readerOf(item: Item): StoredReader {
  const keyHash = item['keyHash']?.B;
  return {
    logId: idIn(item, 1),
    readerId: idIn(item, 2),
    days: numberOf(item, 'days'),
    expiresAt: numberOf(item, 'expiresAt'),
    ...(keyHash !== undefined && { keyHash }),
  };
}
