import type { Channel } from './channel';
import { dynamodbGlobalTable, dynamodbGlobalTableV1, dynamodbMultiAccountGlobalTable } from './services/dynamodb';
import { kmsMultiRegionKey } from './services/kms';
import { s3BucketReplication } from './services/s3';

/** Every channel, by the service that opens it; one entry for each file in `services/`. */
export const CATALOGUE = {
  dynamodb: [dynamodbGlobalTable, dynamodbGlobalTableV1, dynamodbMultiAccountGlobalTable],
  kms: [kmsMultiRegionKey],
  s3: [s3BucketReplication],
} as const satisfies Readonly<Record<string, readonly Channel[]>>;

export type Service = keyof typeof CATALOGUE;
export type ChannelId = (typeof CATALOGUE)[Service][number]['id'];

export const CHANNELS: readonly Channel<ChannelId>[] = Object.values(CATALOGUE).flat();
