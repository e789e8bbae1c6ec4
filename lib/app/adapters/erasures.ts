import { setTimeout as wait } from 'node:timers/promises';
import {
  type CancellationReason,
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Cell } from '../cell';
import type { ErasureBeginner, NewErasure } from '../erasure-ports';
import { clientConfig } from './client-config';
import { markOf } from './profiles-table';

/** What an erasure leaves as it begins, and where. */
export interface ErasureTables {
  readonly profiles: string;
  readonly jobs: string;
  readonly receipts: string;
}

const MOST_ATTEMPTS = 5;
const WAIT_MS = 50;

/**
 * Begins erasures, in one transaction each.
 *
 * @param standing what becomes of a mark that stands already: its erasure goes on, or another one takes its place, which looks at
 *   every store once more
 */
export function erasureBeginner(
  cell: Cell,
  tables: ErasureTables,
  standing: 'goes on' | 'is replaced' = 'goes on',
): ErasureBeginner {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async begin(erasure) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          await client.send(new TransactWriteItemsCommand(beginningOf(tables, erasure, standing)));
          return erasure.jobId;
        } catch (error) {
          if (!(error instanceof TransactionCanceledException)) throw error;
          const reasons = error.CancellationReasons ?? [];
          const jobId = reasons[0]?.Item?.['jobId']?.S;
          if (jobId !== undefined) return jobId;
          // Something else was being written of the person: it is asked again, for a moment.
          if (!reasons.some(isConflict) || attempt === MOST_ATTEMPTS) throw error;
          await wait(attempt * WAIT_MS);
        }
      }
    },
  };
}

function beginningOf(
  { profiles, jobs, receipts }: ErasureTables,
  { personId, jobId, requestedAt }: NewErasure,
  standing: 'goes on' | 'is replaced',
): TransactWriteItemsCommandInput {
  const onlyOnce = {
    ConditionExpression: 'attribute_not_exists(erased)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const;
  // One that is under way has no time at which it goes: a person is waiting for it.
  const job = { jobId: { S: jobId }, kind: { S: 'erasure' }, personId: { S: personId } };
  const receipt = { receiptId: { S: jobId }, state: { S: 'running' }, requestedAt: { S: requestedAt } };
  return {
    TransactItems: [
      { Put: { TableName: profiles, Item: markOf(personId, jobId), ...(standing === 'goes on' && onlyOnce) } },
      { Put: { TableName: jobs, Item: job } },
      { Put: { TableName: receipts, Item: receipt } },
    ],
  };
}

function isConflict({ Code: code }: CancellationReason): boolean {
  return code === 'TransactionConflict';
}
