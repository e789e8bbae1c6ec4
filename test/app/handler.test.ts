import { cellOf } from '../../lib/app/cell';
import { publicHandler } from '../../lib/app/http/handler';
import type { HttpEvent } from '../../lib/app/http/request';
import { statusRoute } from '../../lib/app/routes/status';
import { eventOf, REQUEST_ID, readable, refused } from './support/http';
import { listening } from './support/memory';

const SECRET = 'anna@example.org';

/** What a handler answers and what is told about it when the route throws this. */
async function thrown(error: unknown, event: HttpEvent = eventOf()) {
  const around = listening();
  const route = () => {
    throw error;
  };
  const response = readable(await publicHandler('status', route, around)(event));
  return { response, entries: around.entries };
}

class NamedError extends Error {
  constructor(name: string) {
    super(`cannot write ${SECRET}`);
    this.name = name;
  }
}

describe('what a route throws', () => {
  it.each([
    [
      'an error of the SDK',
      new NamedError('ProvisionedThroughputExceededException'),
      'ProvisionedThroughputExceededException',
    ],
    ['a connection that failed', Object.assign(new Error(SECRET), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    ['an error of the language', new TypeError(SECRET), 'TypeError'],
    ['an error whose name is no name', new NamedError(SECRET), 'Error'],
    ['an error with a code that is a name', Object.assign(new Error(SECRET), { code: 'ANNA' }), 'Error'],
    ['an error named after a person', new NamedError('Anna'), 'Error'],
    ['a text', SECRET, 'Error'],
    ['nothing', undefined, 'Error'],
    ['an object that looks like an error', { name: 'AnnaError', message: SECRET }, 'Error'],
  ])('is answered with the request id and logged by name when it is %s', async (_name, error, errorName) => {
    expect(await thrown(error)).toEqual({
      response: refused(
        'internal_error',
        'nothing is wrong with the request; try again, and quote the requestId if it stays',
      ),
      entries: [{ requestId: REQUEST_ID, route: 'status', outcome: 'internal_error', durationMs: 0, errorName }],
    });
  });

  it('is answered even when its name throws', async () => {
    const error = Object.defineProperty(new Error(SECRET), 'name', {
      get() {
        throw new Error(SECRET);
      },
    });
    expect((await thrown(error)).response).toMatchObject({ statusCode: 500 });
  });
});

const STATUS = statusRoute(cellOf('eu'));

describe('a handler', () => {
  it('logs what it answered and how long that took', async () => {
    const around = listening();
    const times = [1_000, 1_042];
    const clock = () => times.shift() ?? 0;
    await publicHandler('status', STATUS, { ...around, clock })(eventOf());
    expect(around.entries).toEqual([{ requestId: REQUEST_ID, route: 'status', outcome: 'ok', durationMs: 42 }]);
  });

  it.each([
    ['an id with other signs', SECRET],
    ['an endless id', 'x'.repeat(65)],
    ['an id of another type', 7],
    ['no id', undefined],
  ])('takes %s for unknown', async (_name, requestId) => {
    const event = { requestContext: { requestId } } as HttpEvent;
    const { response, entries } = await thrown(new Error(SECRET), event);
    expect(response).toMatchObject({ body: { requestId: 'unknown' } });
    expect(entries.map((entry) => entry.requestId)).toEqual(['unknown']);
  });

  it('answers an event that lacks everything', async () => {
    expect(readable(await publicHandler('status', STATUS, listening())({}))).toMatchObject({ statusCode: 200 });
  });

  it('answers though its telemetry fails', async () => {
    const telemetry = {
      answered() {
        throw new Error('no space left');
      },
    };
    const handler = publicHandler('status', STATUS, { ...listening(), telemetry });
    expect(readable(await handler(eventOf()))).toMatchObject({ statusCode: 200 });
  });
});
