import { DeleteItemCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Cell } from '../cell';
import type { ErasureJobs } from '../erasure-ports';
import { clientConfig } from './client-config';
import { textOf } from './conversation-items';

/** Erasures in the table of jobs. */
export function erasureJobs(cell: Cell, table: string): ErasureJobs {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  const keyOf = (jobId: string) => ({ TableName: table, Key: { jobId: { S: jobId } } });
  return {
    async personOf(jobId) {
      const { Item: item } = await client.send(new GetItemCommand({ ...keyOf(jobId), ConsistentRead: true }));
      return item === undefined || textOf(item, 'kind') !== 'erasure' ? undefined : textOf(item, 'personId');
    },

    async forget(jobId) {
      await client.send(new DeleteItemCommand(keyOf(jobId)));
    },
  };
}
