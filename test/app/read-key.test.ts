import { ok } from '../../lib/app/http/answer';
import { keyHandler } from '../../lib/app/http/handler';
import type { HttpEvent } from '../../lib/app/http/request';
import { isKeyOf } from '../../lib/app/read-key';
import { readKeyAuthorizer } from '../../lib/app/triggers/read-key';
import type { OpenedLog } from '../../lib/app/use-cases/read-as-reader';
import { K1 as LOG, NO_SUCH_LOG, NOWHERE as READER } from './support/conversation';
import { answered, eventOf, REQUEST_ID, readable } from './support/http';
import { listening, memoryKeys, ownerOf, PERSON } from './support/memory';

const KEY = Buffer.alloc(32, 7).toString('base64url');
const OPENED: OpenedLog = { owner: ownerOf(), logId: LOG };

function authorizer(open: () => Promise<OpenedLog | undefined>) {
  const asked: unknown[][] = [];
  const around = listening();
  const authorize = readKeyAuthorizer(async (...question) => {
    asked.push(question);
    return open();
  }, around);
  const event = (readerId: string) => eventOf({ pathParameters: { readerId }, headers: { 'X-Read-Key': KEY } });
  return { ask: async (readerId = READER) => authorize(event(readerId)), asked, entries: around.entries };
}

const entry = { requestId: REQUEST_ID, route: 'read-key', durationMs: 0 };

describe('the authorizer of a read key', () => {
  it('lets in whom the key lets in, and passes on whose log it is to the function behind it', async () => {
    const { ask, asked, entries } = authorizer(async () => OPENED);
    expect(await ask()).toEqual({ isAuthorized: true, context: { personId: PERSON, logId: LOG } });
    expect(asked).toEqual([[READER, KEY]]);
    expect(entries).toEqual([{ ...entry, outcome: 'ok' }]);
  });

  it('lets in nobody else, and asks nothing where the path has no id', async () => {
    const { ask, asked, entries } = authorizer(async () => undefined);
    expect([await ask(), await ask('../me')]).toEqual([{ isAuthorized: false }, { isAuthorized: false }]);
    expect(asked).toEqual([[READER, KEY]]);
    expect(entries).toEqual([
      { ...entry, outcome: 'no_such_log' },
      { ...entry, outcome: 'no_such_log' },
    ]);
  });

  it('lets nobody in when it could not look, and says nothing of why but a name', async () => {
    const { ask, entries } = authorizer(async () => {
      throw new RangeError(`of ${PERSON}`);
    });
    await expect(ask()).rejects.toMatchObject({ name: 'KeyUnreadError', message: 'KeyUnread' });
    expect(entries).toEqual([{ ...entry, outcome: 'internal_error', errorName: 'RangeError' }]);
  });
});

describe('the function behind it', () => {
  const EMPTY = { messages: [], next: null };
  const handlerWith = (keys = memoryKeys(), seen: unknown[] = []) =>
    keyHandler(
      'read-log',
      ({ owner, logId }) => {
        seen.push({ personId: owner.personId, logId });
        return ok(EMPTY);
      },
      keys,
      listening(),
    );
  const found = (lambda: object): HttpEvent => eventOf({ requestContext: { authorizer: { lambda: { ...lambda } } } });

  it('works on what the authorizer found', async () => {
    const seen: unknown[] = [];
    const response = await handlerWith(memoryKeys(), seen)(found({ personId: PERSON, logId: LOG }));
    expect({ response: readable(response), seen }).toEqual({
      response: answered(200, EMPTY),
      seen: [{ personId: PERSON, logId: LOG }],
    });
  });

  it.each<[string, HttpEvent]>([
    ['nothing', eventOf()],
    ['half', found({ personId: PERSON })],
    ['what is no id', found({ personId: PERSON, logId: 'log#' })],
    [
      'what a token says',
      eventOf({ requestContext: { authorizer: { jwt: { claims: { personId: PERSON, logId: LOG } } } } }),
    ],
  ])('opens nothing with %s', async (_name, event) => {
    expect(readable(await handlerWith()(event))).toEqual(NO_SUCH_LOG);
  });

  it('opens nothing of somebody who was erased since', async () => {
    const keys = memoryKeys();
    await keys.destroy(PERSON, 0);
    expect(readable(await handlerWith(keys)(found({ personId: PERSON, logId: LOG })))).toEqual(NO_SUCH_LOG);
  });
});

describe('a key', () => {
  // SHA-256 of 32 bytes of 7, by another program.
  const hash = Buffer.from('4bb06f8e4e3a7715d201d573d0aa423762e55dabd61a2c02278fa56cc6d294e0', 'hex');
  const zeros = Buffer.alloc(32).toString('base64url');

  it.each([
    ['opens what has its hash', hash, KEY, true],
    ['opens nothing in another spelling', hash, Buffer.alloc(32, 7).toString('base64'), false],
    ['opens nothing with other bits behind its last', hash, KEY.replace(/.$/u, 'd'), false],
    ['opens nothing where it is another', hash, zeros, false],
    ['opens nothing where none is sent', hash, undefined, false],
    ['opens nothing where there is no hash', undefined, KEY, false],
    ['opens nothing where there is no hash, though it is all zeros', undefined, zeros, false],
  ])('%s', (_name, keyHash, sent, expected) => {
    expect(isKeyOf(keyHash, sent)).toBe(expected);
  });
});
