import {
  BackupClient,
  paginateListBackupVaults,
  paginateListRecoveryPointsByBackupVault,
} from '@aws-sdk/client-backup';
import { sdkConfiguration, type Target } from '../../target';
import { all, must, record, type Store, unreadable } from './store';

export async function readBackupVaults(target: Target, region: string): Promise<Store[]> {
  const client = new BackupClient(sdkConfiguration(target, region));
  const vaults = await all(paginateListBackupVaults({ client }, {}), (page) => page.BackupVaultList);
  return Promise.all(
    vaults.map(async (vault): Promise<Store> => {
      const BackupVaultName = must(vault.BackupVaultName, 'a backup vault');
      const pages = paginateListRecoveryPointsByBackupVault({ client }, { BackupVaultName });
      const points = await all(pages, (page) => page.RecoveryPoints);
      if (points.length > 0) throw unreadable(`backup vault '${BackupVaultName}' in '${region}'`);
      return { kind: 'backup vault', id: BackupVaultName, records: [record('description', vault)] };
    }),
  );
}
