import { type Entry, loggable } from '../../lib/app/telemetry';
import { ACCESS_CLAIMS, eventOfPerson } from './support/http';

const ENTRY: Entry = { requestId: 'JKJaXmPLvHcESHA=', route: 'write-profile', outcome: 'ok', durationMs: 12 };
const EMAIL = 'anna@example.org';
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJl';

describe('what may be logged', () => {
  it('is an entry as it is', () => {
    expect(loggable(ENTRY)).toEqual(ENTRY);
    for (const errorName of ['TimeoutError', 'ThrottlingException', 'ECONNREFUSED', 'AccessDenied']) {
      const failed = { ...ENTRY, outcome: 'internal_error', errorName };
      expect(loggable(failed)).toEqual(failed);
    }
  });

  it('has no field for anything personal, says the compiler', () => {
    // @ts-expect-error an entry has no address
    const entry: Entry = { ...ENTRY, email: EMAIL };
    expect(loggable(entry)).toEqual(ENTRY);
  });

  it.each([
    ['an event', eventOfPerson({ json: { displayName: 'Anna' } })],
    ['claims', ACCESS_CLAIMS],
    ['an error', new Error(EMAIL)],
    ['an error with a cause', new Error('x', { cause: EMAIL })],
    ['a text', EMAIL],
    ['a token', TOKEN],
    ['a list', [EMAIL, TOKEN]],
    ['a map', new Map([['route', EMAIL]])],
    ['nothing', null],
    ['undefined', undefined],
    ['a function', () => EMAIL],
    ['what is nested', { entry: ENTRY, body: { email: EMAIL } }],
    ['fields that nobody knows', { email: EMAIL, message: EMAIL, body: TOKEN, personId: ACCESS_CLAIMS.username }],
    ['what is inherited', Object.create(ENTRY)],
  ])('is nothing of %s', (_name, value) => {
    expect(loggable(value)).toEqual({});
  });

  it.each(Object.keys({ ...ENTRY, errorName: '' }))('is no personal value in the field %s', (field) => {
    const values = [
      EMAIL,
      TOKEN,
      'Anna Janssen',
      '+31 6 12345678',
      '203.0.113.7',
      { email: EMAIL },
      [EMAIL],
      Number.NaN,
    ];
    for (const value of values) {
      const { [field as keyof Entry]: _, ...rest } = ENTRY;
      expect(loggable({ ...ENTRY, [field]: value })).toEqual(rest);
    }
  });

  it('is nothing that a getter gives, and the getter is not called', () => {
    let calls = 0;
    const entry = Object.defineProperty({ ...ENTRY }, 'requestId', {
      enumerable: true,
      get() {
        calls += 1;
        return EMAIL;
      },
    });
    const { requestId: _, ...rest } = ENTRY;
    expect(loggable(entry)).toEqual(rest);
    expect(calls).toBe(0);
  });

  it('is nothing that an object makes of itself when it is written', () => {
    const written = { toJSON: () => EMAIL, toString: () => EMAIL };
    expect(JSON.stringify(loggable({ ...ENTRY, ...written, route: written }))).not.toContain(EMAIL);
  });
});
