import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { ExportState } from '../../domain/archive-api';
import { MOST_JOBS } from '../../domain/archives';
import type { ExportFinder, ExportJob, ExportKeeper, ExportStarter } from '../archive-ports';
import type { Cell } from '../cell';
import { clientConfig } from './client-config';
import { type Item, numberOf, textOf } from './conversation-items';
import { writeUnlessErased } from './transactions';

/** Which tables; the mark of an erasure is in that of profiles. */
export interface JobTables {
  readonly jobs: string;
  readonly profiles: string;
}

/** The index of the table of jobs by person: keys only. */
export const PEOPLE_INDEX = 'people';

/** How many jobs of a person count by what they are; infinitely many where more are known than a person can have. */
export async function countedJobs(
  client: DynamoDBClient,
  table: string,
  personId: string,
  counts: (job: Item) => boolean,
): Promise<number> {
  const { Items: found = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: PEOPLE_INDEX,
      KeyConditionExpression: 'personId = :personId',
      ExpressionAttributeValues: { ':personId': { S: personId } },
      Limit: MOST_JOBS,
    }),
  );
  if (found.length >= MOST_JOBS) return Number.POSITIVE_INFINITY;
  const jobs = await Promise.all(found.map(async (one) => jobItem(client, table, textOf(one, 'jobId'))));
  return jobs.filter((job) => job !== undefined && counts(job)).length;
}

export async function jobItem(client: DynamoDBClient, table: string, jobId: string): Promise<Item | undefined> {
  const { Item: item } = await client.send(
    new GetItemCommand({ TableName: table, Key: { jobId: { S: jobId } }, ConsistentRead: true }),
  );
  return item;
}

/** Finds exports in the table of jobs. */
export function exportFinder(cell: Cell, table: string): ExportFinder {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async findExport(jobId) {
      const item = await jobItem(client, table, jobId);
      return item === undefined || textOf(item, 'kind') !== 'export' ? undefined : jobOf(item);
    },
  };
}

/** Begins exports in the table of jobs. */
export function exportStarter(cell: Cell, { jobs: table, profiles }: JobTables): ExportStarter & ExportFinder {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    ...exportFinder(cell, table),

    async begin({ jobId, personId, startedAt, forgottenAt }) {
      const begun = await writeUnlessErased(client, profiles, personId, {
        there: {
          Put: {
            TableName: table,
            Item: {
              jobId: { S: jobId },
              kind: { S: 'export' },
              personId: { S: personId },
              state: { S: 'running' },
              startedAt: { S: startedAt },
              expiresAt: { N: String(forgottenAt) },
            },
            ConditionExpression: 'attribute_not_exists(jobId)',
          },
        },
      });
      return begun === 'written' ? 'begun' : begun;
    },

    async held(personId) {
      const isHeld = (job: Item) => textOf(job, 'kind') === 'export' && HELD.has(textOf(job, 'state'));
      return countedJobs(client, table, personId, isHeld);
    },
  };
}

/** Keeps what steps of a workflow say of an export. */
export function exportKeeper(cell: Cell, table: string): ExportKeeper & ExportFinder {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  const update = async (input: Omit<UpdateItemCommandInput, 'TableName'>): Promise<boolean> => {
    try {
      await client.send(new UpdateItemCommand({ TableName: table, ...input }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    ...exportFinder(cell, table),

    async ready(jobId, { bytes, sha256, expiresAt }) {
      return update({
        Key: { jobId: { S: jobId } },
        UpdateExpression: 'SET #state = :ready, bytes = :bytes, sha256 = :sha256, keptUntil = :keptUntil',
        // An erasure forgets a person's jobs. The SDK repeats a call whose answer was lost: then it is ready with this very archive.
        ConditionExpression:
          'attribute_exists(personId) AND (#state = :running OR (#state = :ready AND sha256 = :sha256))',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':running': { S: 'running' },
          ':ready': { S: 'ready' },
          ':bytes': { N: String(bytes) },
          ':sha256': { S: sha256 },
          ':keptUntil': { S: expiresAt },
        },
      });
    },

    async over(jobId, state) {
      await update({
        Key: { jobId: { S: jobId } },
        UpdateExpression: 'SET #state = :state REMOVE bytes, sha256, keptUntil',
        ConditionExpression: 'attribute_exists(jobId)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':state': { S: state } },
      });
    },
  };
}

const HELD: ReadonlySet<string> = new Set<ExportState>(['running', 'ready']);

function jobOf(item: Item): ExportJob {
  const personId = item['personId']?.S;
  return {
    jobId: textOf(item, 'jobId'),
    ...(personId !== undefined && { personId }),
    state: textOf(item, 'state') as ExportState,
    startedAt: textOf(item, 'startedAt'),
    ...(item['keptUntil'] !== undefined && {
      archive: {
        bytes: numberOf(item, 'bytes'),
        sha256: textOf(item, 'sha256'),
        expiresAt: textOf(item, 'keptUntil'),
      },
    }),
  };
}
