import {
  DescribeTableCommand,
  DynamoDBClient,
  ListBackupsCommand,
  ListTagsOfResourceCommand,
  paginateListExports,
  paginateListTables,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { sdkConfiguration, type Target } from '../../target';
import { all, must, paged, record, type Store, type StoreRecord, unreadable } from './store';

export async function readTables(target: Target, region: string): Promise<Store[]> {
  const client = new DynamoDBClient(sdkConfiguration(target, region));
  const names = await all(paginateListTables({ client }, {}), (page) => page.TableNames);
  return Promise.all(
    names.map(async (TableName): Promise<Store> => {
      const { Table } = await client.send(new DescribeTableCommand({ TableName }));
      const { Tags } = await client.send(
        new ListTagsOfResourceCommand({ ResourceArn: must(Table?.TableArn, 'a table') }),
      );
      const items = await all(paginateScan({ client }, { TableName, ConsistentRead: true }), (page) => page.Items);
      return {
        kind: 'table',
        id: TableName,
        records: [
          record('description and tags', { Table, Tags }),
          ...items.map((item, index) => record(`item ${index + 1}`, item)),
        ],
      };
    }),
  );
}

/** Exports go to a bucket, which is read as such. */
export async function readTableCopies(target: Target, region: string): Promise<Store[]> {
  const client = new DynamoDBClient(sdkConfiguration(target, region));
  const backups = await all(
    paged(
      (ExclusiveStartBackupArn) => client.send(new ListBackupsCommand({ ExclusiveStartBackupArn })),
      (page) => page.LastEvaluatedBackupArn,
    ),
    (page) => page.BackupSummaries,
  );
  const [backup] = backups;
  if (backup !== undefined)
    throw unreadable(`backup '${backup.BackupName}' of table '${backup.TableName}' in '${region}'`);
  const exports = await all(paginateListExports({ client }, {}), (page) => page.ExportSummaries);
  return exports.map((summary): Store => {
    return {
      kind: 'export of a table',
      id: must(summary.ExportArn, 'an export'),
      records: [record('summary', summary)],
    };
  });
}

export async function readTableStreams(target: Target, region: string): Promise<Store[]> {
  const client = new DynamoDBStreamsClient(sdkConfiguration(target, region));
  const streams = await all(
    paged(
      (ExclusiveStartStreamArn) => client.send(new ListStreamsCommand({ ExclusiveStartStreamArn })),
      (page) => page.LastEvaluatedStreamArn,
    ),
    (page) => page.Streams,
  );
  return Promise.all(
    streams.map(async ({ StreamArn }): Promise<Store> => {
      const id = must(StreamArn, 'a stream');
      return { kind: 'table stream', id, records: await changesOf(client, id) };
    }),
  );
}

async function changesOf(client: DynamoDBStreamsClient, StreamArn: string): Promise<StoreRecord[]> {
  const shards = await all(
    paged(
      (ExclusiveStartShardId) => client.send(new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId })),
      (page) => page.StreamDescription?.LastEvaluatedShardId,
    ),
    (page) => page.StreamDescription?.Shards,
  );
  const changes = await Promise.all(
    shards.map(async ({ ShardId }) => {
      const from = { StreamArn, ShardId: must(ShardId, 'a shard'), ShardIteratorType: 'TRIM_HORIZON' } as const;
      const first = await client.send(new GetShardIteratorCommand(from));
      return all(
        paged(
          (next) => client.send(new GetRecordsCommand({ ShardIterator: next ?? first.ShardIterator })),
          // An open shard has a next iterator for ever; one without changes has been read to its end.
          (page) => ((page.Records ?? []).length === 0 ? undefined : page.NextShardIterator),
        ),
        (page) => page.Records,
      );
    }),
  );
  return changes.flat().map((change, index) => record(`change ${index + 1}`, change));
}
