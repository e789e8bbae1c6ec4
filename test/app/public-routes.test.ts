import { cellOf } from '../../lib/app/cell';
import { publicHandler } from '../../lib/app/http/handler';
import { confirmRegistrationRoute } from '../../lib/app/routes/confirm-registration';
import { fallbackRoute } from '../../lib/app/routes/fallback';
import { signInRoute } from '../../lib/app/routes/sign-in';
import { statusRoute } from '../../lib/app/routes/status';
import { EU, INTERNATIONAL } from './support/answers';
import { answered, eventOf, invalid, readable, refused } from './support/http';
import { listening, memoryAccounts, PERSON, SOMEBODY_ELSE } from './support/memory';

const PASSWORD = 'Correct-Horse-9';
const ANNA = { residence: 'NL', email: 'anna@example.org', password: PASSWORD };

const TOO_MANY = refused('too_many_requests', 'wait a while before the next attempt', {}, { 'retry-after': '60' });

describe('GET /status', () => {
  it.each([
    ['eu', EU],
    ['international', INTERNATIONAL],
  ] as const)('says what the cell %s is and where it really is', async (jurisdiction, home) => {
    const status = publicHandler('status', statusRoute(cellOf(jurisdiction)), listening());
    expect(readable(await status(eventOf()))).toEqual(answered(200, { status: 'ok', ...home }));
  });
});

describe('POST /confirmations and POST /sessions', () => {
  const REFUSED = refused('confirmation_refused', 'the code is wrong or no longer valid, or it was used already');
  const NOT_IN = refused(
    'sign_in_refused',
    'identifier and password do not belong to a confirmed registration',
    {},
    { 'www-authenticate': 'Bearer' },
  );
  const IN = answered(200, { accessToken: `a.${PERSON}.c`, expiresIn: 300, tokenType: 'Bearer' });
  const CONFIRMED = answered(200, { next: { method: 'POST', path: '/sessions' } });

  const registered = async () => {
    const accounts = memoryAccounts();
    await accounts.signUp({ ...ANNA, personId: PERSON });
    const confirmation = publicHandler('confirm-registration', confirmRegistrationRoute(accounts), listening());
    const session = publicHandler('sign-in', signInRoute(accounts), listening());
    return {
      confirm: async (json: unknown) => readable(await confirmation(eventOf({ json }))),
      signIn: async (json: unknown) => readable(await session(eventOf({ json }))),
    };
  };

  it('lets a person in by id and by address, once they are confirmed', async () => {
    const { confirm, signIn } = await registered();
    expect(await signIn({ identifier: PERSON, password: PASSWORD })).toEqual(NOT_IN);
    expect(await confirm({ personId: PERSON, code: '654321' })).toEqual(REFUSED);
    expect(await confirm({ personId: PERSON, code: '123456' })).toEqual(CONFIRMED);
    expect(await signIn({ identifier: PERSON, password: PASSWORD })).toEqual(IN);
    expect(await signIn({ identifier: ANNA.email, password: PASSWORD })).toEqual(IN);
  });

  it('answers an unknown person as it answers a wrong password', async () => {
    const { confirm, signIn } = await registered();
    await confirm({ personId: PERSON, code: '123456' });
    expect(await signIn({ identifier: PERSON, password: 'wrong' })).toEqual(NOT_IN);
    expect(await signIn({ identifier: SOMEBODY_ELSE, password: PASSWORD })).toEqual(NOT_IN);
    expect(await signIn({ identifier: 'nobody@example.org', password: PASSWORD })).toEqual(NOT_IN);
  });

  it('answers an unknown person, and a code used before, as it answers a wrong code', async () => {
    const { confirm } = await registered();
    expect(await confirm({ personId: SOMEBODY_ELSE, code: '123456' })).toEqual(REFUSED);
    await confirm({ personId: PERSON, code: '123456' });
    expect(await confirm({ personId: PERSON, code: '123456' })).toEqual(REFUSED);
  });

  it.each([
    [
      'a name for an id',
      { personId: 'anna', code: '123456' },
      ['#/personId', 'has to be the personId that the registration answered'],
    ],
    [
      'a code of other signs',
      { personId: PERSON, code: '12345a' },
      ['#/code', 'has to be the six digits from the message'],
    ],
    ['a code as a number', { personId: PERSON, code: 123456 }, ['#/code', 'is missing or not of the right type']],
  ] as const)('refuses %s', async (_name, json, error) => {
    expect(await (await registered()).confirm(json)).toEqual(invalid(error));
  });

  it('refuses an identifier that is neither id nor address', async () => {
    const { signIn } = await registered();
    expect(await signIn({ identifier: 'anna', password: PASSWORD })).toEqual(
      invalid(['#/identifier', 'has to be a personId or an e-mail address']),
    );
  });

  it('says when there were too many', async () => {
    const throttled = async () => ({ kind: 'throttled' }) as const;
    const confirmation = publicHandler(
      'confirm-registration',
      confirmRegistrationRoute({ confirm: throttled }),
      listening(),
    );
    const session = publicHandler('sign-in', signInRoute({ signIn: throttled }), listening());
    const code = eventOf({ json: { personId: PERSON, code: '123456' } });
    expect(readable(await confirmation(code))).toEqual(TOO_MANY);
    const password = eventOf({ json: { identifier: PERSON, password: PASSWORD } });
    expect(readable(await session(password))).toEqual(TOO_MANY);
  });
});

describe('any other route', () => {
  it.each([
    ['/me', refused('method_not_allowed', 'use DELETE, GET, PUT', {}, { allow: 'DELETE, GET, PUT' })],
    ['/registrations', refused('method_not_allowed', 'use POST', {}, { allow: 'POST' })],
    ['/', refused('method_not_allowed', 'use GET', {}, { allow: 'GET' })],
    ['/me/', refused('not_found', 'see the list of routes in the documentation')],
    ['$default', refused('not_found', 'see the list of routes in the documentation')],
    ['/anna@example.org', refused('not_found', 'see the list of routes in the documentation')],
  ])('answers %s', async (rawPath, expected) => {
    const fallback = publicHandler('fallback', fallbackRoute(), listening());
    expect(readable(await fallback(eventOf({ rawPath })))).toEqual(expected);
  });
});
