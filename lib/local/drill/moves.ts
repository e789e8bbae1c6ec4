import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  KMSClient,
  ReplicateKeyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  RemoveRegionsFromReplicationCommand,
  ReplicateSecretToRegionsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { sdkConfiguration } from '../target';
import { bucketPut, bucketReplication } from './bucket-moves';
import type { Move } from './move';

const secretReplication: Move = {
  title: 'replicate a secret',
  action: 'secretsmanager:ReplicateSecretToRegions',
  prepare: async ({ target, home, abroad, name: Name, marker, session, undo }) => {
    const atHome = new SecretsManagerClient(sdkConfiguration(target, home));
    const elsewhere = new SecretsManagerClient(sdkConfiguration(target, abroad));
    const asRole = new SecretsManagerClient(sdkConfiguration({ ...target, ...session }, home));
    await atHome.send(new CreateSecretCommand({ Name, SecretString: marker }));
    undo(() => atHome.send(new DeleteSecretCommand({ SecretId: Name, ForceDeleteWithoutRecovery: true })));
    return {
      try: async () => {
        const answer = await asRole.send(
          new ReplicateSecretToRegionsCommand({ SecretId: Name, AddReplicaRegions: [{ Region: abroad }] }),
        );
        undo(() => removeReplica(atHome, Name, abroad));
        return answer;
      },
      seenAbroad: seen('ResourceNotFoundException', async () => {
        const { SecretString } = await elsewhere.send(new GetSecretValueCommand({ SecretId: Name }));
        return SecretString === marker;
      }),
    };
  },
};

const keyReplication: Move = {
  title: 'replicate a key, decrypt with it',
  action: 'kms:ReplicateKey',
  prepare: async ({ target, home, abroad, name, marker, session, undo }) => {
    const atHome = new KMSClient(sdkConfiguration(target, home));
    const elsewhere = new KMSClient(sdkConfiguration(target, abroad));
    const asRole = new KMSClient(sdkConfiguration({ ...target, ...session }, home));
    const { KeyMetadata } = await atHome.send(new CreateKeyCommand({ MultiRegion: true, Description: name }));
    const KeyId = KeyMetadata?.KeyId ?? '';
    undo(() => atHome.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 })));
    const { CiphertextBlob } = await atHome.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from(marker) }));
    return {
      try: async () => {
        const answer = await asRole.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: abroad, Description: name }));
        undo(() => elsewhere.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 })));
        return answer;
      },
      seenAbroad: seen('NotFoundException', async () => {
        const { Plaintext = [] } = await elsewhere.send(new DecryptCommand({ KeyId, CiphertextBlob }));
        return Buffer.from(Plaintext).toString() === marker;
      }),
    };
  },
};

const tablePut: Move = {
  title: 'put an item abroad, read it',
  action: 'dynamodb:PutItem',
  prepare: async ({ target, abroad, name: TableName, marker, session, undo }) => {
    const elsewhere = new DynamoDBClient(sdkConfiguration(target, abroad));
    const asRole = new DynamoDBClient(sdkConfiguration({ ...target, ...session }, abroad));
    const Key = { id: { S: marker } };
    await elsewhere.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      }),
    );
    undo(() => elsewhere.send(new DeleteTableCommand({ TableName })));
    return {
      try: async () => {
        await asRole.send(new PutItemCommand({ TableName, Item: Key }));
        return asRole.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      },
      seenAbroad: async () => {
        const { Item } = await elsewhere.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
        return Item !== undefined;
      },
    };
  },
};

/** AWS deletes no secret that has replicas. The emulator lacks this call, and deletes them with their secret. */
async function removeReplica(client: SecretsManagerClient, SecretId: string, region: string): Promise<void> {
  try {
    await client.send(new RemoveRegionsFromReplicationCommand({ SecretId, RemoveReplicaRegions: [region] }));
  } catch (error) {
    if (!(error as Error).message.startsWith('Unknown action')) throw error;
  }
}

/** Whether something is there, where one error means that it is not; any other is a failure to look. */
function seen(absent: string, look: () => Promise<boolean>): () => Promise<boolean> {
  return async () => {
    try {
      return await look();
    } catch (error) {
      if ((error as Error).name === absent) return false;
      throw error;
    }
  };
}

export const MOVES: readonly Move[] = [bucketReplication, secretReplication, keyReplication, tablePut, bucketPut];
