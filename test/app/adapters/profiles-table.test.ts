import { personEraser, profilesTable } from '../../../lib/app/adapters/profiles-table';
import { cellOf } from '../../../lib/app/cell';
import { type AwsAnswer, awsOnLoopback, failed, said } from '../support/aws';
import { JOB, memoryKeys, ownerOf, PERSON, SOMEBODY_ELSE } from '../support/memory';

const HOME = 'eu-central-1';

let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  aws = await awsOnLoopback();
});
afterAll(() => aws.close());

const AT = '2026-11-24T12:00:00.000Z';
const KEY = { personId: { S: PERSON } };
const WRITTEN = { displayName: 'Anna', updatedAt: AT };
const PROFILE = { ...WRITTEN, version: 3 };
const TERMS = { version: '2026-11-01', language: 'en', sha256: 'ab'.repeat(32), acceptedAt: AT };
const CONSENT = { purpose: 'productNews', change: 'given', version: '2026-11-01', at: AT } as const;
const MARK = { ...KEY, erased: { BOOL: true }, expiresAt: { N: '1' } };

const anna = ownerOf();
const sealed = (value: object, about: string, by = anna) => ({ S: by.sealer.seal(JSON.stringify(value), about) });
const ITEM = { ...KEY, profile: sealed(WRITTEN, 'profiles/profile'), version: { N: '3' } };

const keys = memoryKeys();
const table = () => profilesTable(cellOf('eu'), 'profiles', keys);
const change = (seenVersion?: number) => ({ ...WRITTEN, seenVersion });
const conflict = (item?: object) => failed('ConditionalCheckFailedException', '', item && { Item: item });
const person = (more: object) => ({ kind: 'person', sealer: expect.anything(), terms: [], consents: [], ...more });

/** What a call wrote in one of its places, opened with the person's key. */
function opened(place: readonly string[], about: string): unknown {
  const found = place.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], aws.calls[0]?.input);
  return JSON.parse(anna.sealer.open(found as string, about));
}

describe('reading a profile', () => {
  it.each([
    ['finds nobody', said({}), { kind: 'person', terms: [], consents: [] }],
    ['finds a profile', said({ Item: ITEM }), person({ profile: PROFILE })],
    [
      'finds accepted terms without a profile',
      said({ Item: { ...KEY, terms: { L: [sealed(TERMS, 'profiles/terms')] } } }),
      person({ terms: [TERMS] }),
    ],
    ['finds the mark of an erasure', said({ Item: MARK }), { kind: 'erased' }],
    ['finds a mark before what was left beside it', said({ Item: { ...ITEM, ...MARK } }), { kind: 'erased' }],
  ])('%s, consistently', async (_name, answer, expected) => {
    aws.answers(answer);
    expect(await table().read(PERSON)).toEqual(expected);
    const input = { TableName: 'profiles', Key: KEY, ConsistentRead: true };
    expect(aws.calls).toEqual([{ operation: 'GetItem', input, signedFor: HOME }]);
  });

  it('finds nothing in an old copy of the table that was put back after the erasure', async () => {
    aws.answers(said({ Item: ITEM }));
    const destroyed = memoryKeys();
    await destroyed.destroy(PERSON, 1);
    expect(await profilesTable(cellOf('eu'), 'profiles', destroyed).read(PERSON)).toEqual({ kind: 'erased' });
  });

  it.each<[string, object]>([
    ["somebody else's profile", { ...ITEM, profile: sealed(WRITTEN, 'profiles/profile', ownerOf(SOMEBODY_ELSE)) }],
    ['what was sealed for another place', { ...ITEM, profile: sealed(WRITTEN, 'profiles/terms') }],
    ['a text that was never sealed', { ...ITEM, profile: { S: JSON.stringify(WRITTEN) } }],
    ['no profile beside its version', { ...KEY, version: { N: '3' } }],
  ])('opens no %s', async (_name, item) => {
    aws.answers(said({ Item: item }));
    await expect(table().read(PERSON)).rejects.toMatchObject({ code: 'SealBroken' });
  });
});

describe('writing a profile', () => {
  const input = (condition: string, more: object = {}) => ({
    TableName: 'profiles',
    Key: KEY,
    UpdateExpression: 'SET profile = :profile, version = if_not_exists(version, :none) + :one',
    ConditionExpression: condition,
    ExpressionAttributeValues: {
      ':profile': { S: expect.any(String) },
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
  ])('is one conditional update of %s, sealed', async (_name, seenVersion, expected) => {
    aws.answers(said({ Attributes: ITEM }));
    expect(await table().write(anna, change(seenVersion))).toEqual({ kind: 'written', profile: PROFILE });
    expect(aws.calls).toEqual([{ operation: 'UpdateItem', input: expected, signedFor: HOME }]);
    expect(opened(['ExpressionAttributeValues', ':profile', 'S'], 'profiles/profile')).toEqual(WRITTEN);
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
      conflict({ ...ITEM, profile: sealed({ ...WRITTEN, displayName: 'Anne' }, 'profiles/profile') }),
      { kind: 'changed' },
    ],
  ])('%s', async (_name, seenVersion, answer, expected) => {
    aws.answers(answer);
    expect(await table().write(anna, change(seenVersion))).toEqual(expected);
  });
});

describe.each([
  {
    what: 'terms',
    entry: TERMS,
    kept: { terms: [TERMS] },
    add: async (seen: number) => table().accept(anna, TERMS, seen),
  },
  {
    what: 'consents',
    entry: CONSENT,
    kept: { consents: [CONSENT] },
    add: async (seen: number) => table().recordConsent(anna, CONSENT, seen),
  },
])('the list of $what', ({ what, entry, kept, add }) => {
  const input = (condition: string, more: object = {}) => ({
    TableName: 'profiles',
    Key: KEY,
    UpdateExpression: 'SET #list = list_append(if_not_exists(#list, :none), :entry)',
    ConditionExpression: condition,
    ExpressionAttributeNames: { '#list': what },
    ExpressionAttributeValues: { ':none': { L: [] }, ':entry': { L: [{ S: expect.any(String) }] }, ...more },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  const item = { ...KEY, [what]: { L: [sealed(entry, `profiles/${what}`)] } };

  it.each([
    ['the first', 0, input('attribute_not_exists(erased) AND attribute_not_exists(#list)')],
    [
      'one to those that were seen',
      1,
      input('attribute_not_exists(erased) AND size(#list) = :seen', { ':seen': { N: '1' } }),
    ],
  ])('is added %s, sealed, and none is taken away', async (_name, seen, expected) => {
    aws.answers(said({ Attributes: item }));
    expect(await add(seen)).toEqual(person(kept));
    expect(aws.calls).toEqual([{ operation: 'UpdateItem', input: expected, signedFor: HOME }]);
    expect(opened(['ExpressionAttributeValues', ':entry', 'L', '0', 'S'], `profiles/${what}`)).toEqual(entry);
  });

  it.each<[string, AwsAnswer, object]>([
    ['recreates nothing that was erased', conflict(MARK), { kind: 'erased' }],
    ['says what is there after a lost answer', conflict(item), person(kept)],
    ['says that nothing is there', conflict(), person({})],
  ])('%s', async (_name, answer, expected) => {
    aws.answers(answer);
    expect(await add(0)).toEqual(expected);
  });

  it('throws what it does not expect', async () => {
    aws.answers(failed('ResourceNotFoundException'));
    await expect(add(0)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

it('puts the mark of an erasure once more when it is its turn, whatever is there, and gives it an end', async () => {
  const mark = { ...KEY, erased: { BOOL: true }, jobId: { S: JOB }, expiresAt: { N: '1795608000' } };
  aws.answers(said({}));
  await personEraser(cellOf('eu'), 'profiles')(PERSON, JOB, 1795608000);
  expect(aws.calls).toEqual([{ operation: 'PutItem', input: { TableName: 'profiles', Item: mark }, signedFor: HOME }]);
});

it('throws what it does not expect of the table', async () => {
  aws.answers(failed('ResourceNotFoundException'));
  await expect(table().read(PERSON)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
