import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Cell } from '../cell';
import type {
  Person,
  PersonEraser,
  PersonReader,
  PersonRecord,
  Profile,
  ProfileChange,
  ProfileWriter,
  TermsRecorder,
} from '../ports';
import { clientConfig } from './client-config';

type Item = Record<string, AttributeValue>;

/** The profiles table of a cell: one item for each person, which is what they wrote and accepted, or the mark of an erasure. */
export function profilesTable(cell: Cell, table: string): PersonReader & ProfileWriter & TermsRecorder & PersonEraser {
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
        if (record.profile !== undefined && isDone(record.profile, change))
          return { kind: 'written', profile: record.profile };
        return { kind: 'changed' };
      }
    },

    async accept(personId, acceptance, seen) {
      try {
        const { Attributes: item } = await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: { personId: { S: personId } },
            UpdateExpression: 'SET terms = list_append(if_not_exists(terms, :none), :accepted)',
            ConditionExpression: `attribute_not_exists(erased) AND ${seen === 0 ? 'attribute_not_exists(terms)' : 'size(terms) = :seen'}`,
            ExpressionAttributeValues: {
              ':none': { L: [] },
              ':accepted': { L: [{ M: textsOf(acceptance) }] },
              ...(seen > 0 && { ':seen': { N: String(seen) } }),
            },
            ReturnValues: 'ALL_NEW',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return recordOf(item);
      } catch (error) {
        // Somebody else's acceptance, or this very one, whose answer was lost and whose call the SDK repeated.
        if (error instanceof ConditionalCheckFailedException) return recordOf(error.Item);
        throw error;
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
function recordOf(item: Item = {}): PersonRecord {
  if (item['erased'] !== undefined) return { kind: 'erased' };
  return {
    kind: 'person',
    ...(item['version'] !== undefined && { profile: profileOf(item) }),
    terms: (item['terms']?.L ?? []).map(({ M: terms = {} }) => ({
      version: terms['version']?.S ?? '',
      language: terms['language']?.S ?? '',
      sha256: terms['sha256']?.S ?? '',
      acceptedAt: terms['acceptedAt']?.S ?? '',
    })),
  } satisfies Person;
}

function textsOf(value: object): Item {
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, { S: String(text) }]));
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
