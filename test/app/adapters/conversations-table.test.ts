import { logReader, logWriter } from '../../../lib/app/adapters/logs-table';
import { mediaAnnouncer, mediaFinder } from '../../../lib/app/adapters/media-table';
import { readerFinder, readerKeeper } from '../../../lib/app/adapters/readers-table';
import { cellOf } from '../../../lib/app/cell';
import { type AwsAnswer, awsOnLoopback, failed, said } from '../support/aws';
import { NOWHERE as LOG, K1 as MESSAGE, K2 as OTHER } from '../support/conversation';
import { PERSON } from '../support/memory';

let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  aws = await awsOnLoopback();
});
afterAll(() => aws.close());

const TABLES = { conversations: 'conversations', profiles: 'profiles' };
const logs = () => ({ ...logReader(cellOf('eu'), 'conversations'), ...logWriter(cellOf('eu'), TABLES) });
const readers = () => ({ ...readerFinder(cellOf('eu'), 'conversations'), ...readerKeeper(cellOf('eu'), TABLES) });
const media = () => ({ ...mediaFinder(cellOf('eu'), 'conversations'), ...mediaAnnouncer(cellOf('eu'), TABLES) });

const keyOf = (entry: string) => ({ personId: { S: PERSON }, entry: { S: entry } });
const NOT_ERASED = {
  ConditionCheck: {
    TableName: 'profiles',
    Key: { personId: { S: PERSON } },
    ConditionExpression: 'attribute_not_exists(erased)',
  },
};
const onTable = (more: object) => ({ TableName: 'conversations', ...more });

/** A transaction of which the conditions hold or not, in this order. */
const cancelled = (...codes: readonly string[]) =>
  failed('TransactionCanceledException', '', { CancellationReasons: codes.map((code) => ({ Code: code })) });
const [HOLDS, FAILS, CONFLICT] = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];

const LOG_ITEM = {
  ...keyOf(`log#${LOG}`),
  createdAt: { S: 'sealed' },
  messages: { N: '2' },
  held: { N: '350' },
  grants: { N: '1' },
};
const STORED_LOG = { logId: LOG, createdAt: 'sealed', messages: 2, bytes: 350, grants: 1 };
const READER = { logId: LOG, readerId: OTHER, days: 7, expiresAt: 1_795_608_000, keyHash: new Uint8Array([1, 2]) };
const READER_ITEM = {
  ...keyOf(`reader#${LOG}#${OTHER}`),
  readerId: { S: OTHER },
  keyHash: { B: 'AQI=' },
  days: { N: '7' },
  expiresAt: { N: '1795608000' },
};
const NEW_MESSAGE = {
  logId: LOG,
  messageId: MESSAGE,
  sequence: 3,
  sealed: 'sealed',
  bytes: 700,
  mediaIds: [OTHER],
  repeatableUntil: 1_795_608_000,
};

const writes = [
  {
    what: 'starting a log',
    write: async () => logs().start(PERSON, { logId: LOG, createdAt: 'sealed' }, 100),
    items: [
      {
        Put: onTable({
          Item: { ...LOG_ITEM, messages: { N: '0' }, held: { N: '0' }, grants: { N: '0' } },
          ConditionExpression: 'attribute_not_exists(entry)',
        }),
      },
      {
        Update: onTable({
          Key: keyOf('log-total'),
          UpdateExpression: 'ADD logs :one',
          ConditionExpression: 'attribute_not_exists(logs) OR logs < :most',
          ExpressionAttributeValues: { ':one': { N: '1' }, ':most': { N: '100' } },
        }),
      },
    ],
    answers: { done: 'started', second: 'there', third: 'full' },
  },
  {
    what: 'writing a message',
    write: async () => logs().write(PERSON, NEW_MESSAGE),
    items: [
      {
        Put: onTable({
          Item: { ...keyOf(`sent#${LOG}#${MESSAGE}`), sequence: { N: '3' }, expiresAt: { N: '1795608000' } },
          ConditionExpression: 'attribute_not_exists(entry)',
        }),
      },
      {
        Update: onTable({
          Key: keyOf(`log#${LOG}`),
          UpdateExpression: 'SET messages = :sequence, held = :held',
          ConditionExpression: 'messages = :before',
          ExpressionAttributeValues: { ':sequence': { N: '3' }, ':held': { N: '700' }, ':before': { N: '2' } },
        }),
      },
      { Put: onTable({ Item: { ...keyOf(`message#${LOG}#00000003`), sealed: { S: 'sealed' } } }) },
      { Put: onTable({ Item: keyOf(`named#${LOG}#${OTHER}`) }) },
    ],
    answers: { done: 'written', second: 'sent', third: 'moved' },
  },
  {
    what: 'letting a reader in',
    write: async () => readers().grant(PERSON, READER, 1),
    items: [
      {
        Update: onTable({
          Key: keyOf(`log#${LOG}`),
          UpdateExpression: 'SET grants = :after',
          ConditionExpression: 'grants = :seen',
          ExpressionAttributeValues: { ':seen': { N: '1' }, ':after': { N: '2' } },
        }),
      },
      { Put: onTable({ Item: READER_ITEM }) },
    ],
    answers: { done: 'granted', second: 'moved' },
  },
  {
    what: 'announcing an object',
    write: async () =>
      media().announce(PERSON, { mediaId: OTHER, sealed: 'sealed', bytes: 68 }, { objects: 200, bytes: 1_000 }),
    items: [
      {
        Put: onTable({
          Item: { ...keyOf(`media#${OTHER}`), sealed: { S: 'sealed' }, held: { N: '68' } },
          ConditionExpression: 'attribute_not_exists(entry)',
        }),
      },
      {
        Update: onTable({
          Key: keyOf('media-total'),
          UpdateExpression: 'ADD objects :one, held :bytes',
          ConditionExpression: 'attribute_not_exists(objects) OR (objects < :most AND held <= :room)',
          ExpressionAttributeValues: {
            ':one': { N: '1' },
            ':bytes': { N: '68' },
            ':most': { N: '200' },
            ':room': { N: '932' },
          },
        }),
      },
    ],
    answers: { done: 'announced', second: 'there', third: 'full' },
  },
];

describe.each(writes)('$what', ({ write, items, answers }) => {
  it('is one transaction at home, with the check that the person was not erased', async () => {
    aws.answers(said({}));
    expect(await write()).toBe(answers.done);
    const input = { ClientRequestToken: expect.any(String) as string, TransactItems: [NOT_ERASED, ...items] };
    expect(aws.calls).toEqual([{ operation: 'TransactWriteItems', input, signedFor: 'eu-central-1' }]);
  });

  const told: readonly (readonly [string, AwsAnswer, string])[] = [
    ['an erasure before all else', cancelled(FAILS, FAILS, FAILS), 'erased'],
    ['the first condition that does not hold', cancelled(HOLDS, FAILS, FAILS), answers.second],
    ['a condition before a conflict', cancelled(CONFLICT, FAILS), answers.second],
    ['another transaction at the same items', cancelled(HOLDS, CONFLICT, HOLDS), 'busy'],
    ...(answers.third === undefined
      ? []
      : [['the second one', cancelled(HOLDS, HOLDS, FAILS), answers.third] as const]),
  ];
  it.each(told)('tells of %s', async (_name, answer, expected) => {
    aws.answers(answer);
    expect(await write()).toBe(expected);
  });

  it.each<[string, AwsAnswer, string]>([
    [
      'a reason that nobody expects',
      cancelled(HOLDS, 'ItemCollectionSizeLimitExceeded'),
      'TransactionCanceledException',
    ],
    ['what is no cancellation', failed('ResourceNotFoundException'), 'ResourceNotFoundException'],
  ])('throws %s', async (_name, answer, name) => {
    aws.answers(answer);
    await expect(write()).rejects.toMatchObject({ name });
  });
});

describe('reading', () => {
  const get = (entry: string) => ({
    operation: 'GetItem',
    input: { TableName: 'conversations', Key: keyOf(entry), ConsistentRead: true },
    signedFor: 'eu-central-1',
  });
  it.each<[string, () => Promise<unknown>, string, object, unknown]>([
    ['a log', async () => logs().find(PERSON, LOG), `log#${LOG}`, LOG_ITEM, STORED_LOG],
    [
      'where a message was sent',
      async () => logs().sentAt(PERSON, LOG, MESSAGE),
      `sent#${LOG}#${MESSAGE}`,
      { ...keyOf(`sent#${LOG}#${MESSAGE}`), sequence: { N: '3' } },
      3,
    ],
    [
      'what an object is',
      async () => media().findMedia(PERSON, OTHER),
      `media#${OTHER}`,
      { ...keyOf(`media#${OTHER}`), sealed: { S: 'sealed' } },
      { mediaId: OTHER, sealed: 'sealed' },
    ],
  ])('finds %s, consistently, or nothing', async (_name, read, entry, item, expected) => {
    aws.answers(said({ Item: item }), said({}));
    expect([await read(), await read()]).toEqual([expected, undefined]);
    expect(aws.calls).toEqual([get(entry), get(entry)]);
  });

  it('tells whether a log names an object', async () => {
    aws.answers(said({ Item: keyOf(`named#${LOG}#${OTHER}`) }), said({}));
    const named = async () => media().isNamed(PERSON, LOG, OTHER);
    expect([await named(), await named()]).toEqual([true, false]);
    expect(aws.calls).toEqual([get(`named#${LOG}#${OTHER}`), get(`named#${LOG}#${OTHER}`)]);
  });

  it.each<[string, () => Promise<unknown>, string, object, object]>([
    ['logs', async () => logs().logsOf(PERSON), 'log#', LOG_ITEM, STORED_LOG],
    ['readers of all logs', async () => logs().readersOf(PERSON), 'reader#', READER_ITEM, READER],
    ['readers of a log', async () => readers().readersOf(PERSON, LOG), `reader#${LOG}#`, READER_ITEM, READER],
  ])('lists %s to the last page', async (_name, list, begins, item, expected) => {
    aws.answers(said({ Items: [item], LastEvaluatedKey: keyOf('x') }), said({ Items: [item] }));
    expect(await list()).toEqual([expected, expected]);
    const input = {
      TableName: 'conversations',
      KeyConditionExpression: 'personId = :personId AND begins_with(entry, :begins)',
      ExpressionAttributeValues: { ':personId': { S: PERSON }, ':begins': { S: begins } },
      ConsistentRead: true,
    };
    expect(aws.calls.map((call) => call.input)).toEqual([input, { ...input, ExclusiveStartKey: keyOf('x') }]);
  });

  it('asks for messages by their positions', async () => {
    aws.answers(said({ Items: [{ ...keyOf(`message#${LOG}#00000003`), sealed: { S: 'sealed' } }] }));
    expect(await logs().messages(PERSON, LOG, 2, 50)).toEqual([{ sequence: 3, sealed: 'sealed' }]);
    const input = {
      TableName: 'conversations',
      KeyConditionExpression: 'personId = :personId AND entry BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':personId': { S: PERSON },
        ':first': { S: `message#${LOG}#00000003` },
        ':last': { S: `message#${LOG}#00000052` },
      },
      ConsistentRead: true,
    };
    expect(aws.calls).toEqual([{ operation: 'Query', input, signedFor: 'eu-central-1' }]);
  });
});

describe('a reader', () => {
  it('is found by the index, and decided by the table', async () => {
    aws.answers(said({ Items: [keyOf(`reader#${LOG}#${OTHER}`)] }), said({ Item: READER_ITEM }));
    expect(await readers().byReaderId(OTHER)).toEqual([{ ...READER, personId: PERSON }]);
    const input = {
      TableName: 'conversations',
      IndexName: 'readers',
      KeyConditionExpression: 'readerId = :readerId',
      ExpressionAttributeValues: { ':readerId': { S: OTHER } },
      Limit: 5,
    };
    expect(aws.calls.map((call) => call.input)).toEqual([
      input,
      { TableName: 'conversations', Key: keyOf(`reader#${LOG}#${OTHER}`), ConsistentRead: true },
    ]);
  });

  it.each<[string, AwsAnswer[], unknown[]]>([
    ['whom the index does not have', [said({ Items: [] })], []],
    ['who was erased since', [said({ Items: [keyOf('reader#a#b')] }), said({})], []],
    [
      'who was revoked since',
      [said({ Items: [keyOf('x')] }), said({ Item: { ...READER_ITEM, keyHash: undefined } })],
      [{ ...READER, keyHash: undefined, personId: PERSON }],
    ],
  ])('%s has no key', async (_name, answers, expected) => {
    aws.answers(...answers);
    expect(await readers().byReaderId(OTHER)).toEqual(expected);
  });

  it('is revoked by an update that takes hash and index away, and makes nothing', async () => {
    aws.answers(said({}), failed('ConditionalCheckFailedException'), failed('ResourceNotFoundException'));
    const revoke = async () => readers().revoke(PERSON, LOG, OTHER, 1_795_608_000);
    expect([await revoke(), await revoke()]).toEqual(['revoked', 'unknown']);
    await expect(revoke()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(aws.calls[0]).toEqual({
      operation: 'UpdateItem',
      input: {
        TableName: 'conversations',
        Key: keyOf(`reader#${LOG}#${OTHER}`),
        UpdateExpression: 'SET expiresAt = :until REMOVE keyHash, readerId',
        ConditionExpression: 'attribute_exists(entry)',
        ExpressionAttributeValues: { ':until': { N: '1795608000' } },
      },
      signedFor: 'eu-central-1',
    });
  });
});
