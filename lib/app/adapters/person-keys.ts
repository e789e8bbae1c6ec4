import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { cellName } from '../../domain/cell';
import { DomicileError } from '../../domain/errors';
import type { Cell } from '../cell';
import type { PersonKeyDestroyer, PersonKeys } from '../ports';
import { type Binding, sealerWith } from '../sealing';
import { clientConfig } from './client-config';

type Item = Readonly<Record<string, AttributeValue>>;

/** KMS answered a call that succeeded without what was asked for. */
class KeyServiceError extends DomicileError {}

/** Which table and which key of KMS; names, no secrets. */
export interface PersonKeysPlace {
  readonly table: string;
  readonly key: string;
}

/**
 * Each person's data key, wrapped by KMS under the cell's person key and bound to cell and person (encryption context), in a
 * table of its own. A key is unwrapped for one call and never kept: from the moment of its destruction on it opens nothing.
 */
export function personKeys(cell: Cell, { table, key }: PersonKeysPlace): PersonKeys {
  const items = new DynamoDBClient(clientConfig(cell, 3_000));
  const kms = new KMSClient(clientConfig(cell, 3_000));
  const bindingOf = (personId: string): Binding => ({ cell: cellName(cell.jurisdiction), personId });
  const contextOf = ({ cell: name, personId }: Binding) => ({ cell: name, person: personId });

  const read = async (personId: string): Promise<Item | undefined> => {
    const { Item: item } = await items.send(
      new GetItemCommand({ TableName: table, Key: { personId: { S: personId } }, ConsistentRead: true }),
    );
    return item;
  };
  const unwrap = async (personId: string, item: Item | undefined) => {
    const wrapped = item?.['wrapped']?.B;
    if (wrapped === undefined) return undefined;
    const binding = bindingOf(personId);
    const { Plaintext: dataKey } = await kms.send(
      new DecryptCommand({ KeyId: key, CiphertextBlob: wrapped, EncryptionContext: contextOf(binding) }),
    );
    return sealerWith(required(dataKey), binding);
  };

  return {
    find: async (personId) => unwrap(personId, await read(personId)),

    async findOrMake(personId) {
      const found = await read(personId);
      if (found !== undefined) return (await unwrap(personId, found)) ?? 'erased';
      const binding = bindingOf(personId);
      const made = await kms.send(
        new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', EncryptionContext: contextOf(binding) }),
      );
      try {
        await items.send(
          new PutItemCommand({
            TableName: table,
            Item: { personId: { S: personId }, wrapped: { B: required(made.CiphertextBlob) } },
            ConditionExpression: 'attribute_not_exists(personId)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
      } catch (error) {
        // Another call was faster, or an erasure: what rests there counts, and what was made here is forgotten.
        if (error instanceof ConditionalCheckFailedException) return (await unwrap(personId, error.Item)) ?? 'erased';
        throw error;
      }
      return sealerWith(required(made.Plaintext), binding);
    },
  };
}

/** Destroys keys: the one call that needs no right on the key of KMS. */
export function personKeyDestroyer(cell: Cell, table: string): PersonKeyDestroyer {
  const items = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async destroy(personId, expiresAt) {
      // A put replaces the whole item: the wrapped key does not survive it.
      const mark = { personId: { S: personId }, erased: { BOOL: true }, expiresAt: { N: String(expiresAt) } };
      await items.send(new PutItemCommand({ TableName: table, Item: mark }));
    },
  };
}

function required(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new KeyServiceError('NoDataKey', 'KMS answered without a key');
  return bytes;
}
