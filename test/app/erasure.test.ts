import type { Erasers, Receipt } from '../../lib/app/erasure-ports';
import type { HttpEvent } from '../../lib/app/http/request';
import { StepFailedError, stepHandler } from '../../lib/app/steps/handler';
import { erasePerson } from '../../lib/app/use-cases/erase-person';
import { closeErasure, endSessions, eraseStore } from '../../lib/app/use-cases/erasure-steps';
import { type HandledStore, handledStores } from '../../lib/domain/personal-stores';
import type { RouteId } from '../../lib/domain/routes';
import { cellInMemory } from './support/every-route';
import { answered, eventOfPerson, readable, refused } from './support/http';
import { JOB, listening, MEMBER, memoryErasures, memoryProfiles, NOW, PERSON, SOMEBODY_ELSE } from './support/memory';

const DAY_MS = 24 * 60 * 60 * 1000;
const AT = new Date(NOW).toISOString();
const MARK = { kind: 'erased', jobId: JOB } as const;
const BEGUN = answered(202, { receiptId: JOB, next: { method: 'GET', path: `/me/receipts/${JOB}` } });
const RUNNING = { receiptId: JOB, requestedAt: AT, state: 'running' } as const;
const DONE = {
  receiptId: JOB,
  requestedAt: AT,
  state: 'done',
  completedAt: AT,
  finalAt: new Date(NOW + 7 * DAY_MS).toISOString(),
} as const;

const ERASED = refused('erased', 'nothing is kept about this person any more, and nothing can be written');

const written = { [PERSON]: { ...MEMBER, profile: { displayName: 'Anna', updatedAt: AT, version: 3 } } };

function cellWith(items: Parameters<typeof memoryProfiles>[0] = written) {
  const { handlers, profiles, erasures } = cellInMemory('eu', () => '', items);
  const call = async (id: RouteId, event: HttpEvent) => readable(await handlers[id](event));
  const as = async (id: RouteId, more: Parameters<typeof eventOfPerson>[0] = {}) => call(id, eventOfPerson(more));
  return { profiles, erasures, call, as };
}

describe('DELETE /me', () => {
  it('leaves a mark that names nobody, and stays until the erasure is over, and starts the workflow', async () => {
    const { as, profiles, erasures } = cellWith();
    expect(await as('erase-person')).toEqual(BEGUN);
    expect([...profiles.table]).toEqual([[PERSON, MARK]]);
    expect([...erasures.kept.values()]).toEqual([RUNNING]);
    expect([...erasures.whose]).toEqual([[JOB, PERSON]]);
    expect(erasures.started).toEqual([JOB]);
  });

  it('can be asked for by who has written and accepted nothing', async () => {
    const { as, profiles } = cellWith({});
    expect(await as('erase-person')).toEqual(BEGUN);
    expect([...profiles.table]).toEqual([[PERSON, MARK]]);
  });

  it('goes on with the same job when it is asked for again, and starts none that is over', async () => {
    const { as, erasures } = cellWith();
    await as('erase-person');
    expect(await as('erase-person')).toEqual(BEGUN);
    expect(erasures.started).toEqual([JOB, JOB]);
    await closeErasure({ ...erasures, clock: () => NOW })({ jobId: JOB });
    expect(await as('erase-person')).toEqual(BEGUN);
    expect(erasures.started).toEqual([JOB, JOB]);
  });

  it('is finished by asking again when it ends before its workflow has begun', async () => {
    const profiles = memoryProfiles(written);
    const { workflow, ...memory } = memoryErasures(profiles);
    let broken = true;
    let ids = 0;
    const erase = erasePerson({
      ...memory,
      workflow: {
        start: async (jobId) => (broken ? Promise.reject(new Error('connection lost')) : workflow.start(jobId)),
      },
      newJobId: () => (ids++ === 0 ? JOB : SOMEBODY_ELSE),
      clock: () => NOW,
    });
    const all = () => [[...profiles.table], [...memory.kept.values()], [...memory.whose], memory.started];
    await expect(erase(PERSON)).rejects.toThrow('connection lost');
    expect(all()).toEqual([[[PERSON, MARK]], [RUNNING], [[JOB, PERSON]], []]);
    broken = false;
    expect(await erase(PERSON)).toBe(JOB);
    expect(all()).toEqual([[[PERSON, MARK]], [RUNNING], [[JOB, PERSON]], [JOB]]);
  });

  it('leaves nothing to a token that is still alive, and lets it recreate nothing', async () => {
    const { as, profiles } = cellWith();
    await as('erase-person');
    const json = { displayName: 'Anna' };
    expect(await as('read-profile')).toEqual(ERASED);
    expect(await as('locate-data')).toEqual(ERASED);
    expect(await as('write-profile', { json })).toEqual(ERASED);
    const headers = { 'content-type': 'application/json', 'if-match': '"0"' };
    expect(await as('write-profile', { body: JSON.stringify(json), headers })).toEqual(ERASED);
    expect([...profiles.table]).toEqual([[PERSON, MARK]]);
  });

  it('counts a mark that is due but not yet removed', async () => {
    const { as } = cellWith({ [PERSON]: { kind: 'erased', jobId: JOB, expiresAt: NOW / 1000 - 1 } });
    expect(await as('read-profile')).toEqual(ERASED);
    expect(await as('write-profile', { json: { displayName: 'Anna' } })).toEqual(ERASED);
  });
});

describe('GET /me/receipts/{receiptId}', () => {
  const cell = {
    jurisdiction: 'eu',
    jurisdictionName: 'European Union and European Economic Area',
    region: 'eu-central-1',
  };
  const answer = { receiptId: JOB, kind: 'erasure', ...cell, requestedAt: AT };
  const asked = async (receiptId: string | undefined, receipt?: Receipt) => {
    const { call, erasures } = cellWith();
    if (receipt !== undefined) erasures.kept.set(JOB, receipt);
    return call('read-receipt', {
      ...eventOfPerson(),
      ...(receiptId !== undefined && { pathParameters: { receiptId } }),
    });
  };

  it('says to the token of who was erased that an erasure is under way, and not whose', async () => {
    expect(await asked(JOB, RUNNING)).toEqual(
      answered(200, { ...answer, state: 'running', completedAt: null, finalAt: null }),
    );
  });

  it('says when it was done, and that it is final when the keys cannot be brought back', async () => {
    expect(await asked(JOB, DONE)).toEqual(
      answered(200, { ...answer, state: 'done', completedAt: AT, finalAt: '2026-12-01T12:00:00.000Z' }),
    );
  });

  it.each([
    ['a number that no erasure has', SOMEBODY_ELSE],
    ['a number in another form', JOB.toUpperCase()],
    ['no number', undefined],
  ])('knows nothing of %s', async (_name, receiptId) => {
    expect(await asked(receiptId, DONE)).toEqual(
      refused('not_found', 'there is no such receipt; it is kept for a year'),
    );
  });
});

describe('the steps of an erasure', () => {
  const under = () => {
    const erasures = memoryErasures();
    erasures.whose.set(JOB, PERSON);
    erasures.kept.set(JOB, RUNNING);
    return erasures;
  };
  const erasersThat = (answer: 'more' | 'done', calls: string[]) =>
    Object.fromEntries(
      handledStores('erase').map((store) => [
        store,
        async (personId: string, jobId: string) => {
          calls.push(`${store} ${personId} ${jobId}`);
          return answer;
        },
      ]),
    ) as unknown as Erasers;

  it('end the sessions of the person', async () => {
    const ended: string[] = [];
    const sessions = { end: async (personId: string) => void ended.push(personId) };
    expect(await endSessions({ ...under(), sessions })({ jobId: JOB })).toEqual({ state: 'done' });
    expect(await endSessions({ ...memoryErasures(), sessions })({ jobId: JOB })).toEqual({ state: 'done' });
    expect(ended).toEqual([PERSON]);
  });

  it.each(handledStores('erase'))('empty %s, and say whether there is more', async (store) => {
    const calls: string[] = [];
    const step = (answer: 'more' | 'done') => eraseStore({ ...under(), erasers: erasersThat(answer, calls) });
    expect(await step('more')({ jobId: JOB, store })).toEqual({ state: 'more' });
    expect(await step('done')({ jobId: JOB, store })).toEqual({ state: 'done' });
    expect(calls).toEqual([`${store} ${PERSON} ${JOB}`, `${store} ${PERSON} ${JOB}`]);
  });

  it('touch nothing for an erasure that is over, or was never asked for', async () => {
    const calls: string[] = [];
    const erasers = erasersThat('more', calls);
    const step = eraseStore({ ...memoryErasures(), erasers });
    expect(await step({ jobId: JOB, store: 'media' })).toEqual({ state: 'done' });
    expect(calls).toEqual([]);
  });

  it('leave a receipt that names nobody, forget whose it was, and keep its times when they are repeated', async () => {
    const erasures = under();
    await closeErasure({ ...erasures, clock: () => NOW })({ jobId: JOB });
    await closeErasure({ ...erasures, clock: () => NOW + DAY_MS })({ jobId: JOB });
    expect([[...erasures.kept.values()], [...erasures.whose]]).toEqual([[DONE], []]);
  });

  it('go through the keys after everything that they seal, and give the mark an end when the account has gone', () => {
    const order: readonly HandledStore<'erase'>[] = handledStores('erase');
    expect(order.slice(-3)).toEqual(['person-keys', 'accounts', 'profiles']);
  });
});

describe('the function of a step', () => {
  const context = { awsRequestId: 'a-request' };

  it('answers what the step answers, and logs that it did', async () => {
    const around = listening();
    const handler = stepHandler('close-erasure', async () => ({ state: 'done' }), around);
    expect(await handler({ jobId: JOB }, context)).toEqual({ state: 'done' });
    expect(around.entries).toEqual([{ requestId: 'a-request', route: 'close-erasure', outcome: 'ok', durationMs: 0 }]);
  });

  it.each([
    ['what the step throws', JOB, 'TimeoutError'],
    ['what is no job', 'anna@example.org', 'TypeError'],
  ])('fails with the name of %s, and nothing of its message', async (_name, jobId, errorName) => {
    const around = listening();
    const broken = async () => {
      throw Object.assign(new Error('anna@example.org was not found'), { name: 'TimeoutError' });
    };
    const failure = await stepHandler(
      'erase-store',
      broken,
      around,
    )({ jobId }, context).catch((error: unknown) => error);
    expect(failure).toEqual(new StepFailedError('erase-store', errorName));
    expect((failure as Error).message).toBe(`erase-store: ${errorName}`);
    expect(around.entries).toEqual([
      { requestId: 'a-request', route: 'erase-store', outcome: 'internal_error', durationMs: 0, errorName },
    ]);
  });
});
