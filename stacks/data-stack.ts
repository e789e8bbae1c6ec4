import * as backup from 'aws-cdk-lib/aws-backup';
import { AttributeType, type ITable } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Aws, Fn, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '../lib/constructs/acknowledge';
import { PersonKey, StoreKey } from '../lib/constructs/key';
import { RegionalBucket } from '../lib/constructs/regional-bucket';
import { roleName } from '../lib/constructs/regional-function';
import { RegionalTable } from '../lib/constructs/regional-table';
import { declareStore } from '../lib/constructs/store-declaration';
import { PERSON_KEY_ROLES } from '../lib/controls/preventive/cell-actions';
import { vaultPolicy } from '../lib/controls/preventive/vault-policy';
import { READERS_INDEX } from '../lib/domain/conversations';
import {
  ARCHIVE_DAYS,
  BACKUP_DAYS,
  KEY_RECOVERY_DAYS,
  NONCURRENT_VERSION_DAYS,
  POINT_IN_TIME_RECOVERY_DAYS,
} from '../lib/domain/retention';
import { CellStack, type CellStackProps } from './cell-stack';

/** What people entrust to a cell: its keys, tables, media and the vault of their backups. */
export class DataStack extends CellStack {
  readonly storeKey: IKey;
  readonly personKey: IKey;
  readonly profiles: ITable;
  readonly personKeys: ITable;
  readonly conversations: ITable;
  readonly jobs: ITable;
  readonly receipts: ITable;
  readonly media: IBucket;
  readonly archives: IBucket;
  readonly vault: backup.IBackupVault;

  constructor(scope: Construct, props: CellStackProps) {
    super(scope, 'Data', props, { description: 'keys, tables, media and the backup vault' });
    const { jurisdiction } = props;

    this.storeKey = new StoreKey(this, 'StoreKey', {
      jurisdiction,
      services: ['backup', 'cloudtrail', 'cloudwatch', 'dynamodb', 'logs', 's3', 'sns', 'sqs'],
    }).key;
    this.personKey = new PersonKey(this, 'PersonKey', {
      jurisdiction,
      roles: PERSON_KEY_ROLES.map((role) => roleName(jurisdiction, role)),
    }).key;

    this.profiles = new RegionalTable(this, 'Profiles', {
      jurisdiction,
      encryptionKey: this.storeKey,
      partitionKey: { name: 'personId', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      holds: {
        id: 'profiles',
        kind: 'table',
        holds:
          'the profile that you write: your display name, and when it was changed; which terms you accepted, when and in which language; which consents you gave and withdrew, and when',
        personal: true,
        retention: { until: 'erasure', thenRecoverableForDays: POINT_IN_TIME_RECOVERY_DAYS },
        key: 'person',
        legalBasis: 'contract',
        readers: ['you', 'operators of the cell, for support'],
      },
    }).table;
    this.personKeys = new RegionalTable(this, 'PersonKeys', {
      jurisdiction,
      encryptionKey: this.storeKey,
      partitionKey: { name: 'personId', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      holds: {
        id: 'person-keys',
        kind: 'table',
        holds: 'the key that what you write is sealed under, itself sealed under a key that never leaves the region',
        personal: true,
        retention: { until: 'erasure', thenRecoverableForDays: KEY_RECOVERY_DAYS },
        key: 'cell',
        legalBasis: 'contract',
        readers: ['nobody: the functions of the cell use it when you ask them to'],
      },
    }).table;
    acknowledge(this.personKeys, {
      rules: [
        'NIST.800.53.R5::NIST.800.53.R5-DynamoDBInBackupPlan',
        'HIPAA.Security::HIPAA.Security-DynamoDBInBackupPlan',
      ],
      reason:
        'a key that a backup brings back would open what its person had erased: it is recoverable for seven days, and no longer',
      substitute: {
        control: 'point-in-time recovery of seven days, and protection of the table from deletion',
        test: 'test/stacks/data.test.ts',
      },
      owner: 'security',
      since: '2026-11-24',
    });

    this.conversations = new RegionalTable(this, 'Conversations', {
      jurisdiction,
      encryptionKey: this.storeKey,
      partitionKey: { name: 'personId', type: AttributeType.STRING },
      sortKey: { name: 'entry', type: AttributeType.STRING },
      foundBy: { name: READERS_INDEX, attribute: { name: 'readerId', type: AttributeType.STRING } },
      timeToLiveAttribute: 'expiresAt',
      holds: {
        id: 'conversations',
        kind: 'table',
        holds:
          'the messages that you write, sealed under your key; how many and when; until when others may read them, and hashes of the keys that they read with',
        personal: true,
        retention: { until: 'erasure', thenRecoverableForDays: POINT_IN_TIME_RECOVERY_DAYS },
        key: 'person',
        legalBasis: 'contract',
        readers: ['you', 'whom you hand a key to'],
      },
    }).table;
    for (const table of [this.profiles, this.conversations]) {
      acknowledge(table, {
        rules: [
          'NIST.800.53.R5::NIST.800.53.R5-DynamoDBInBackupPlan',
          'HIPAA.Security::HIPAA.Security-DynamoDBInBackupPlan',
        ],
        reason: 'the rule looks for a selection of the table in the same stack only',
        substitute: {
          control: 'the plan in the Oversight stack copies the table daily into the vault of the cell',
          test: 'test/stacks/oversight.test.ts',
        },
        owner: 'platform',
        since: '2026-11-24',
      });
    }
    this.jobs = new RegionalTable(this, 'Jobs', {
      jurisdiction,
      encryptionKey: this.storeKey,
      partitionKey: { name: 'jobId', type: AttributeType.STRING },
      foundBy: { name: 'people', attribute: { name: 'personId', type: AttributeType.STRING } },
      timeToLiveAttribute: 'expiresAt',
      holds: {
        id: 'jobs',
        kind: 'table',
        holds: 'which exports, moves and erasures you asked for, and how far they are',
        personal: true,
        retention: { until: 'erasure', thenRecoverableForDays: KEY_RECOVERY_DAYS },
        key: 'cell',
        legalBasis: 'legal obligation',
        readers: ['you', 'operators of the cell, for support'],
      },
    }).table;
    this.receipts = new RegionalTable(this, 'Receipts', {
      jurisdiction,
      encryptionKey: this.storeKey,
      partitionKey: { name: 'receiptId', type: AttributeType.STRING },
      foundBy: { name: 'states', attribute: { name: 'state', type: AttributeType.STRING } },
      timeToLiveAttribute: 'expiresAt',
      holds: {
        id: 'receipts',
        kind: 'table',
        holds: 'that somebody was erased: when that was asked for, when it was done, and when it is final',
        personal: { no: 'a receipt has a random number and times, and the functions that write it read no store' },
        retention: { until: 'erasure', thenRecoverableForDays: KEY_RECOVERY_DAYS },
        key: 'cell',
        legalBasis: 'legal obligation',
        readers: ['you, while your session lasts', 'operators of the cell, by its number'],
      },
    }).table;
    for (const table of [this.jobs, this.receipts])
      acknowledge(table, {
        rules: [
          'NIST.800.53.R5::NIST.800.53.R5-DynamoDBInBackupPlan',
          'HIPAA.Security::HIPAA.Security-DynamoDBInBackupPlan',
        ],
        reason:
          'whose erasure is under way is to be forgotten with it: seven days of recovery are what a workflow needs',
        substitute: {
          control: 'point-in-time recovery of seven days, and protection of the table from deletion',
          test: 'test/stacks/data.test.ts',
        },
        owner: 'platform',
        since: '2026-11-24',
      });

    this.media = new RegionalBucket(this, 'Media', {
      jurisdiction,
      encryptionKey: this.storeKey,
      reachedByPages: true,
      holds: {
        id: 'media',
        kind: 'bucket',
        holds: 'pictures and files that you send',
        personal: true,
        retention: { until: 'erasure', thenRecoverableForDays: NONCURRENT_VERSION_DAYS },
        key: 'cell',
        legalBasis: 'contract',
        readers: ['you', 'whom you send them to'],
      },
    }).bucket;

    this.archives = new RegionalBucket(this, 'Archives', {
      jurisdiction,
      encryptionKey: this.storeKey,
      reachedByPages: true,
      oldVersionDays: 1,
      holds: {
        id: 'archives',
        kind: 'bucket',
        holds: 'an archive of everything that you asked for, or brought from another home',
        personal: true,
        retention: { until: 'age', days: ARCHIVE_DAYS },
        key: 'cell',
        legalBasis: 'contract',
        readers: ['you'],
      },
    }).bucket;

    this.vault = new backup.BackupVault(this, 'Vault', {
      // A vault outlives its stack: a name of its own for each making lets a cell be made again beside what was kept.
      backupVaultName: `Backups-${Fn.select(2, Fn.split('/', Aws.STACK_ID))}`,
      encryptionKey: this.storeKey,
      removalPolicy: RemovalPolicy.RETAIN,
      blockRecoveryPointDeletion: true,
      accessPolicy: iam.PolicyDocument.fromJson(vaultPolicy({ region: this.region, account: this.account })),
    });
    declareStore(this.vault, {
      id: 'backups',
      kind: 'backup vault',
      holds: 'a daily copy of the tables of profiles and conversations',
      personal: true,
      retention: { until: 'age', days: BACKUP_DAYS },
      key: 'cell',
      legalBasis: 'legitimate interest',
      readers: ['nobody, until a restore that two operators agree on'],
    });

    // Exported from the start: consumers come and go, and this template never changes for them.
    for (const attribute of [
      this.storeKey.keyArn,
      this.personKey.keyArn,
      this.profiles.tableArn,
      this.profiles.tableName,
      this.personKeys.tableArn,
      this.personKeys.tableName,
      this.conversations.tableArn,
      this.conversations.tableName,
      this.receipts.tableArn,
      this.receipts.tableName,
      this.jobs.tableArn,
      this.jobs.tableName,
      this.media.bucketArn,
      this.media.bucketName,
      this.archives.bucketArn,
      this.archives.bucketName,
      this.vault.backupVaultName,
      this.vault.backupVaultArn,
    ]) {
      this.exportValue(attribute);
    }
  }
}
