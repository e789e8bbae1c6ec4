import { profilesTable } from '../../../lib/app/adapters/profiles-table';
import { cellOf } from '../../../lib/app/cell';
import { type AwsAnswer, awsOnLoopback, failed, said } from '../support/aws';
import { PERSON } from '../support/memory';

const AT = '2026-11-24T12:00:00.000Z';
const KEY = { personId: { S: PERSON } };
const ITEM = { ...KEY, displayName: { S: 'Anna' }, updatedAt: { S: AT }, version: { N: '3' } };
const PROFILE = { displayName: 'Anna', updatedAt: AT, version: 3 };
const MARK = { ...KEY, erased: { BOOL: true }, expiresAt: { N: '1' } };

let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  aws = await awsOnLoopback();
});
afterAll(() => aws.close());

const table = () => profilesTable(cellOf('eu'), 'profiles');
const change = (seenVersion?: number) => ({ displayName: 'Anna', updatedAt: AT, seenVersion });
const conflict = (item?: object) => failed('ConditionalCheckFailedException', '', item && { Item: item });

describe('reading', () => {
  it.each([
    ['finds nobody', said({}), { kind: 'none' }],
    ['finds a profile', said({ Item: ITEM }), { kind: 'profile', profile: PROFILE }],
    ['finds the mark of an erasure', said({ Item: MARK }), { kind: 'erased' }],
    ['finds a mark before what was left beside it', said({ Item: { ...ITEM, ...MARK } }), { kind: 'erased' }],
  ])('%s, consistently', async (_name, answer, expected) => {
    aws.answers(answer);
    expect(await table().read(PERSON)).toEqual(expected);
    const input = { TableName: 'profiles', Key: KEY, ConsistentRead: true };
    expect(aws.calls).toEqual([{ operation: 'GetItem', input, signed: true }]);
  });
});

describe('writing', () => {
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
    expect(aws.calls).toEqual([{ operation: 'UpdateItem', input: expected, signed: true }]);
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

describe('erasing', () => {
  it('is one write that replaces the whole item', async () => {
    aws.answers(said({}));
    await table().erase(PERSON, 1795608000);
    const mark = { ...KEY, erased: { BOOL: true }, expiresAt: { N: '1795608000' } };
    const input = { TableName: 'profiles', Item: mark };
    expect(aws.calls).toEqual([{ operation: 'PutItem', input, signed: true }]);
  });
});

it('throws what it does not expect', async () => {
  aws.answers(failed('ResourceNotFoundException'));
  await expect(table().read(PERSON)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
