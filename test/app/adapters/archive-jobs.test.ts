import { exportKeeper, exportStarter } from '../../../lib/app/adapters/export-jobs';
import { importKeeper, importOpener } from '../../../lib/app/adapters/import-jobs';
import { cellOf } from '../../../lib/app/cell';
import { MOST_JOBS } from '../../../lib/domain/archives';
import { awsOnLoopback, failed, said } from '../support/aws';
import { K1 as JOB, K2 as OTHER } from '../support/conversation';
import { PERSON } from '../support/memory';

let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  aws = await awsOnLoopback();
});
afterAll(() => aws.close());

const TABLES = { jobs: 'jobs', profiles: 'profiles' };
const exports = () => ({ ...exportStarter(cellOf('eu'), TABLES), ...exportKeeper(cellOf('eu'), 'jobs') });
const imports = () => ({ ...importOpener(cellOf('eu'), TABLES), ...importKeeper(cellOf('eu'), 'jobs') });

const AT = '2026-11-24T12:00:00.000Z';
const LATER = '2026-11-24T12:00:00.001Z';
const SHA = 'ab'.repeat(32);
const NEW = { jobId: JOB, personId: PERSON, startedAt: AT, forgottenAt: 1_800_000_000 };
const ARCHIVE = { bytes: 7, sha256: SHA };
const KEY = { jobId: { S: JOB } };
const HELD = { personId: { S: PERSON }, startedAt: { S: AT } };
const EXPORT = { ...KEY, kind: { S: 'export' }, ...HELD, state: { S: 'running' } };
const IMPORT = { ...KEY, kind: { S: 'import' }, ...HELD, state: { S: 'open' }, bytes: { N: '7' }, sha256: { S: SHA } };
const RECEIPT = {
  importId: JOB,
  from: 'eu',
  to: 'international',
  sha256: SHA,
  counts: { profiles: 1, logs: 1, messages: 2, media: 0 },
  completedAt: AT,
} as const;
const TRANSFER = { transferId: OTHER, from: 'eu', to: 'international', day: '2026-11-24' };
const NOT_ERASED = {
  ConditionCheck: {
    TableName: 'profiles',
    Key: { personId: { S: PERSON } },
    ConditionExpression: 'attribute_not_exists(erased)',
  },
};
const cancelled = (...codes: readonly string[]) =>
  failed('TransactionCanceledException', '', { CancellationReasons: codes.map((code) => ({ Code: code })) });
const HINDERED = failed('ConditionalCheckFailedException');

describe('a job', () => {
  it.each([
    ['an export', async () => exports().begin(NEW), EXPORT],
    ['an import', async () => imports().open(NEW, ARCHIVE), IMPORT],
  ] as const)('of %s begins once, and never for somebody who was erased', async (_name, begin, item) => {
    const put = { TableName: 'jobs', Item: { ...item, expiresAt: { N: '1800000000' } } };
    const TransactItems = [NOT_ERASED, { Put: { ...put, ConditionExpression: 'attribute_not_exists(jobId)' } }];
    aws.answers(said({}), cancelled('None', 'ConditionalCheckFailed'), cancelled('ConditionalCheckFailed', 'None'));
    expect([await begin(), await begin(), await begin()]).toEqual(['begun', 'there', 'erased']);
    expect(aws.calls[0]).toMatchObject({ operation: 'TransactWriteItems', signedFor: 'eu-central-1' });
    expect(aws.calls[0]?.input).toMatchObject({ TransactItems });
  });

  it.each([
    ['exports that run or can be downloaded', async () => exports().held(PERSON), 'export', ['ready', 'gone'], 1],
    ['imports that wait or run', async () => imports().openOrRunning(PERSON, AT), 'import', ['open', 'done'], 1],
    [
      'imports that have waited for too long',
      async () => imports().openOrRunning(PERSON, LATER),
      'import',
      ['open', 'running'],
      1,
    ],
  ] as const)('is counted among the %s', async (_name, held, kind, states, expected) => {
    aws.answers(
      said({ Items: [KEY, { jobId: { S: OTHER } }] }),
      ...states.map((state) =>
        said({ Item: { ...KEY, kind: { S: kind }, state: { S: state }, startedAt: { S: AT } } }),
      ),
    );
    expect(await held()).toBe(expected);
    expect(aws.calls[0]?.input).toMatchObject({
      IndexName: 'people',
      KeyConditionExpression: 'personId = :personId',
      ExpressionAttributeValues: { ':personId': { S: PERSON } },
    });
  });

  it('is one too many where as many are known as a person can have, whatever became of them', async () => {
    const Items = Array.from({ length: MOST_JOBS }, () => KEY);
    aws.answers(said({ Items }), said({ Items }));
    expect([await exports().held(PERSON), await imports().openOrRunning(PERSON, AT)]).toEqual([Infinity, Infinity]);
    expect(aws.calls).toHaveLength(2);
  });

  it('is found by its kind only', async () => {
    aws.answers(said({ Item: EXPORT }), said({ Item: EXPORT }), said({}));
    expect(await exports().findExport(JOB)).toEqual({ jobId: JOB, personId: PERSON, state: 'running', startedAt: AT });
    expect(await imports().findImport(JOB)).toBeUndefined();
    expect(await exports().findExport(JOB)).toBeUndefined();
    expect(aws.calls.map(({ input }) => input)).toEqual(
      Array.from({ length: 3 }, () => ({ TableName: 'jobs', Key: KEY, ConsistentRead: true })),
    );
  });
});

describe('an export', () => {
  it('becomes ready once, and only where its person is still there', async () => {
    aws.answers(said({}), HINDERED);
    const ready = async () => exports().ready(JOB, { ...ARCHIVE, expiresAt: AT });
    expect([await ready(), await ready()]).toEqual([true, false]);
    expect(aws.calls[0]?.input).toMatchObject({
      UpdateExpression: 'SET #state = :ready, bytes = :bytes, sha256 = :sha256, keptUntil = :keptUntil',
      // The SDK repeats a call whose answer was lost: with the same archive it is ready, and not hindered.
      ConditionExpression:
        'attribute_exists(personId) AND (#state = :running OR (#state = :ready AND sha256 = :sha256))',
    });
  });

  it('that is ready says until when', async () => {
    const ready = { state: { S: 'ready' }, bytes: { N: '7' }, sha256: { S: SHA }, keptUntil: { S: AT } };
    aws.answers(said({ Item: { ...EXPORT, ...ready } }));
    expect(await exports().findExport(JOB)).toMatchObject({ state: 'ready', archive: { ...ARCHIVE, expiresAt: AT } });
  });

  it('that is over makes no job anew which an erasure has forgotten', async () => {
    aws.answers(HINDERED);
    await exports().over(JOB, 'gone');
    expect(aws.calls[0]?.input).toMatchObject({
      UpdateExpression: 'SET #state = :state REMOVE bytes, sha256, keptUntil',
      ConditionExpression: 'attribute_exists(jobId)',
      ExpressionAttributeValues: { ':state': { S: 'gone' } },
    });
  });
});

describe('an import', () => {
  it.each([
    ['runs', async () => imports().run(JOB), 'open', 'SET #state = :state', { ':state': { S: 'running' } }],
    ['fails', async () => imports().failed(JOB), 'running', 'SET #state = :state', { ':state': { S: 'failed' } }],
    [
      'is blamed, and the first reason stays',
      async () => imports().blame(JOB, { code: 'Fault', detail: 'why' }),
      'running',
      'SET fault = if_not_exists(fault, :fault), detail = if_not_exists(detail, :detail)',
      { ':fault': { S: 'Fault' }, ':detail': { S: 'why' } },
    ],
  ] as const)('%s from where it was', async (_name, act, from, UpdateExpression, values) => {
    aws.answers(said({}), HINDERED);
    await act();
    expect(await act()).not.toBe(true);
    expect(aws.calls[0]?.input).toMatchObject({
      Key: KEY,
      UpdateExpression,
      ConditionExpression: '#state = :from',
      ExpressionAttributeValues: { ':from': { S: from }, ...values },
    });
  });

  it('is complete together with its line in the register, or not at all', async () => {
    aws.answers(said({}), cancelled('ConditionalCheckFailed', 'None'), cancelled('TransactionConflict', 'None'));
    const complete = async () => imports().complete(JOB, RECEIPT, TRANSFER);
    expect([await complete(), await complete()]).toEqual([true, false]);
    await expect(complete()).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    const [{ input } = { input: {} }] = aws.calls;
    const { TransactItems } = input as { readonly TransactItems: readonly unknown[] };
    expect(TransactItems).toEqual([
      {
        Update: expect.objectContaining({
          Key: KEY,
          ConditionExpression: '#state = :from AND attribute_exists(personId)',
        }) as object,
      },
      {
        Put: {
          TableName: 'jobs',
          Item: {
            jobId: { S: OTHER },
            kind: { S: 'transfer' },
            from: { S: 'eu' },
            to: { S: 'international' },
            day: { S: '2026-11-24' },
            // A year after the day began.
            expiresAt: { N: '1827014400' },
          },
        },
      },
    ]);
  });

  it('says what became of it', async () => {
    const done = { state: { S: 'done' }, receipt: { S: JSON.stringify(RECEIPT) } };
    const undone = { state: { S: 'failed' }, fault: { S: 'Fault' }, detail: { S: 'why' } };
    const { personId: _, ...forgotten } = IMPORT;
    aws.answers(...[done, undone].map((more) => said({ Item: { ...IMPORT, ...more } })), said({ Item: forgotten }));
    const job = { jobId: JOB, personId: PERSON, startedAt: AT, archive: ARCHIVE };
    expect(await imports().findImport(JOB)).toEqual({ ...job, state: 'done', receipt: RECEIPT });
    expect(await imports().findImport(JOB)).toEqual({
      ...job,
      state: 'failed',
      fault: { code: 'Fault', detail: 'why' },
    });
    expect(await imports().findImport(JOB)).toEqual({ jobId: JOB, state: 'open', startedAt: AT, archive: ARCHIVE });
  });
});
