import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { ImportReceipt, ImportState } from '../../domain/archive-api';
import { RECEIPT_DAYS } from '../../domain/retention';
import type { ImportFinder, ImportJob, ImportKeeper, ImportOpener, ImportRunner } from '../archive-ports';
import type { Cell } from '../cell';
import { clientConfig } from './client-config';
import { type Item, numberOf, textOf } from './conversation-items';
import { countedJobs, type JobTables, jobItem } from './export-jobs';
import { writeUnlessErased } from './transactions';

/** Finds imports in the table of jobs. */
export function importFinder(cell: Cell, table: string): ImportFinder {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async findImport(jobId) {
      const item = await jobItem(client, table, jobId);
      return item === undefined || textOf(item, 'kind') !== 'import' ? undefined : jobOf(item);
    },
  };
}

/** Announces imports in the table of jobs. */
export function importOpener(cell: Cell, { jobs: table, profiles }: JobTables): ImportOpener & ImportFinder {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    ...importFinder(cell, table),

    async open({ jobId, personId, startedAt, forgottenAt }, { bytes, sha256 }) {
      const begun = await writeUnlessErased(client, profiles, personId, {
        there: {
          Put: {
            TableName: table,
            Item: {
              jobId: { S: jobId },
              kind: { S: 'import' },
              personId: { S: personId },
              state: { S: 'open' },
              startedAt: { S: startedAt },
              bytes: { N: String(bytes) },
              sha256: { S: sha256 },
              expiresAt: { N: String(forgottenAt) },
            },
            ConditionExpression: 'attribute_not_exists(jobId)',
          },
        },
      });
      return begun === 'written' ? 'begun' : begun;
    },

    async openOrRunning(personId, openSince) {
      const isGoing = (job: Item) => {
        const [state, since] = [textOf(job, 'state') as ImportState, textOf(job, 'startedAt')];
        return textOf(job, 'kind') === 'import' && (state === 'running' || (state === 'open' && since >= openSince));
      };
      return countedJobs(client, table, personId, isGoing);
    },
  };
}

/** Sets imports going, and keeps what the steps of their workflow say of them; beside them is the register of transfers. */
export function importKeeper(cell: Cell, table: string): ImportRunner & ImportKeeper & ImportFinder {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  const update = async (
    jobId: string,
    {
      from,
      ...input
    }: Pick<UpdateItemCommandInput, 'UpdateExpression' | 'ExpressionAttributeValues'> & {
      readonly from: ImportState;
    },
  ): Promise<boolean> => {
    try {
      await client.send(new UpdateItemCommand(updateOf(table, jobId, from, input)));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    ...importFinder(cell, table),

    run: async (jobId) =>
      update(jobId, {
        from: 'open',
        UpdateExpression: 'SET #state = :state',
        ExpressionAttributeValues: { ':state': { S: 'running' } },
      }),

    async blame(jobId, { code, detail }) {
      await update(jobId, {
        from: 'running',
        UpdateExpression: 'SET fault = if_not_exists(fault, :fault), detail = if_not_exists(detail, :detail)',
        ExpressionAttributeValues: { ':fault': { S: code }, ':detail': { S: detail } },
      });
    },

    async complete(jobId, receipt, { transferId, from, to, day }) {
      const done = updateOf(table, jobId, 'running', {
        UpdateExpression: 'SET #state = :state, receipt = :receipt',
        ExpressionAttributeValues: { ':state': { S: 'done' }, ':receipt': { S: JSON.stringify(receipt) } },
      });
      const line = {
        jobId: { S: transferId },
        kind: { S: 'transfer' },
        from: { S: from },
        to: { S: to },
        day: { S: day },
        // Counted from the day: when exactly it goes would tell when exactly it was written.
        expiresAt: { N: String(Date.parse(day) / 1000 + RECEIPT_DAYS * 24 * 60 * 60) },
      };
      try {
        await client.send(
          new TransactWriteItemsCommand({
            TransactItems: [
              {
                Update: {
                  ...done,
                  UpdateExpression: done.UpdateExpression,
                  // An erasure takes the person out of their jobs.
                  ConditionExpression: `${done.ConditionExpression} AND attribute_exists(personId)`,
                },
              },
              { Put: { TableName: table, Item: line } },
            ],
          }),
        );
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        if (error.CancellationReasons?.some(({ Code: code }) => code === 'ConditionalCheckFailed')) return false;
        throw error;
      }
    },

    async failed(jobId) {
      await update(jobId, {
        from: 'running',
        UpdateExpression: 'SET #state = :state',
        ExpressionAttributeValues: { ':state': { S: 'failed' } },
      });
    },
  };
}

function updateOf(
  table: string,
  jobId: string,
  from: ImportState,
  input: Pick<UpdateItemCommandInput, 'UpdateExpression' | 'ExpressionAttributeValues'>,
) {
  return {
    TableName: table,
    Key: { jobId: { S: jobId } },
    UpdateExpression: input.UpdateExpression,
    ConditionExpression: '#state = :from',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':from': { S: from }, ...input.ExpressionAttributeValues },
  };
}

function jobOf(item: Item): ImportJob {
  const personId = item['personId']?.S;
  const [receipt, fault] = [textOf(item, 'receipt'), textOf(item, 'fault')];
  return {
    jobId: textOf(item, 'jobId'),
    ...(personId !== undefined && { personId }),
    state: textOf(item, 'state') as ImportState,
    startedAt: textOf(item, 'startedAt'),
    archive: { bytes: numberOf(item, 'bytes'), sha256: textOf(item, 'sha256') },
    ...(fault !== '' && { fault: { code: fault, detail: textOf(item, 'detail') } }),
    ...(receipt !== '' && { receipt: JSON.parse(receipt) as ImportReceipt }),
  };
}
