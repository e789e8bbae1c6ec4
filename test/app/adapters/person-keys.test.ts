import { personKeyDestroyer, personKeys } from '../../../lib/app/adapters/person-keys';
import { cellOf } from '../../../lib/app/cell';
import { sealerWith } from '../../../lib/app/sealing';
import { awsOnLoopback, failed, said } from '../support/aws';
import { PERSON } from '../support/memory';

const HOME = 'eu-central-1';

let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  aws = await awsOnLoopback();
});
afterAll(() => aws.close());

const DATA_KEY = Buffer.alloc(32, 7).toString('base64');
const WRAPPED = Buffer.from('wrapped').toString('base64');
const KEY = { personId: { S: PERSON } };
const ITEM = { ...KEY, wrapped: { B: WRAPPED } };
const MARK = { ...KEY, erased: { BOOL: true }, expiresAt: { N: '1' } };
const CONTEXT = { cell: 'Eu', person: PERSON };

const keys = () => personKeys(cellOf('eu'), { table: 'keys', key: 'arn:aws:kms:eu-central-1:111111111111:key/k' });
const call = (operation: string, input: object) => ({ operation, input, signedFor: HOME });
const READ = call('GetItem', { TableName: 'keys', Key: KEY, ConsistentRead: true });
const UNWRAP = call('Decrypt', {
  KeyId: 'arn:aws:kms:eu-central-1:111111111111:key/k',
  CiphertextBlob: WRAPPED,
  EncryptionContext: CONTEXT,
});
const MAKE = call('GenerateDataKey', {
  KeyId: 'arn:aws:kms:eu-central-1:111111111111:key/k',
  KeySpec: 'AES_256',
  EncryptionContext: CONTEXT,
});
const KEEP = call('PutItem', {
  TableName: 'keys',
  Item: ITEM,
  ConditionExpression: 'attribute_not_exists(personId)',
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
});
const unwrapped = said({ Plaintext: DATA_KEY, KeyId: 'k' });
const made = said({ Plaintext: DATA_KEY, CiphertextBlob: WRAPPED });
const taken = (item: object) => failed('ConditionalCheckFailedException', '', { Item: item });

/** Whether a sealer has the key that KMS told of, bound to the person and the cell. */
const opensWithIt = (sealer: Awaited<ReturnType<ReturnType<typeof keys>['findOrMake']>> | undefined) =>
  typeof sealer === 'object' &&
  sealer.open(sealerWith(Buffer.alloc(32, 7), { cell: 'Eu', personId: PERSON }).seal('ok', 'a'), 'a') === 'ok';

describe('finding the key of a person', () => {
  it.each([
    ['there is one', [said({ Item: ITEM }), unwrapped], true, [READ, UNWRAP]],
    ['there is none', [said({})], false, [READ]],
    ['it was destroyed', [said({ Item: MARK })], false, [READ]],
  ])('asks KMS with person and cell when %s', async (_name, answers, found, calls) => {
    aws.answers(...answers);
    expect(opensWithIt(await keys().find(PERSON))).toBe(found);
    expect(aws.calls).toEqual(calls);
  });

  it('throws when KMS refuses the context', async () => {
    aws.answers(said({ Item: ITEM }), failed('InvalidCiphertextException'));
    await expect(keys().find(PERSON)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });

  it('throws when KMS answers without a key', async () => {
    aws.answers(said({ Item: ITEM }), said({}));
    await expect(keys().find(PERSON)).rejects.toMatchObject({ code: 'NoDataKey' });
  });
});

describe('making the key of a person', () => {
  it.each([
    ['makes one where there is none', [said({}), made, said({})], true, [READ, MAKE, KEEP]],
    ['takes the one that is there', [said({ Item: ITEM }), unwrapped], true, [READ, UNWRAP]],
    [
      'takes the one that another call made in the meantime',
      [said({}), made, taken(ITEM), unwrapped],
      true,
      [READ, MAKE, KEEP, UNWRAP],
    ],
    ['makes none where one was destroyed', [said({ Item: MARK })], false, [READ]],
    ['makes none where one is destroyed in the meantime', [said({}), made, taken(MARK)], false, [READ, MAKE, KEEP]],
  ])('%s', async (_name, answers, found, calls) => {
    aws.answers(...answers);
    const sealer = await keys().findOrMake(PERSON);
    expect(found ? opensWithIt(sealer) : sealer).toBe(found ? true : 'erased');
    expect(aws.calls).toEqual(calls);
  });

  it('throws what it does not expect of the table', async () => {
    aws.answers(said({}), made, failed('ResourceNotFoundException'));
    await expect(keys().findOrMake(PERSON)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('destroying the key of a person', () => {
  it('is one write that replaces the whole item', async () => {
    aws.answers(said({}));
    await personKeyDestroyer(cellOf('eu'), 'keys').destroy(PERSON, 1795608000);
    const mark = { ...KEY, erased: { BOOL: true }, expiresAt: { N: '1795608000' } };
    expect(aws.calls).toEqual([call('PutItem', { TableName: 'keys', Item: mark })]);
  });
});
