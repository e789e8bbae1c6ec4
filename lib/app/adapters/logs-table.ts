import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Cell } from '../cell';
import { ENTRIES } from '../conversation-entries';
import type { LogLister, LogReader, LogStarter, MessageReader, MessageWriter, StoredLog } from '../conversation-ports';
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
import { readerOf } from './readers-table';
import { oneMoreLog } from './totals';
import { writeUnlessErased } from './transactions';

/** Logs and their messages, as the table of conversations has them. */
export function logReader(cell: Cell, table: string): LogReader & LogLister & MessageReader {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async find(personId, logId) {
      const item = await entryOf(client, table, personId, ENTRIES.log(logId));
      return item === undefined ? undefined : logOf(item);
    },

    async logsOf(personId) {
      return (await entriesOf(client, table, personId, ENTRIES.log(''))).map(logOf);
    },

    async readersOf(personId) {
      return (await entriesOf(client, table, personId, 'reader#')).map(readerOf);
    },

    async messages(personId, logId, after, most) {
      const { Items: items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'personId = :personId AND entry BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':personId': { S: personId },
            ':first': { S: ENTRIES.message(logId, after + 1) },
            ':last': { S: ENTRIES.message(logId, after + most) },
          },
          ConsistentRead: true,
        }),
      );
      return items.map((item) => ({ sequence: Number(idIn(item, 2)), sealed: textOf(item, 'sealed') }));
    },
  };
}

/** Starts logs and adds to them. */
export function logWriter(
  cell: Cell,
  { conversations: table, profiles }: ConversationTables,
): LogStarter & MessageWriter {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async start(personId, { logId, createdAt }, most) {
      const start = await writeUnlessErased(client, profiles, personId, {
        there: {
          Put: {
            TableName: table,
            Item: {
              ...keyOf(personId, ENTRIES.log(logId)),
              createdAt: { S: createdAt },
              messages: { N: '0' },
              held: { N: '0' },
              grants: { N: '0' },
            },
            ConditionExpression: 'attribute_not_exists(entry)',
          },
        },
        full: oneMoreLog(table, personId, most),
      });
      return start === 'written' ? 'started' : start;
    },

    async write(personId, { logId, messageId, sequence, sealed, bytes, mediaIds, repeatableUntil }) {
      const sent = ENTRIES.sent(logId, messageId);
      return writeUnlessErased(
        client,
        profiles,
        personId,
        {
          sent: {
            Put: {
              TableName: table,
              Item: {
                ...keyOf(personId, sent),
                sequence: { N: String(sequence) },
                expiresAt: { N: String(repeatableUntil) },
              },
              ConditionExpression: 'attribute_not_exists(entry)',
            },
          },
          moved: {
            Update: {
              TableName: table,
              Key: keyOf(personId, ENTRIES.log(logId)),
              // Whoever has seen as many messages has seen as many bytes.
              UpdateExpression: 'SET messages = :sequence, held = :held',
              ConditionExpression: 'messages = :before',
              ExpressionAttributeValues: {
                ':sequence': { N: String(sequence) },
                ':held': { N: String(bytes) },
                ':before': { N: String(sequence - 1) },
              },
            },
          },
        },
        [
          {
            Put: {
              TableName: table,
              Item: { ...keyOf(personId, ENTRIES.message(logId, sequence)), sealed: { S: sealed } },
            },
          },
          ...mediaIds.map((mediaId) => ({
            Put: { TableName: table, Item: keyOf(personId, ENTRIES.named(logId, mediaId)) },
          })),
        ],
      );
    },

    async sentAt(personId, logId, messageId) {
      const item = await entryOf(client, table, personId, ENTRIES.sent(logId, messageId));
      return item === undefined ? undefined : numberOf(item, 'sequence');
    },
  };
}

function logOf(item: Item): StoredLog {
  return {
    logId: idIn(item, 1),
    createdAt: textOf(item, 'createdAt'),
    messages: numberOf(item, 'messages'),
    bytes: numberOf(item, 'held'),
    grants: numberOf(item, 'grants'),
  };
}
