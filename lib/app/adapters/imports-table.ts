import {
  type AttributeValue,
  DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { ConversationImporter } from '../archive-ports';
import type { Cell } from '../cell';
import { ENTRIES, TOTALS } from '../conversation-entries';
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
import { oneMoreLog, oneMoreMedium } from './totals';
import { writeUnlessErased } from './transactions';

/** What a transaction takes: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const MOST_ITEMS = 100;

/** What imports write to the table of conversations, and take back. */
export function importsTable(cell: Cell, { conversations: table, profiles }: ConversationTables): ConversationImporter {
  const client = new DynamoDBClient(clientConfig(cell, 10_000));
  const added = (personId: string, entry: string, importId: string, more: Item): TransactWriteItem => ({
    Put: {
      TableName: table,
      Item: { ...keyOf(personId, entry), importId: { S: importId }, ...more },
      ConditionExpression: 'attribute_not_exists(entry)',
    },
  });
  const deleted = (personId: string, entry: string): TransactWriteItem => ({
    Delete: { TableName: table, Key: keyOf(personId, entry) },
  });
  /** An entry that this import has brought goes, and is not counted any more; one that went before is none. */
  const uncounted = async (
    personId: string,
    entry: string,
    importId: string,
    total: string,
    counts: Readonly<Record<string, number>>,
  ) => {
    const names = Object.keys(counts);
    const values = Object.fromEntries(
      names.map((name): [string, AttributeValue] => [`:${name}`, { N: String(-(counts[name] ?? 0)) }]),
    );
    try {
      await client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            {
              Delete: {
                TableName: table,
                Key: keyOf(personId, entry),
                ConditionExpression: 'importId = :importId',
                ExpressionAttributeValues: { ':importId': { S: importId } },
              },
            },
            {
              Update: {
                TableName: table,
                Key: keyOf(personId, total),
                UpdateExpression: `ADD ${names.map((name) => `${name} :${name}`).join(', ')}`,
                ExpressionAttributeValues: values,
              },
            },
          ],
        }),
      );
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      if (error.CancellationReasons?.[0]?.Code !== 'ConditionalCheckFailed') throw error;
    }
  };

  return {
    async importLog(personId, importId, { logId, createdAt }, most) {
      const entry = ENTRIES.log(logId);
      const outcome = await writeUnlessErased(client, profiles, personId, {
        there: added(personId, entry, importId, {
          createdAt: { S: createdAt },
          messages: { N: '0' },
          held: { N: '0' },
          grants: { N: '0' },
        }),
        full: oneMoreLog(table, personId, most),
      });
      if (outcome === 'written') return { kind: 'ours', messages: 0 };
      // One that is there is found before it is asked whether there is room.
      if (outcome !== 'there') return { kind: outcome };
      const item = await entryOf(client, table, personId, entry);
      if (item === undefined) return { kind: 'erased' };
      return textOf(item, 'importId') === importId
        ? { kind: 'ours', messages: numberOf(item, 'messages') }
        : { kind: 'foreign' };
    },

    async importMessages(personId, importId, logId, messages) {
      const [first, last] = [messages[0]?.sequence ?? 1, messages.at(-1)?.sequence ?? 0];
      const bytes = messages.reduce((sum, message) => sum + message.bytes, 0);
      const named = new Set(messages.flatMap(({ mediaIds }) => mediaIds));
      const written = await writeUnlessErased(
        client,
        profiles,
        personId,
        {
          foreign: {
            Update: {
              TableName: table,
              Key: keyOf(personId, ENTRIES.log(logId)),
              UpdateExpression: 'SET messages = :last ADD held :bytes',
              ConditionExpression: 'messages = :before AND importId = :importId',
              ExpressionAttributeValues: {
                ':last': { N: String(last) },
                ':bytes': { N: String(bytes) },
                ':before': { N: String(first - 1) },
                ':importId': { S: importId },
              },
            },
          },
        },
        [
          ...messages.map(({ sequence, sealed }) => ({
            Put: {
              TableName: table,
              Item: { ...keyOf(personId, ENTRIES.message(logId, sequence)), sealed: { S: sealed } },
            },
          })),
          ...[...named].map((mediaId) => ({
            Put: { TableName: table, Item: keyOf(personId, ENTRIES.named(logId, mediaId)) },
          })),
        ],
      );
      return written;
    },

    async importMedium(personId, importId, { mediaId, sealed, bytes }, most) {
      const entry = ENTRIES.media(mediaId);
      const outcome = await writeUnlessErased(client, profiles, personId, {
        there: added(personId, entry, importId, { sealed: { S: sealed }, held: { N: String(bytes) } }),
        full: oneMoreMedium(table, personId, bytes, most),
      });
      if (outcome === 'written') return 'ours';
      if (outcome !== 'there') return outcome;
      const item = await entryOf(client, table, personId, entry);
      return item !== undefined && textOf(item, 'importId') === importId ? 'ours' : 'foreign';
    },

    async importedBy(personId, importId) {
      const brought = (item: Item) => textOf(item, 'importId') === importId;
      const logs = (await entriesOf(client, table, personId, ENTRIES.log(''))).filter(brought);
      const media = (await entriesOf(client, table, personId, ENTRIES.media(''))).filter(brought);
      return {
        logs: logs.map((item) => idIn(item, 1)),
        media: media.map((item) => ({ mediaId: idIn(item, 1), bytes: numberOf(item, 'held') })),
      };
    },

    async removeLog(personId, importId, logId) {
      const log = await entryOf(client, table, personId, ENTRIES.log(logId));
      if (log === undefined || textOf(log, 'importId') !== importId) return;
      // What is in it first: the log itself says whose import it was until nothing else is left.
      for (const begins of [`message#${logId}#`, `named#${logId}#`, `reader#${logId}#`, `sent#${logId}#`]) {
        const entries = await entriesOf(client, table, personId, begins);
        for (let at = 0; at < entries.length; at += MOST_ITEMS) {
          const some = entries.slice(at, at + MOST_ITEMS).map((item) => deleted(personId, textOf(item, 'entry')));
          await client.send(new TransactWriteItemsCommand({ TransactItems: some }));
        }
      }
      await uncounted(personId, ENTRIES.log(logId), importId, TOTALS.logs, { logs: 1 });
    },

    async removeMedium(personId, importId, mediaId, bytes) {
      const item = await entryOf(client, table, personId, ENTRIES.media(mediaId));
      if (item !== undefined && textOf(item, 'importId') !== importId) return false;
      await uncounted(personId, ENTRIES.media(mediaId), importId, TOTALS.media, { objects: 1, held: bytes });
      return true;
    },
  };
}
