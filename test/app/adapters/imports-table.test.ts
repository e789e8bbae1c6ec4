import { importsTable } from '../../../lib/app/adapters/imports-table';
import { mediaLister } from '../../../lib/app/adapters/media-lister';
import { cellOf } from '../../../lib/app/cell';
import { awsOnLoopback, failed, said } from '../support/aws';
import { K1 as IMPORT, NOWHERE as LOG, K2 as MEDIUM } from '../support/conversation';
import { PERSON } from '../support/memory';

let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  aws = await awsOnLoopback();
});
afterAll(() => aws.close());

const table = () => importsTable(cellOf('eu'), { conversations: 'conversations', profiles: 'profiles' });
const keyOf = (entry: string) => ({ personId: { S: PERSON }, entry: { S: entry } });
const onTable = (more: object) => ({ TableName: 'conversations', ...more });
const NOT_ERASED = {
  ConditionCheck: {
    TableName: 'profiles',
    Key: { personId: { S: PERSON } },
    ConditionExpression: 'attribute_not_exists(erased)',
  },
};
const cancelled = (...codes: readonly string[]) =>
  failed('TransactionCanceledException', '', { CancellationReasons: codes.map((code) => ({ Code: code })) });
const [HOLDS, FAILS, CONFLICT] = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];
const items = (at = 0) => {
  const [{ input } = { input: {} }] = aws.calls.slice(at);
  return (input as { readonly TransactItems: readonly unknown[] }).TransactItems;
};
const [OURS, FOREIGN] = [IMPORT, LOG].map((importId) => ({ importId: { S: importId }, messages: { N: '5' } }));

describe('a log that is imported', () => {
  const importLog = async () => table().importLog(PERSON, IMPORT, { logId: LOG, createdAt: 'sealed' }, 100);

  it('carries the id of its import, and is counted', async () => {
    aws.answers(said({}));
    expect(await importLog()).toEqual({ kind: 'ours', messages: 0 });
    expect(items()).toEqual([
      NOT_ERASED,
      {
        Put: onTable({
          Item: {
            ...keyOf(`log#${LOG}`),
            importId: { S: IMPORT },
            createdAt: { S: 'sealed' },
            messages: { N: '0' },
            held: { N: '0' },
            grants: { N: '0' },
          },
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
    ]);
  });

  it.each([
    ['is gone on with when it was begun', [HOLDS, FAILS, HOLDS], OURS, { kind: 'ours', messages: 5 }],
    ['is not touched when it is of another import', [HOLDS, FAILS, HOLDS], FOREIGN, { kind: 'foreign' }],
    ['is not begun when there is no room', [HOLDS, HOLDS, FAILS], undefined, { kind: 'full' }],
    ['is not begun of somebody erased', [FAILS, HOLDS, HOLDS], undefined, { kind: 'erased' }],
    ['is tried again when something else was there', [CONFLICT, HOLDS, HOLDS], undefined, { kind: 'busy' }],
  ] as const)('%s', async (_name, codes, item, expected) => {
    aws.answers(cancelled(...codes), said({ Item: item }));
    expect(await importLog()).toEqual(expected);
  });

  it('and media are found by the import that has brought them', async () => {
    const of = (importId: string, entry: string) => ({ ...keyOf(entry), importId: { S: importId }, held: { N: '7' } });
    aws.answers(
      said({ Items: [of(IMPORT, `log#${LOG}`), of('another', `log#${MEDIUM}`)] }),
      said({ Items: [of(IMPORT, `media#${MEDIUM}`), keyOf(`media#${LOG}`)] }),
    );
    expect(await table().importedBy(PERSON, IMPORT)).toEqual({
      logs: [LOG],
      media: [{ mediaId: MEDIUM, bytes: 7 }],
    });
  });

  it('is removed with all that is in it, the log itself last, and counted no more', async () => {
    const inLog = [`message#${LOG}#00000001`, `named#${LOG}#${MEDIUM}`, `reader#${LOG}#x`, `sent#${LOG}#x`];
    aws.answers(
      said({ Item: OURS }),
      ...inLog.flatMap((entry) => [said({ Items: [keyOf(entry)] }), said({})]),
      said({}),
    );
    await table().removeLog(PERSON, IMPORT, LOG);
    expect(aws.calls.map(({ operation }) => operation)).toEqual([
      'GetItem',
      ...inLog.flatMap(() => ['Query', 'TransactWriteItems']),
      'TransactWriteItems',
    ]);
    expect(items(2)).toEqual([{ Delete: onTable({ Key: keyOf(inLog[0] ?? '') }) }]);
    expect(items(9)).toEqual([
      {
        Delete: onTable({
          Key: keyOf(`log#${LOG}`),
          ConditionExpression: 'importId = :importId',
          ExpressionAttributeValues: { ':importId': { S: IMPORT } },
        }),
      },
      {
        Update: onTable({
          Key: keyOf('log-total'),
          UpdateExpression: 'ADD logs :logs',
          ExpressionAttributeValues: { ':logs': { N: '-1' } },
        }),
      },
    ]);
  });

  it.each([
    ['of another import', FOREIGN],
    ['that is gone already', undefined],
  ])('and %s is left as it is', async (_name, item) => {
    aws.answers(said({ Item: item }));
    await table().removeLog(PERSON, IMPORT, LOG);
    expect(aws.calls).toHaveLength(1);
  });
});

describe('messages that are imported', () => {
  const messages = [
    { sequence: 6, sealed: 'six', bytes: 300, mediaIds: [MEDIUM] },
    { sequence: 7, sealed: 'seven', bytes: 400, mediaIds: [MEDIUM] },
  ];

  it('come right after those that are there, and each medium is named once', async () => {
    aws.answers(said({}));
    expect(await table().importMessages(PERSON, IMPORT, LOG, messages)).toBe('written');
    expect(items()).toEqual([
      NOT_ERASED,
      {
        Update: onTable({
          Key: keyOf(`log#${LOG}`),
          UpdateExpression: 'SET messages = :last ADD held :bytes',
          ConditionExpression: 'messages = :before AND importId = :importId',
          ExpressionAttributeValues: {
            ':last': { N: '7' },
            ':bytes': { N: '700' },
            ':before': { N: '5' },
            ':importId': { S: IMPORT },
          },
        }),
      },
      { Put: onTable({ Item: { ...keyOf(`message#${LOG}#00000006`), sealed: { S: 'six' } } }) },
      { Put: onTable({ Item: { ...keyOf(`message#${LOG}#00000007`), sealed: { S: 'seven' } } }) },
      { Put: onTable({ Item: keyOf(`named#${LOG}#${MEDIUM}`) }) },
    ]);
  });

  it('are not written when the log is not where the import left it', async () => {
    aws.answers(cancelled(HOLDS, FAILS));
    expect(await table().importMessages(PERSON, IMPORT, LOG, messages)).toBe('foreign');
  });
});

describe('a medium that is imported', () => {
  const importMedium = async () =>
    table().importMedium(PERSON, IMPORT, { mediaId: MEDIUM, sealed: 'sealed', bytes: 7 }, { objects: 200, bytes: 100 });

  it.each([
    ['is written', said({}), undefined, 'ours'],
    ['is there from this import', cancelled(HOLDS, FAILS), OURS, 'ours'],
    ['is there from another', cancelled(HOLDS, FAILS), FOREIGN, 'foreign'],
    ['has no room', cancelled(HOLDS, HOLDS, FAILS), undefined, 'full'],
  ])('%s', async (_name, answer, item, expected) => {
    aws.answers(answer, said({ Item: item }));
    expect(await importMedium()).toBe(expected);
    expect(items()).toContainEqual({
      Put: onTable({
        Item: {
          ...keyOf(`media#${MEDIUM}`),
          importId: { S: IMPORT },
          sealed: { S: 'sealed' },
          held: { N: '7' },
        },
        ConditionExpression: 'attribute_not_exists(entry)',
      }),
    });
  });

  it.each([
    ['is removed and counted no more', OURS, 2, true],
    ['of another import is left as it is', FOREIGN, 1, false],
    ['that is gone already leaves an object that may go', undefined, 2, true],
  ])('%s', async (_name, item, calls, expected) => {
    aws.answers(said({ Item: item }), item === undefined ? cancelled(FAILS, HOLDS) : said({}));
    expect(await table().removeMedium(PERSON, IMPORT, MEDIUM, 7)).toBe(expected);
    expect(aws.calls).toHaveLength(calls);
  });

  it('is listed with what is known of it', async () => {
    aws.answers(said({ Items: [{ ...keyOf(`media#${MEDIUM}`), sealed: { S: 'sealed' } }] }));
    expect(await mediaLister(cellOf('eu'), 'conversations').mediaOf(PERSON)).toEqual([
      { mediaId: MEDIUM, sealed: 'sealed' },
    ]);
  });
});
