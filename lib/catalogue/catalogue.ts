import type { Channel } from './channel';
import { dynamodbGlobalTable, dynamodbGlobalTableV1, dynamodbMultiAccountGlobalTable } from './services/dynamodb';
import { kmsMultiRegionKey } from './services/kms';
import {
  rdsAuroraGlobalDatabase,
  rdsAutomatedBackupReplication,
  rdsCrossRegionReadReplica,
} from './services/rds-replicas';
import {
  rdsSnapshotCopyCrossRegion,
  rdsSnapshotExportS3,
  rdsSnapshotShare,
  rdsSqlExportToS3,
} from './services/rds-snapshots';
import { s3BucketReplication } from './services/s3';
import { rdsZeroEtlIntegration } from './services/zero-etl';

/** Every channel, by the service that opens it; one entry for each file in `services/`. */
export const CATALOGUE = {
  dynamodb: [dynamodbGlobalTable, dynamodbGlobalTableV1, dynamodbMultiAccountGlobalTable],
  kms: [kmsMultiRegionKey],
  rds: [
    rdsAuroraGlobalDatabase,
    rdsCrossRegionReadReplica,
    rdsAutomatedBackupReplication,
    rdsSnapshotCopyCrossRegion,
    rdsSnapshotShare,
    rdsSnapshotExportS3,
    rdsSqlExportToS3,
    rdsZeroEtlIntegration,
  ],
  s3: [s3BucketReplication],
} as const satisfies Readonly<Record<string, readonly Channel[]>>;

export type Service = keyof typeof CATALOGUE;
export type ChannelId = (typeof CATALOGUE)[Service][number]['id'];

export const CHANNELS: readonly Channel<ChannelId>[] = Object.values(CATALOGUE).flat();
