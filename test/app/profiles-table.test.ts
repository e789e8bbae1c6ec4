import { profilesTable } from '../../lib/app/adapters/profiles-table';
import { cellOf } from '../../lib/app/cell';
import { type AwsAnswer, awsOnLoopback, failed, said } from './support/aws';
import { PERSON } from './support/memory';

const HOME = 'eu-central-1';

let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  aws = await awsOnLoopback();
});
afterAll(() => aws.close());

const AT = '2026-11-24T12:00:00.000Z';
const KEY = { personId: { S: PERSON } };
const ITEM = { ...KEY, displayName: { S: 'Anna' }, updatedAt: { S: AT }, version: { N: '3' } };
const PROFILE = { displayName: 'Anna', updatedAt: AT, version: 3 };
const MARK = { ...KEY, erased: { BOOL: true }, expiresAt: { N: '1' } };

const table = () => profilesTable(cellOf('eu'), 'profiles');
const change = (seenVersion?: number) => ({ displayName: 'Anna', updatedAt: AT, seenVersion });
const conflict = (item?: object) => failed('ConditionalCheckFailedException', '', item && { Item: item });

const TERMS = { version: '2026-11-01', language: 'en', sha256: 'ab'.repeat(32), acceptedAt: AT };
const TERMS_ITEM = {
  version: { S: '2026-11-01' },
  language: { S: 'en' },
  sha256: { S: 'ab'.repeat(32) },
  acceptedAt: { S: AT },
};

describe('reading a profile', () => {
  it.each([
    ['finds nobody', said({}), { kind: 'person', terms: [], consents: [] }],
    ['finds a profile', said({ Item: ITEM }), { kind: 'person', profile: PROFILE, terms: [], consents: [] }],
    [
      'finds accepted terms without a profile',
      said({ Item: { ...KEY, terms: { L: [{ M: TERMS_ITEM }] } } }),
      { kind: 'person', terms: [TERMS], consents: [] },
    ],
    ['finds the mark of an erasure', said({ Item: MARK }), { kind: 'erased' }],
    ['finds a mark before what was left beside it', said({ Item: { ...ITEM, ...MARK } }), { kind: 'erased' }],
  ])('%s, consistently', async (_name, answer, expected) => {
    aws.answers(answer);
    expect(await table().read(PERSON)).toEqual(expected);
    const input = { TableName: 'profiles', Key: KEY, ConsistentRead: true };
    expect(aws.calls).toEqual([{ operation: 'GetItem', input, signedFor: HOME }]);
  });
});

describe('writing a profile', () => {
  const input = (condition: string, more: object = {}) => ({
    TableName: 'profiles',
    Key: KEY,
    UpdateExpression:
      'SET displayName = :displayName, updatedAt = :updatedAt, version = if_not_exists(version, :none) + :one',
    ConditionExpression: condition,
    ExpressionAttributeValues: {
      ':displayName': { S: 'Anna' },
      ':updatedAt': { S: AT },
      ':none': { N: '0' },
      ':one': { N: '1' },
      ...more,
    },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  it.each([
    ['whatever is there', undefined, input('attribute_not_exists(erased)')],
    ['the first version', 0, input('attribute_not_exists(erased) AND attribute_not_exists(version)')],
    [
      'the version that was seen',
      2,
      input('attribute_not_exists(erased) AND version = :seen', { ':seen': { N: '2' } }),
    ],
  ])('is one conditional update of %s', async (_name, seenVersion, expected) => {
    aws.answers(said({ Attributes: ITEM }));
    expect(await table().write(PERSON, change(seenVersion))).toEqual({ kind: 'written', profile: PROFILE });
    expect(aws.calls).toEqual([{ operation: 'UpdateItem', input: expected, signedFor: HOME }]);
  });

  it.each<[string, number | undefined, AwsAnswer, object]>([
    ['touches nothing that was erased', undefined, conflict(MARK), { kind: 'erased' }],
    ['says that it was erased also to who has seen a version', 2, conflict(MARK), { kind: 'erased' }],
    ['says that another version is there', 1, conflict(ITEM), { kind: 'changed' }],
    ['says that the version that was seen is gone', 1, conflict(), { kind: 'changed' }],
    [
      'takes its own change, repeated after a lost answer, for written',
      2,
      conflict(ITEM),
      { kind: 'written', profile: PROFILE },
    ],
    [
      "takes nobody else's change for its own",
      2,
      conflict({ ...ITEM, displayName: { S: 'Anne' } }),
      { kind: 'changed' },
    ],
  ])('%s', async (_name, seenVersion, answer, expected) => {
    aws.answers(answer);
    expect(await table().write(PERSON, change(seenVersion))).toEqual(expected);
  });
});

const CONSENT = { purpose: 'productNews', change: 'given', version: '2026-11-01', at: AT } as const;
const CONSENT_ITEM = {
  purpose: { S: 'productNews' },
  change: { S: 'given' },
  version: { S: '2026-11-01' },
  at: { S: AT },
};

describe.each([
  {
    what: 'terms',
    entry: TERMS_ITEM,
    kept: { terms: [TERMS], consents: [] },
    add: async (seen: number) => table().accept(PERSON, TERMS, seen),
  },
  {
    what: 'consents',
    entry: CONSENT_ITEM,
    kept: { terms: [], consents: [CONSENT] },
    add: async (seen: number) => table().recordConsent(PERSON, CONSENT, seen),
  },
])('the list of $what', ({ what, entry, kept, add }) => {
  const input = (condition: string, more: object = {}) => ({
    TableName: 'profiles',
    Key: KEY,
    UpdateExpression: 'SET #list = list_append(if_not_exists(#list, :none), :entry)',
    ConditionExpression: condition,
    ExpressionAttributeNames: { '#list': what },
    ExpressionAttributeValues: { ':none': { L: [] }, ':entry': { L: [{ M: entry }] }, ...more },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  const item = { ...KEY, [what]: { L: [{ M: entry }] } };
  const person = { kind: 'person', ...kept };

  it.each([
    ['the first', 0, input('attribute_not_exists(erased) AND attribute_not_exists(#list)')],
    [
      'one to those that were seen',
      1,
      input('attribute_not_exists(erased) AND size(#list) = :seen', { ':seen': { N: '1' } }),
    ],
  ])('is added %s, and none is taken away', async (_name, seen, expected) => {
    aws.answers(said({ Attributes: item }));
    expect(await add(seen)).toEqual(person);
    expect(aws.calls).toEqual([{ operation: 'UpdateItem', input: expected, signedFor: HOME }]);
  });

  it.each<[string, AwsAnswer, object]>([
    ['recreates nothing that was erased', conflict(MARK), { kind: 'erased' }],
    ['says what is there after a lost answer', conflict(item), person],
    ['says that nothing is there', conflict(), { kind: 'person', terms: [], consents: [] }],
  ])('%s', async (_name, answer, expected) => {
    aws.answers(answer);
    expect(await add(0)).toEqual(expected);
  });

  it('throws what it does not expect', async () => {
    aws.answers(failed('ResourceNotFoundException'));
    await expect(add(0)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('erasing a profile', () => {
  it('is one write that replaces the whole item', async () => {
    aws.answers(said({}));
    await table().erase(PERSON, 1795608000);
    const mark = { ...KEY, erased: { BOOL: true }, expiresAt: { N: '1795608000' } };
    const input = { TableName: 'profiles', Item: mark };
    expect(aws.calls).toEqual([{ operation: 'PutItem', input, signedFor: HOME }]);
  });
});

it('throws what it does not expect of the table', async () => {
  aws.answers(failed('ResourceNotFoundException'));
  await expect(table().read(PERSON)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
