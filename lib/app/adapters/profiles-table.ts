import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Cell } from '../cell';
import type { Profile, ProfileChange, ProfileEraser, ProfileReader, ProfileRecord, ProfileWriter } from '../ports';
import { clientConfig } from './client-config';

type Item = Record<string, AttributeValue>;

/** The profiles table of a cell: one item for each person, which is a profile or the mark of an erasure. */
export function profilesTable(cell: Cell, table: string): ProfileReader & ProfileWriter & ProfileEraser {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return {
    async read(personId) {
      const { Item: item } = await client.send(
        // A consistent read: from the moment of the erasure on, nobody is shown what was there before.
        new GetItemCommand({ TableName: table, Key: { personId: { S: personId } }, ConsistentRead: true }),
      );
      return recordOf(item);
    },

    async write(personId, change) {
      try {
        const { Attributes: item } = await client.send(new UpdateItemCommand(updateOf(table, personId, change)));
        return { kind: 'written', profile: profileOf(item ?? {}) };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const record = recordOf(error.Item);
        if (record.kind === 'erased') return { kind: 'erased' };
        // The SDK repeats a call whose answer was lost. Then the version is not as it was, because of this very change.
        if (record.kind === 'profile' && isDone(record.profile, change))
          return { kind: 'written', profile: record.profile };
        return { kind: 'changed' };
      }
    },

    async erase(personId, expiresAt) {
      // A put replaces the whole item: no attribute survives, whichever there were.
      const mark = { personId: { S: personId }, erased: { BOOL: true }, expiresAt: { N: String(expiresAt) } };
      await client.send(new PutItemCommand({ TableName: table, Item: mark }));
    },
  };
}

function updateOf(table: string, personId: string, { displayName, updatedAt, seenVersion }: ProfileChange) {
  const seen =
    seenVersion === undefined ? '' : seenVersion === 0 ? ' AND attribute_not_exists(version)' : ' AND version = :seen';
  return {
    TableName: table,
    Key: { personId: { S: personId } },
    UpdateExpression:
      'SET displayName = :displayName, updatedAt = :updatedAt, version = if_not_exists(version, :none) + :one',
    ConditionExpression: `attribute_not_exists(erased)${seen}`,
    ExpressionAttributeValues: {
      ':displayName': { S: displayName },
      ':updatedAt': { S: updatedAt },
      ':none': { N: '0' },
      ':one': { N: '1' },
      ...(seenVersion !== undefined && seenVersion > 0 && { ':seen': { N: String(seenVersion) } }),
    },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const;
}

/** An expired mark that DynamoDB has not removed yet is still a mark. */
function recordOf(item: Item | undefined): ProfileRecord {
  if (item === undefined) return { kind: 'none' };
  if (item['erased'] !== undefined) return { kind: 'erased' };
  return { kind: 'profile', profile: profileOf(item) };
}

function profileOf(item: Item): Profile {
  return {
    displayName: item['displayName']?.S ?? '',
    updatedAt: item['updatedAt']?.S ?? '',
    version: Number(item['version']?.N ?? 0),
  };
}

function isDone(profile: Profile, { displayName, updatedAt, seenVersion }: ProfileChange): boolean {
  return (
    profile.version === (seenVersion ?? 0) + 1 && profile.displayName === displayName && profile.updatedAt === updatedAt
  );
}
