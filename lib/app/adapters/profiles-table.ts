import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { TermsAcceptance } from '../../domain/api';
import type { ConsentChange } from '../../domain/consents';
import type { Cell } from '../cell';
import type {
  ConsentRecorder,
  Owner,
  Person,
  PersonKeys,
  PersonReader,
  PersonRecord,
  Profile,
  ProfileChange,
  ProfileWriter,
  Sealer,
  TermsRecorder,
} from '../ports';
import { clientConfig } from './client-config';

type Item = Record<string, AttributeValue>;

/**
 * The profiles table of a cell: one item for each person, which is what they wrote and accepted, or the mark of an erasure.
 *
 * Whatever says something of the person is sealed under their own key. What stands open is how many entries there are, which
 * the conditions of writes ask for.
 */
export function profilesTable(
  cell: Cell,
  table: string,
  keys: Pick<PersonKeys, 'find'>,
): PersonReader & ProfileWriter & TermsRecorder & ConsentRecorder {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  /** Adds to a list of which a writer has seen all: what is in it is never touched. */
  const append = async ({ personId, sealer }: Owner, list: List, entry: object, seen: number) => {
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
            ':entry': { L: [{ S: sealer.seal(JSON.stringify(entry), PLACE[list]) }] },
            ...(seen > 0 && { ':seen': { N: String(seen) } }),
          },
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return recordOf(item, sealer);
    } catch (error) {
      // Somebody was faster, or it was this very call, whose answer was lost and which the SDK repeated.
      if (error instanceof ConditionalCheckFailedException) return recordOf(error.Item, sealer);
      throw error;
    }
  };
  return {
    async read(personId) {
      const { Item: item } = await client.send(
        // A consistent read: from the moment of the erasure on, nobody is shown what was there before.
        new GetItemCommand({ TableName: table, Key: { personId: { S: personId } }, ConsistentRead: true }),
      );
      if (item === undefined) return { kind: 'person', terms: [], consents: [] };
      if (isMark(item)) return { kind: 'erased' };
      const sealer = await keys.find(personId);
      // An old copy of the table that was put back: the key that would open it is gone.
      return sealer === undefined ? { kind: 'erased' } : recordOf(item, sealer);
    },

    async write(owner, change) {
      const { sealer } = owner;
      try {
        const { Attributes: item } = await client.send(new UpdateItemCommand(updateOf(table, owner, change)));
        return { kind: 'written', profile: profileOf(item ?? {}, sealer) };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const record = recordOf(error.Item, sealer);
        if (record.kind === 'erased') return { kind: 'erased' };
        // The SDK repeats a call whose answer was lost. Then the version is not as it was, because of this very change.
        if (record.profile !== undefined && isDone(record.profile, change))
          return { kind: 'written', profile: record.profile };
        return { kind: 'changed' };
      }
    },

    accept: async (owner, acceptance, seen) => append(owner, 'terms', acceptance, seen),

    recordConsent: async (owner, change, seen) => append(owner, 'consents', change, seen),
  };
}

/** What stands in the place of a person who is being erased, or was. */
export function markOf(personId: string, jobId: string): Item {
  return { personId: { S: personId }, erased: { BOOL: true }, jobId: { S: jobId } };
}

/** Erases from the table; it needs no key. A put replaces the whole item: no attribute survives, whichever there were. */
export function personEraser(cell: Cell, table: string): PersonEraser {
  const client = new DynamoDBClient(clientConfig(cell, 3_000));
  return async (personId, jobId, expiresAt) => {
    const mark = { ...markOf(personId, jobId), expiresAt: { N: String(expiresAt) } };
    await client.send(new PutItemCommand({ TableName: table, Item: mark }));
  };
}

type PersonEraser = (personId: string, jobId: string, expiresAt: number) => Promise<void>;

/** What is sealed, and the place that it is sealed for. */
const PLACE = { profile: 'profiles/profile', terms: 'profiles/terms', consents: 'profiles/consents' } as const;
type List = 'terms' | 'consents';

function updateOf(table: string, { personId, sealer }: Owner, { displayName, updatedAt, seenVersion }: ProfileChange) {
  const seen =
    seenVersion === undefined ? '' : seenVersion === 0 ? ' AND attribute_not_exists(version)' : ' AND version = :seen';
  return {
    TableName: table,
    Key: { personId: { S: personId } },
    UpdateExpression: 'SET profile = :profile, version = if_not_exists(version, :none) + :one',
    ConditionExpression: `attribute_not_exists(erased)${seen}`,
    ExpressionAttributeValues: {
      ':profile': { S: sealer.seal(JSON.stringify({ displayName, updatedAt }), PLACE.profile) },
      ':none': { N: '0' },
      ':one': { N: '1' },
      ...(seenVersion !== undefined && seenVersion > 0 && { ':seen': { N: String(seenVersion) } }),
    },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const;
}

/** An expired mark that DynamoDB has not removed yet is still a mark. */
function isMark(item: Item): boolean {
  return item['erased'] !== undefined;
}

function recordOf(item: Item = {}, sealer: Sealer): PersonRecord {
  if (isMark(item)) return { kind: 'erased' };
  return {
    kind: 'person',
    sealer,
    ...(item['version'] !== undefined && { profile: profileOf(item, sealer) }),
    terms: entriesOf<TermsAcceptance>(item, 'terms', sealer),
    consents: entriesOf<ConsentChange>(item, 'consents', sealer),
  } satisfies Person;
}

/** What this code sealed itself: the seal is broken by any other. */
function entriesOf<Entry>(item: Item, list: List, sealer: Sealer): Entry[] {
  return (item[list]?.L ?? []).map(({ S: sealed = '' }) => JSON.parse(sealer.open(sealed, PLACE[list])) as Entry);
}

function profileOf(item: Item, sealer: Sealer): Profile {
  const written = JSON.parse(sealer.open(item['profile']?.S ?? '', PLACE.profile)) as Omit<Profile, 'version'>;
  return { ...written, version: Number(item['version']?.N ?? 0) };
}

function isDone(profile: Profile, { displayName, updatedAt, seenVersion }: ProfileChange): boolean {
  return (
    profile.version === (seenVersion ?? 0) + 1 && profile.displayName === displayName && profile.updatedAt === updatedAt
  );
}
