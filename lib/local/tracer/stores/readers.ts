import { LocalError } from '../../errors';
import type { Target } from '../../target';
import { readUserPools } from './accounts';
import { readBackupVaults } from './backups';
import { readBuckets } from './buckets';
import { readLogGroups } from './logs';
import { readDataStreams, readEventBuses, readQueues, readTopics } from './messages';
import { readMetrics } from './metrics';
import {
  readFunctions,
  readKeys,
  readMailIdentities,
  readParameters,
  readSecrets,
  readStacks,
  readStateMachines,
  readTags,
} from './settings';
import type { Reader, Store } from './store';
import { readTableCopies, readTableStreams, readTables } from './tables';

/** Each by what it reads, as a failure names it. */
const READERS: Readonly<Record<string, Reader>> = {
  'metrics and dashboards': readMetrics,
  'backup vaults': readBackupVaults,
  buckets: readBuckets,
  'data streams': readDataStreams,
  'event buses': readEventBuses,
  functions: readFunctions,
  keys: readKeys,
  'log groups': readLogGroups,
  'mail identities': readMailIdentities,
  parameters: readParameters,
  queues: readQueues,
  secrets: readSecrets,
  stacks: readStacks,
  'state machines': readStateMachines,
  tables: readTables,
  'table backups and exports': readTableCopies,
  'table streams': readTableStreams,
  tags: readTags,
  topics: readTopics,
  'user pools': readUserPools,
};

/**
 * Everything in a region that can hold data, with what it holds.
 *
 * @throws LocalError `StoresUnread` when any call fails: what was not read has not been searched
 */
export async function readRegion(target: Target, region: string): Promise<Store[]> {
  const reads = Object.entries(READERS).map(async ([what, read]) => {
    try {
      return await read(target, region);
    } catch (error) {
      if (error instanceof LocalError) throw error;
      throw new LocalError(
        'StoresUnread',
        `could not read the ${what} of '${region}' (${(error as Error).message}); nothing is known of them`,
        { cause: error },
      );
    }
  });
  return (await Promise.all(reads)).flat();
}
