import { cellOf } from '../../lib/app/cell';
import { publicHandler } from '../../lib/app/http/handler';
import type { HttpEvent } from '../../lib/app/http/request';
import type { SignUpResult } from '../../lib/app/ports';
import { registerPersonRoute } from '../../lib/app/routes/register-person';
import { residencyRoute } from '../../lib/app/routes/residency';
import { registerPerson } from '../../lib/app/use-cases/register-person';
import { JURISDICTION_IDS, type JurisdictionId } from '../../lib/domain/jurisdictions';
import { EU, INTERNATIONAL } from './support/answers';
import { answered, eventOf, invalid, REQUEST_ID, readable, refused } from './support/http';
import { listening, memoryAccounts, NOW, PERSON, SOMEBODY_ELSE } from './support/memory';

const PASSWORD = 'Correct-Horse-9';
const ANNA = { residence: 'NL', email: 'anna@example.org', password: PASSWORD };

const ABSENT = { phone: { signal: 'absent' } };
const QUESTION = 'you say that you live in NL, and your phone is of SG: is NL where you live?';
const DISAGREES = {
  phone: {
    signal: 'disagrees',
    belongsTo: { kind: 'jurisdiction', jurisdiction: 'international', jurisdictionName: 'International' },
    question: QUESTION,
  },
};
const NO_COUNTRY = refused('unknown_country', 'use a code of ISO 3166-1 alpha-2, such as NL or SG');
const TOO_MANY = refused('too_many_requests', 'wait a while before the next attempt', {}, { 'retry-after': '60' });

describe('GET /residency', () => {
  const ask = async (queryStringParameters: HttpEvent['queryStringParameters']) =>
    readable(await publicHandler('residency', residencyRoute(), listening())(eventOf({ queryStringParameters })));

  it.each([
    ['puts the Netherlands into eu', { country: 'NL' }, answered(200, { kind: 'jurisdiction', ...EU, ...ABSENT })],
    [
      'puts Hong Kong into international',
      { country: 'HK' },
      answered(200, { kind: 'jurisdiction', ...INTERNATIONAL, ...ABSENT }),
    ],
    [
      'says that the phone agrees',
      { country: 'NL', phoneCountry: 'DE' },
      answered(200, { kind: 'jurisdiction', ...EU, phone: { signal: 'agrees' } }),
    ],
    [
      'lets the residence decide where the phone disagrees, and says what to ask',
      { country: 'NL', phoneCountry: 'SG' },
      answered(200, { kind: 'jurisdiction', ...EU, ...DISAGREES }),
    ],
    ['knows no phone of ZZ', { country: 'NL', phoneCountry: 'ZZ' }, NO_COUNTRY],
    [
      'takes no number for a country',
      { country: 'NL', phoneCountry: '+6591234567' },
      invalid(['?phoneCountry', 'has to be a country code of two capital letters']),
    ],
    [
      'says that mainland China is served elsewhere, and why',
      { country: 'CN' },
      answered(200, {
        kind: 'served-elsewhere',
        reason: 'people who live in mainland China are served by another service, operated there under its own terms',
        ...ABSENT,
      }),
    ],
    ['knows no country ZZ', { country: 'ZZ' }, NO_COUNTRY],
    ['wants a country', undefined, invalid(['?country', 'is missing or not of the right type'])],
    ['wants capitals', { country: 'nl' }, invalid(['?country', 'has to be a country code of two capital letters'])],
    [
      'wants one country',
      { country: 'NL,SG' },
      invalid(['?country', 'has to be a country code of two capital letters']),
    ],
    [
      'ignores no parameter',
      { country: 'NL', phone: '+31' },
      invalid(['?', 'has a member that this route does not know']),
    ],
  ])('%s', async (_name, query, expected) => {
    expect(await ask(query)).toEqual(expected);
  });
});

describe('POST /registrations', () => {
  const at = (jurisdiction: JurisdictionId) => {
    const accounts = memoryAccounts();
    const around = listening();
    const ids = [PERSON, SOMEBODY_ELSE];
    const newPersonId = () => ids.shift() ?? '';
    const register = registerPerson({ cell: cellOf(jurisdiction), accounts, newPersonId, clock: around.clock });
    const handler = publicHandler('register-person', registerPersonRoute(register), around);
    const post = async (json: unknown) => readable(await handler(eventOf({ json })));
    return { post, pool: accounts.pool, entries: around.entries };
  };
  const accepted = (personId: string) => answered(202, { personId, next: { method: 'POST', path: '/confirmations' } });

  it('signs a resident up under a generated name', async () => {
    const { post, pool } = at('eu');
    expect(await post(ANNA)).toEqual(accepted(PERSON));
    expect([...pool]).toEqual([[PERSON, { ...ANNA, confirmed: false }]]);
  });

  it('answers the same when the address is known already', async () => {
    const { post } = at('eu');
    await post(ANNA);
    expect(await post(ANNA)).toEqual(accepted(SOMEBODY_ELSE));
  });

  const CONFIRMED = { residenceConfirmed: { phoneCountry: 'SG', at: '2026-11-24T12:00:00.000Z' } };
  it.each<[string, object, object]>([
    ['keeps nothing of a phone that agrees', { phoneCountry: 'DE' }, {}],
    ['keeps no answer where nothing was asked', { phoneCountry: 'DE', residenceConfirmed: true }, {}],
    ['keeps no answer where there is no phone', { residenceConfirmed: true }, {}],
    [
      'keeps what the person answered where the phone disagreed, and when',
      { phoneCountry: 'SG', residenceConfirmed: true },
      CONFIRMED,
    ],
  ])('%s', async (_name, more, kept) => {
    const { post, pool } = at('eu');
    expect(await post({ ...ANNA, ...more })).toEqual(accepted(PERSON));
    expect([...pool]).toEqual([[PERSON, { ...ANNA, ...kept, confirmed: false }]]);
  });

  const ASK = 'ask the person, and send residenceConfirmed if they live there; nothing of this request was kept';
  it.each<[string, object, object]>([
    ['asks where the phone disagrees', { phoneCountry: 'SG' }, refused('residence_unconfirmed', ASK, DISAGREES)],
    [
      'takes a no for a no',
      { phoneCountry: 'SG', residenceConfirmed: false },
      refused('residence_unconfirmed', ASK, DISAGREES),
    ],
    ['knows no phone of ZZ', { phoneCountry: 'ZZ', residenceConfirmed: true }, NO_COUNTRY],
    [
      'takes no number',
      { phoneCountry: '+6591234567' },
      invalid(['#/phoneCountry', 'has to be a country code of two capital letters']),
    ],
    [
      'takes no other answer',
      { phoneCountry: 'SG', residenceConfirmed: 'true' },
      invalid(['#/residenceConfirmed', 'is missing or not of the right type']),
    ],
  ])('%s, and keeps nothing', async (_name, more, expected) => {
    const { post, pool } = at('eu');
    expect(await post({ ...ANNA, ...more })).toEqual(expected);
    expect([...pool]).toEqual([]);
  });

  it('refuses who belongs elsewhere, whatever their phone and they say of it', async () => {
    const { post, pool } = at('eu');
    const sent = { ...ANNA, residence: 'SG', phoneCountry: 'NL', residenceConfirmed: true };
    expect(await post(sent)).toEqual(elsewhere('international', 'International'));
    expect([...pool]).toEqual([]);
  });

  const elsewhere = (jurisdiction: string, jurisdictionName: string) =>
    refused('other_jurisdiction', 'register in the named jurisdiction; nothing of this request was kept', {
      jurisdiction,
      jurisdictionName,
    });
  it.each([
    ['eu', 'SG', elsewhere('international', 'International')],
    ['eu', 'GB', elsewhere('international', 'International')],
    ['international', 'NL', elsewhere('eu', 'European Union and European Economic Area')],
    ...JURISDICTION_IDS.map(
      (id) =>
        [
          id,
          'CN',
          refused(
            'served_elsewhere',
            'people who live in mainland China are served by another service, operated there under its own terms',
          ),
        ] as const,
    ),
    ['eu', 'ZZ', NO_COUNTRY],
  ] as const)('in %s refuses a resident of %s, keeps nothing, logs no country', async (cell, residence, expected) => {
    const { post, pool, entries } = at(cell);
    expect(await post({ ...ANNA, residence })).toEqual(expected);
    expect([...pool]).toEqual([]);
    const outcome = expected.body.code;
    expect(entries).toEqual([{ requestId: REQUEST_ID, route: 'register-person', outcome, durationMs: 0 }]);
  });

  it.each([
    ['an address that is none', { ...ANNA, email: 'anna' }, ['#/email', 'has to be an e-mail address']],
    ['an endless address', { ...ANNA, email: `${'a'.repeat(250)}@b.org` }, ['#/email', 'has at most 254 characters']],
    ['a missing residence', { ...ANNA, residence: undefined }, ['#/residence', 'is missing or not of the right type']],
    [
      'a residence of another type',
      { ...ANNA, residence: ['NL'] },
      ['#/residence', 'is missing or not of the right type'],
    ],
    ['an unknown member', { ...ANNA, username: 'anna' }, ['#', 'has a member that this route does not know']],
    ['a list', [ANNA], ['#', 'has to be an object']],
    ['null', null, ['#', 'has to be an object']],
    ['an empty password', { ...ANNA, password: '' }, ['#/password', 'must not be empty, or begin or end with a space']],
    [
      'a password with a space at its end',
      { ...ANNA, password: `${PASSWORD} ` },
      ['#/password', 'must not be empty, or begin or end with a space'],
    ],
    ['an endless password', { ...ANNA, password: 'x'.repeat(257) }, ['#/password', 'has at most 256 characters']],
  ] as const)('refuses %s', async (_name, json, error) => {
    const { post, pool } = at('eu');
    expect(await post(json)).toEqual(invalid(error));
    expect([...pool]).toEqual([]);
  });

  it.each<[string, SignUpResult, object]>([
    [
      'what a password lacks',
      { kind: 'password-rejected', reasons: ['is too short', 'needs a digit'] },
      refused('password_rejected', 'the password is too short, needs a digit'),
    ],
    [
      'no more than that the password was rejected, when Cognito says no more',
      { kind: 'password-rejected', reasons: [] },
      refused('password_rejected', 'choose another password'),
    ],
    [
      'that the pool takes no such value',
      { kind: 'rejected' },
      invalid(['#', 'the user pool takes no such address or password']),
    ],
    ['that there were too many', { kind: 'throttled' }, TOO_MANY],
  ])('says %s', async (_name, result, expected) => {
    const accounts = { signUp: async () => result };
    const register = registerPerson({ cell: cellOf('eu'), accounts, newPersonId: () => PERSON, clock: () => NOW });
    const handler = publicHandler('register-person', registerPersonRoute(register), listening());
    expect(readable(await handler(eventOf({ json: ANNA })))).toEqual(expected);
  });
});
