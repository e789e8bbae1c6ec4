import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Cell } from '../cell';
import type { ErasureCloser, ErasureFinder, ErasureJob, ErasureStarter } from '../erasure-ports';
import { clientConfig } from './client-config';
import { type Item, textOf } from './conversation-items';

/** Erasures in the table of jobs. One that is under way has no time at which it goes: a person is waiting for it. */
export function erasureJobs(cell: Cell, table: string): ErasureStarter & ErasureFinder & ErasureCloser {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async begin({ jobId, personId, requestedAt }) {
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: {
              jobId: { S: jobId },
              kind: { S: 'erasure' },
              personId: { S: personId },
              state: { S: 'running' },
              requestedAt: { S: requestedAt },
            },
            ConditionExpression: 'attribute_not_exists(jobId)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return 'running';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return textOf(error.Item ?? {}, 'state') === 'done' ? 'done' : 'running';
      }
    },

    async find(jobId) {
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: table, Key: { jobId: { S: jobId } }, ConsistentRead: true }),
      );
      return item === undefined || textOf(item, 'kind') !== 'erasure' ? undefined : jobOf(item);
    },

    async close(jobId, { completedAt, finalAt, forgottenAt }) {
      try {
        await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: { jobId: { S: jobId } },
            UpdateExpression:
              'SET #state = :done, completedAt = :completedAt, finalAt = :finalAt, expiresAt = :forgottenAt REMOVE personId',
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

function jobOf(item: Item): ErasureJob {
  const job = { jobId: textOf(item, 'jobId'), requestedAt: textOf(item, 'requestedAt') };
  return textOf(item, 'state') === 'done'
    ? { ...job, state: 'done', completedAt: textOf(item, 'completedAt'), finalAt: textOf(item, 'finalAt') }
    : { ...job, state: 'running', personId: textOf(item, 'personId') };
}
