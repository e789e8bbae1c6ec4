import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Purpose } from '../../domain/consents';
import type { Cell } from '../cell';
import type {
  ConsentRecorder,
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
export function profilesTable(
  cell: Cell,
  table: string,
): PersonReader & ProfileWriter & TermsRecorder & ConsentRecorder & PersonEraser {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  /** Adds to a list of which a writer has seen all: what is in it is never touched. */
  const append = async (personId: string, list: 'terms' | 'consents', entry: object, seen: number) => {
    try {
      const { Attributes: item } = await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: { personId: { S: personId } },
          UpdateExpression: 'SET #list = list_append(if_not_exists(#list, :none), :entry)',
          ConditionExpression: `attribute_not_exists(erased) AND ${seen === 0 ? 'attribute_not_exists(#list)' : 'size(#list) = :seen'}`,
          ExpressionAttributeNames: { '#list': list },
          ExpressionAttributeValues: {
            ':none': { L: [] },
            ':entry': { L: [{ M: textsOf(entry) }] },
            ...(seen > 0 && { ':seen': { N: String(seen) } }),
          },
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return recordOf(item);
    } catch (error) {
      // Somebody was faster, or it was this very call, whose answer was lost and which the SDK repeated.
      if (error instanceof ConditionalCheckFailedException) return recordOf(error.Item);
      throw error;
    }
  };
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

    accept: async (personId, acceptance, seen) => append(personId, 'terms', acceptance, seen),

    recordConsent: async (personId, change, seen) => append(personId, 'consents', change, seen),

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
    terms: entriesOf(item, 'terms').map((text) => ({
      version: text('version'),
      language: text('language'),
      sha256: text('sha256'),
      acceptedAt: text('acceptedAt'),
    })),
    consents: entriesOf(item, 'consents').map((text) => ({
      purpose: text('purpose') as Purpose,
      change: text('change') === 'given' ? 'given' : 'withdrawn',
      version: text('version'),
      at: text('at'),
    })),
  } satisfies Person;
}

/** The entries of a list, each as what reads a text of it. */
function entriesOf(item: Item, list: string): ((name: string) => string)[] {
  return (item[list]?.L ?? []).map(
    ({ M: entry = {} }) =>
      (name) =>
        entry[name]?.S ?? '',
  );
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
