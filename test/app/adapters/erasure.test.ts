import { erasureJobs } from '../../../lib/app/adapters/erasure-jobs';
import { erasureBeginner } from '../../../lib/app/adapters/erasures';
import { receiptsTable, unfinishedErasures } from '../../../lib/app/adapters/receipts-table';
import { conversationsEraser, jobsOfPerson } from '../../../lib/app/adapters/table-erasers';
import { accountSessions } from '../../../lib/app/adapters/user-pool';
import { workflow } from '../../../lib/app/adapters/workflow';
import { cellOf } from '../../../lib/app/cell';
import { type AwsAnswer, awsOnLoopback, failed, said } from '../support/aws';
import { JOB, NOW, PERSON, SOMEBODY_ELSE } from '../support/memory';

const HOME = 'eu-central-1';
const CELL = cellOf('eu');
const AT = '2026-11-24T12:00:00.000Z';
const LATER = '2026-12-01T12:00:00.000Z';

let aws: Awaited<ReturnType<typeof awsOnLoopback>>;
beforeAll(async () => {
  aws = await awsOnLoopback();
});
afterAll(() => aws.close());

const call = (operation: string, input: object) => ({ operation, input, signedFor: HOME });
const conflict = (item?: object) => failed('ConditionalCheckFailedException', '', item && { Item: item });
const OF_PERSON = {
  KeyConditionExpression: 'personId = :personId',
  ExpressionAttributeValues: { ':personId': { S: PERSON } },
};

describe('the job of an erasure', () => {
  const jobs = () => erasureJobs(CELL, 'jobs');
  const KEY = { jobId: { S: JOB } };

  it('is forgotten when it is over', async () => {
    aws.answers(said({}));
    await jobs().forget(JOB);
    expect(aws.calls).toEqual([call('DeleteItem', { TableName: 'jobs', Key: KEY })]);
  });

  it.each<[string, object, string | undefined]>([
    ['there is one', { Item: { ...KEY, kind: { S: 'erasure' }, personId: { S: PERSON } } }, PERSON],
    ['it was forgotten', {}, undefined],
    ['it is one of another kind', { Item: { ...KEY, kind: { S: 'export' }, personId: { S: PERSON } } }, undefined],
  ])('is read consistently when %s', async (_name, answer, expected) => {
    aws.answers(said(answer));
    expect(await jobs().personOf(JOB)).toBe(expected);
    expect(aws.calls).toEqual([call('GetItem', { TableName: 'jobs', Key: KEY, ConsistentRead: true })]);
  });
});

describe('the receipt of an erasure', () => {
  const receipts = () => receiptsTable(CELL, 'receipts');
  const KEY = { receiptId: { S: JOB } };
  const RUNNING = { ...KEY, state: { S: 'running' }, requestedAt: { S: AT } };
  const DONE = { ...RUNNING, state: { S: 'done' }, completedAt: { S: AT }, finalAt: { S: LATER } };

  it.each<[string, object, object | undefined]>([
    ['is under way', { Item: RUNNING }, { receiptId: JOB, requestedAt: AT, state: 'running' }],
    ['is over', { Item: DONE }, { receiptId: JOB, requestedAt: AT, state: 'done', completedAt: AT, finalAt: LATER }],
    ['is not known', {}, undefined],
  ])('is found when the erasure %s', async (_name, answer, expected) => {
    aws.answers(said(answer));
    expect(await receipts().find(JOB)).toEqual(expected);
    expect(aws.calls).toEqual([call('GetItem', { TableName: 'receipts', Key: KEY, ConsistentRead: true })]);
  });

  it.each<[string, AwsAnswer]>([
    ['says when it was done and when it is final, and is forgotten after a year', said({})],
    ['keeps its times when it is closed again', conflict()],
  ])('%s', async (_name, answer) => {
    aws.answers(answer);
    await receipts().close(JOB, { completedAt: AT, finalAt: LATER, forgottenAt: 1_827_144_000 });
    expect(aws.calls).toEqual([
      call('UpdateItem', {
        TableName: 'receipts',
        Key: KEY,
        UpdateExpression:
          'SET #state = :done, completedAt = :completedAt, finalAt = :finalAt, expiresAt = :forgottenAt',
        ConditionExpression: '#state = :running',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':running': { S: 'running' },
          ':done': { S: 'done' },
          ':completedAt': { S: AT },
          ':finalAt': { S: LATER },
          ':forgottenAt': { N: '1827144000' },
        },
      }),
    ]);
  });

  it('is among the unfinished ones, page by page', async () => {
    aws.answers(said({ Items: [KEY], LastEvaluatedKey: KEY }), said({ Items: [{ receiptId: { S: SOMEBODY_ELSE } }] }));
    const found: string[] = [];
    for await (const one of unfinishedErasures(CELL, 'receipts').unfinished()) found.push(one);
    expect(found).toEqual([JOB, SOMEBODY_ELSE]);
    const query = {
      TableName: 'receipts',
      IndexName: 'states',
      KeyConditionExpression: '#state = :running',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':running': { S: 'running' } },
    };
    expect(aws.calls).toEqual([call('Query', query), call('Query', { ...query, ExclusiveStartKey: KEY })]);
  });

  it('throws what it does not expect', async () => {
    aws.answers(failed('ResourceNotFoundException'));
    const closed = receipts().close(JOB, { completedAt: AT, finalAt: LATER, forgottenAt: 1 });
    await expect(closed).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('the beginning of an erasure', () => {
  const TABLES = { profiles: 'profiles', jobs: 'jobs', receipts: 'receipts' };
  const begin = async (...standing: ['is replaced'] | []) =>
    erasureBeginner(CELL, TABLES, ...standing).begin({ personId: PERSON, jobId: JOB, requestedAt: AT });
  const MARK = { personId: { S: PERSON }, erased: { BOOL: true }, jobId: { S: JOB } };
  const OTHER = { ...MARK, jobId: { S: SOMEBODY_ELSE } };
  const transaction = (onlyOnce: object) =>
    call('TransactWriteItems', {
      ClientRequestToken: expect.any(String),
      TransactItems: [
        { Put: { TableName: 'profiles', Item: MARK, ...onlyOnce } },
        { Put: { TableName: 'jobs', Item: { jobId: { S: JOB }, kind: { S: 'erasure' }, personId: { S: PERSON } } } },
        {
          Put: {
            TableName: 'receipts',
            Item: { receiptId: { S: JOB }, state: { S: 'running' }, requestedAt: { S: AT } },
          },
        },
      ],
    });
  const ONCE = transaction({
    ConditionExpression: 'attribute_not_exists(erased)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  const canceled = (...reasons: readonly object[]) =>
    failed('TransactionCanceledException', '', { CancellationReasons: reasons });
  const NONE = { Code: 'None' };
  const conflicting = canceled({ Code: 'TransactionConflict' }, NONE, NONE);
  const standing = canceled({ Code: 'ConditionalCheckFailed', Item: OTHER }, NONE, NONE);

  it.each<[string, AwsAnswer[], string, object[]]>([
    ['is the mark, the job and the receipt, or nothing; no time is set to them', [said({})], JOB, [ONCE]],
    ['is that of the mark that stands', [standing], SOMEBODY_ELSE, [ONCE]],
    ['waits for what is being written of the person', [conflicting, said({})], JOB, [ONCE, ONCE]],
  ])('%s', async (_name, answers, jobId, calls) => {
    aws.answers(...answers);
    expect(await begin()).toBe(jobId);
    expect(aws.calls).toEqual(calls);
  });

  it('takes the place of one that is over, where stores are to be looked at once more', async () => {
    aws.answers(said({}));
    expect(await begin('is replaced')).toBe(JOB);
    expect(aws.calls).toEqual([transaction({})]);
  });

  it.each([
    ['conflicts without an end', Array.from({ length: 5 }, () => conflicting), 'TransactionCanceledException'],
    ['what it does not expect', [canceled({ Code: 'ValidationError' }, NONE, NONE)], 'TransactionCanceledException'],
    ['what is no answer to a transaction', [failed('ResourceNotFoundException')], 'ResourceNotFoundException'],
  ])('throws %s', async (_name, answers, name) => {
    aws.answers(...answers);
    await expect(begin()).rejects.toMatchObject({ name });
    expect(aws.calls).toEqual(answers.map(() => ONCE));
  });
});

describe('the eraser of conversations', () => {
  const erase = async () => conversationsEraser(CELL, 'conversations')(PERSON, JOB);
  const entry = (name: string) => ({ personId: { S: PERSON }, entry: { S: name } });
  const QUERY = call('Query', {
    ...OF_PERSON,
    TableName: 'conversations',
    ProjectionExpression: 'personId, entry',
    Limit: 25,
    ConsistentRead: true,
  });
  const deletionOf = (...names: readonly string[]) =>
    call('BatchWriteItem', {
      RequestItems: { conversations: names.map((name) => ({ DeleteRequest: { Key: entry(name) } })) },
    });
  const left = { conversations: [{ DeleteRequest: { Key: entry('b') } }] };

  it.each<[string, AwsAnswer[], string, object[]]>([
    ['finds nothing', [said({ Items: [] })], 'done', [QUERY]],
    [
      'removes the last ones',
      [said({ Items: [entry('a'), entry('b')] }), said({})],
      'done',
      [QUERY, deletionOf('a', 'b')],
    ],
    [
      'removes a batch of more',
      [said({ Items: [entry('a')], LastEvaluatedKey: entry('a') }), said({})],
      'more',
      [QUERY, deletionOf('a')],
    ],
    [
      'says so when DynamoDB left some',
      [said({ Items: [entry('a'), entry('b')] }), said({ UnprocessedItems: left })],
      'more',
      [QUERY, deletionOf('a', 'b')],
    ],
  ])('%s', async (_name, answers, expected, calls) => {
    aws.answers(...answers);
    expect(await erase()).toBe(expected);
    expect(aws.calls).toEqual(calls);
  });
});

describe('the jobs of a person', () => {
  const jobs = () => jobsOfPerson(CELL, 'jobs');
  const item = (jobId: string) => ({ jobId: { S: jobId }, personId: { S: PERSON } });

  it('are found page by page, without the erasure itself', async () => {
    aws.answers(
      said({ Items: [item('one'), item(JOB)], LastEvaluatedKey: item('one') }),
      said({ Items: [item('two')] }),
    );
    expect(await jobs().others(PERSON, JOB)).toEqual(['one', 'two']);
    const query = { ...OF_PERSON, TableName: 'jobs', IndexName: 'people' };
    expect(aws.calls).toEqual([call('Query', query), call('Query', { ...query, ExclusiveStartKey: item('one') })]);
  });

  it('are forgotten one by one', async () => {
    aws.answers(said({}));
    await jobs().forget(SOMEBODY_ELSE);
    expect(aws.calls).toEqual([call('DeleteItem', { TableName: 'jobs', Key: { jobId: { S: SOMEBODY_ELSE } } })]);
  });
});

describe('the sessions of an account', () => {
  const end = async () => accountSessions(CELL, 'eu-central-1_pool').end(PERSON);

  it.each([
    ['end', said({})],
    ['are none where nobody is', failed('UserNotFoundException')],
  ])('%s', async (_name, answer) => {
    aws.answers(answer);
    await end();
    const input = { UserPoolId: 'eu-central-1_pool', Username: PERSON };
    expect(aws.calls).toEqual([call('AdminUserGlobalSignOut', input)]);
  });

  it('throw what is not expected', async () => {
    aws.answers(failed('NotAuthorizedException'));
    await expect(end()).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });
});

describe('the workflow of a job', () => {
  const ARN = 'arn:aws:states:eu-central-1:111111111111:stateMachine:erasure';
  const start = async () => workflow(CELL, ARN, () => NOW).start(JOB);
  const execution = (name: string) =>
    call('StartExecution', { stateMachineArn: ARN, name, input: JSON.stringify({ jobId: JOB }) });
  const started = said({ executionArn: `${ARN}:x`, startDate: 1 });
  const AGAIN = `${JOB}-${Math.floor(NOW / 300_000)}`;

  it.each<[string, AwsAnswer[], object[]]>([
    ['is an execution of its name, and given its number alone', [started], [execution(JOB)]],
    [
      'is another execution where that one has ended',
      [failed('ExecutionAlreadyExists'), started],
      [execution(JOB), execution(AGAIN)],
    ],
    [
      'is started no more than once in five minutes',
      [failed('ExecutionAlreadyExists'), failed('ExecutionAlreadyExists')],
      [execution(JOB), execution(AGAIN)],
    ],
  ])('%s', async (_name, answers, calls) => {
    aws.answers(...answers);
    await start();
    expect(aws.calls).toEqual(calls);
  });

  it('throws what it does not expect', async () => {
    aws.answers(failed('StateMachineDoesNotExist'));
    await expect(start()).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  });
});
