import {
  type AttributeValue,
  BatchWriteItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Cell } from '../cell';
import type { Eraser } from '../erasure-ports';
import { clientConfig } from './client-config';
import { textOf } from './conversation-items';
import { PEOPLE_INDEX } from './export-jobs';

type Keys = Record<string, AttributeValue>;

/** What DynamoDB takes in one batch. */
const BATCH = 25;

/** Removes the entries of a person from the table of conversations, a batch at a time. */
export function conversationsEraser(cell: Cell, table: string): Eraser {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return async (personId) => {
    const { Items: found = [], LastEvaluatedKey: more } = await client.send(
      new QueryCommand({
        ...ofPerson(table, personId),
        ProjectionExpression: 'personId, entry',
        Limit: BATCH,
        ConsistentRead: true,
      }),
    );
    if (found.length > 0) {
      const { UnprocessedItems: left = {} } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [table]: found.map((Key) => ({ DeleteRequest: { Key } })) } }),
      );
      if (Object.keys(left).length > 0) return 'more';
    }
    return more === undefined ? 'done' : 'more';
  };
}

/** The jobs of a person but one: that of the erasure, which is closed last. */
export function jobsOfPerson(cell: Cell, table: string) {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    /** Those that have gone from the table a moment ago may still be among them. */
    async others(personId: string, erasure: string): Promise<readonly string[]> {
      const input = { ...ofPerson(table, personId), IndexName: PEOPLE_INDEX };
      const jobs: string[] = [];
      let from: Keys | undefined;
      do {
        const page = await client.send(new QueryCommand({ ...input, ExclusiveStartKey: from }));
        jobs.push(...(page.Items ?? []).map((item) => textOf(item, 'jobId')));
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
      return jobs.filter((jobId) => jobId !== erasure);
    },

    async forget(jobId: string): Promise<void> {
      await client.send(new DeleteItemCommand({ TableName: table, Key: { jobId: { S: jobId } } }));
    },
  };
}

function ofPerson(table: string, personId: string): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: 'personId = :personId',
    ExpressionAttributeValues: { ':personId': { S: personId } },
  };
}
