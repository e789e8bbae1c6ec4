import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Cell } from '../cell';
import type { Receipt, Receipts, UnfinishedErasures } from '../erasure-ports';
import { clientConfig } from './client-config';
import { type Item, textOf } from './conversation-items';

/** The table of receipts, in which nobody is named: anybody who has a number may ask. */
export function receiptsTable(cell: Cell, table: string): Receipts {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  const keyOf = (receiptId: string) => ({ TableName: table, Key: { receiptId: { S: receiptId } } });
  return {
    async find(receiptId) {
      const { Item: item } = await client.send(new GetItemCommand({ ...keyOf(receiptId), ConsistentRead: true }));
      return item === undefined ? undefined : receiptOf(item);
    },

    async close(receiptId, { completedAt, finalAt, forgottenAt }) {
      try {
        await client.send(
          new UpdateItemCommand({
            ...keyOf(receiptId),
            UpdateExpression:
              'SET #state = :done, completedAt = :completedAt, finalAt = :finalAt, expiresAt = :forgottenAt',
            ConditionExpression: '#state = :running',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: {
              ':running': { S: 'running' },
              ':done': { S: 'done' },
              ':completedAt': { S: completedAt },
              ':finalAt': { S: finalAt },
              ':forgottenAt': { N: String(forgottenAt) },
            },
          }),
        );
      } catch (error) {
        // Closed by an earlier attempt, whose times stay.
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}

/** The index of the table of receipts by their state: keys only. */
const STATES_INDEX = 'states';

/** Erasures that are not done. */
export function unfinishedErasures(cell: Cell, table: string): UnfinishedErasures {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async *unfinished() {
      const input = {
        TableName: table,
        IndexName: STATES_INDEX,
        KeyConditionExpression: '#state = :running',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':running': { S: 'running' } },
      };
      for await (const { Items: items = [] } of paginateQuery({ client }, input))
        for (const item of items) yield textOf(item, 'receiptId');
    },
  };
}

function stateOf(item: Item): Receipt['state'] {
  return textOf(item, 'state') === 'done' ? 'done' : 'running';
}

function receiptOf(item: Item): Receipt {
  const receipt = { receiptId: textOf(item, 'receiptId'), requestedAt: textOf(item, 'requestedAt') };
  const state = stateOf(item);
  return state === 'running'
    ? { ...receipt, state }
    : { ...receipt, state, completedAt: textOf(item, 'completedAt'), finalAt: textOf(item, 'finalAt') };
}
