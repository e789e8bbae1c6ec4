import { chooseCell } from '../../../lib/client/cells';
import { DomicileClient, type DomicileClientProps } from '../../../lib/client/domicile-client';
import type { Send } from '../../../lib/client/send';
import { JURISDICTIONS } from '../../../lib/domain/jurisdictions';
import { NOW, PERSON, SOMEBODY_ELSE } from '../../app/support/memory';
import { cellsInMemory, ENDPOINTS } from '../support/cells';

const ANNA = { residence: 'NL', email: 'anna@example.org', password: 'Correct-Horse-9' };
const NEXT = { method: 'POST', path: '/confirmations' };

function device(livesThere?: DomicileClientProps['livesThere']) {
  const ids = [PERSON, SOMEBODY_ELSE];
  const { cells, send, sent } = cellsInMemory(() => ids.shift() ?? '');
  return { client: new DomicileClient({ cells: ENDPOINTS, send, livesThere }), cells, sent };
}

async function signedIn() {
  const { client, ...rest } = device();
  const registration = await client.register(ANNA);
  await client.confirm(registration, '123456');
  const session = await client.signIn(registration.jurisdiction, PERSON, ANNA.password);
  await client.acceptTerms(session, await client.readTerms(registration.jurisdiction));
  return { client, ...rest, session };
}

const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

/** A cell that answers every request like this. */
const answering =
  (status: number, body: string): Send =>
  async () => ({ status, body });
const clientOf = (send: Send) => new DomicileClient({ cells: ENDPOINTS, send });

describe('the cell of a country', () => {
  it('is chosen on the device', () => {
    expect(chooseCell('NL')).toBe('eu');
    expect(chooseCell('HK')).toBe('international');
  });

  it.each([
    ['CN', 'served_elsewhere', 403],
    ['ZZ', 'unknown_country', 400],
  ])('of %s is none, and nobody is asked', async (residence, code, status) => {
    const { client, sent } = device();
    expect(await caught(client.register({ ...ANNA, residence }))).toMatchObject({ code, problem: { status } });
    expect(sent).toEqual([]);
  });
});

describe('a person', () => {
  it('registers, is confirmed, signs in, writes, reads, locates and is erased, all in one cell', async () => {
    const { client, session, cells, sent } = await signedIn();
    expect(await client.readProfile(session)).toMatchObject({ displayName: null, version: 0 });
    const profile = await client.writeProfile(session, { displayName: 'Anna' }, { version: 0 });
    expect(profile).toEqual({
      personId: PERSON,
      displayName: 'Anna',
      updatedAt: new Date(NOW).toISOString(),
      version: 1,
    });
    expect(await client.readProfile(session)).toEqual(profile);
    expect(await client.locate(session)).toMatchObject({ jurisdiction: 'eu', region: 'eu-central-1' });
    await client.erase(session);
    expect(await caught(client.readProfile(session))).toMatchObject({ code: 'erased', problem: { status: 410 } });
    expect(sent.map(({ to, request }) => `${to} ${request}`)).toEqual([
      'eu.example POST /registrations',
      'eu.example POST /confirmations',
      'eu.example POST /sessions',
      'eu.example GET /terms',
      'eu.example PUT /me/terms',
      'eu.example GET /me',
      'eu.example PUT /me',
      'eu.example GET /me',
      'eu.example GET /me/location',
      'eu.example DELETE /me',
      'eu.example GET /me',
    ]);
    expect([...cells.international.accounts.pool]).toEqual([]);
  });

  it('is kept out until they accept the terms, and told so', async () => {
    const { client } = device();
    const registration = await client.register(ANNA);
    await client.confirm(registration, '123456');
    const session = await client.signIn('eu', PERSON, ANNA.password);
    expect(await caught(client.readProfile(session))).toMatchObject({ code: 'terms_not_accepted' });
    const foreign = await client.readTerms('international');
    expect(await caught(client.acceptTerms(session, foreign))).toMatchObject({ code: 'terms_not_in_force' });
    expect(await client.acceptTerms(session, await client.readTerms('eu'))).toEqual({
      ...JURISDICTIONS.eu.terms,
      acceptedAt: new Date(NOW).toISOString(),
    });
    expect(await client.readProfile(session)).toMatchObject({ version: 0 });
  });

  it('is shown no terms that are not what their hash says', async () => {
    const altered = JSON.stringify({ ...JURISDICTIONS.eu.terms, text: 'all your data are ours' });
    expect(await caught(clientOf(answering(200, altered)).readTerms('eu'))).toMatchObject({ code: 'UnexpectedAnswer' });
  });

  it('gives a consent, withdraws it, and sees both', async () => {
    const { client, session } = await signedIn();
    await client.changeConsent(session, { purpose: 'productNews', given: true });
    await client.changeConsent(session, { purpose: 'productNews', given: false });
    const at = new Date(NOW).toISOString();
    const change = { purpose: 'productNews', version: '2026-11-01', at };
    expect((await client.readConsents(session)).history).toEqual([
      { ...change, change: 'given' },
      { ...change, change: 'withdrawn' },
    ]);
  });

  it('is told when the profile has changed since they saw it', async () => {
    const { client, session } = await signedIn();
    await client.writeProfile(session, { displayName: 'Anna' });
    const late = client.writeProfile(session, { displayName: 'Anne' }, { version: 0 });
    expect(await caught(late)).toMatchObject({ code: 'profile_changed' });
  });

  it('has a session that says when it ends', async () => {
    const { session } = await signedIn();
    const { expiresAt, ...rest } = session;
    expect(rest).toEqual({ jurisdiction: 'eu', accessToken: `a.${PERSON}.c` });
    expect(Math.abs(expiresAt - Date.now() - 300_000)).toBeLessThan(10_000);
  });

  it.each([
    ['eu', 'CN', { kind: 'served-elsewhere' }],
    ['international', 'NL', { kind: 'jurisdiction', jurisdiction: 'eu' }],
  ] as const)('may ask %s about %s', async (jurisdiction, country, expected) => {
    expect(await device().client.residency(jurisdiction, country)).toMatchObject(expected);
  });

  it('gets the same answer about their residence and their phone from every cell', async () => {
    const { client, sent } = device();
    const answers = [
      await client.residency('eu', 'NL', '+65 9123 4567'),
      await client.residency('international', 'NL', '+65 9123 4567'),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ jurisdiction: 'eu', phone: { signal: 'disagrees' } });
    expect(sent).toEqual([
      { to: 'eu.example', request: 'GET /residency?country=NL&phoneCountry=SG' },
      { to: 'international.example', request: 'GET /residency?country=NL&phoneCountry=SG' },
    ]);
  });

  it('may ask what is on here, and why something is not', async () => {
    const { client } = device();
    const { features } = await client.features('international');
    expect(features.map(({ feature, state }) => `${feature} ${state}`)).toEqual([
      'miniPrograms on',
      'payments on',
      'pushNotifications off',
      'readReceipts on',
    ]);
    expect(await client.feature('eu', 'payments')).toMatchObject({ features: [{ state: 'limited' }] });
    expect(await caught(client.feature('eu', 'miniPrograms'))).toMatchObject({
      code: 'feature_unavailable',
      problem: { status: 403, jurisdiction: 'eu' },
    });
  });

  it('may ask each cell where it is', async () => {
    expect(await device().client.status('international')).toMatchObject({ status: 'ok', region: 'ap-southeast-1' });
  });
});

describe('a person whose phone is of another jurisdiction', () => {
  const PHONE = '+65 9123 4567';
  const QUESTION = 'you say that you live in NL, and your phone is of SG: is NL where you live?';
  const account = { ...ANNA, confirmed: false };

  it('is asked, and registered where they say that they live', async () => {
    const asked: unknown[] = [];
    const { client, cells } = device((...about) => {
      asked.push(about);
      return true;
    });
    expect(await client.register({ ...ANNA, phone: PHONE })).toMatchObject({ jurisdiction: 'eu', personId: PERSON });
    expect(asked).toEqual([[QUESTION, { residence: ANNA.residence, phoneCountry: 'SG' }]]);
    const residenceConfirmed = { phoneCountry: 'SG', at: '2026-11-24T12:00:00.000Z' };
    expect([...cells.eu.accounts.pool]).toEqual([[PERSON, { ...account, residenceConfirmed }]]);
    expect([...cells.international.accounts.pool]).toEqual([]);
  });

  it.each([
    ['they say no', () => false],
    ['nobody can ask them', undefined],
  ])('is not registered anywhere when %s', async (_name, livesThere) => {
    const { client, cells } = device(livesThere);
    const error = await caught(client.register({ ...ANNA, phone: PHONE }));
    expect(error).toMatchObject({ code: 'residence_unconfirmed', problem: { phone: { question: QUESTION } } });
    expect([...cells.eu.accounts.pool, ...cells.international.accounts.pool]).toEqual([]);
  });

  it.each([
    ['the phone agrees', '+49 1511 2345678'],
    ['the number says no country', '0612345678'],
  ])('is not asked when %s', async (_name, phone) => {
    const { client, cells } = device(() => {
      throw new Error('asked');
    });
    await client.register({ ...ANNA, phone });
    expect([...cells.eu.accounts.pool]).toEqual([[PERSON, account]]);
  });

  it('sends no digit of the number', async () => {
    const bodies: (string | undefined)[] = [];
    const send: Send = async ({ url, body }) => {
      bodies.push(url.search, body);
      return { status: 202, body: JSON.stringify({ personId: PERSON, next: NEXT }) };
    };
    await clientOf(send).register({ ...ANNA, phone: PHONE });
    await clientOf(send).residency('eu', 'NL', PHONE);
    expect(bodies).toEqual([
      '',
      JSON.stringify({ ...ANNA, phoneCountry: 'SG' }),
      '?country=NL&phoneCountry=SG',
      undefined,
    ]);
  });
});

describe('a cell that names another jurisdiction than the device chose', () => {
  const misdirected = (named: unknown) =>
    JSON.stringify({ code: 'other_jurisdiction', title: 't', detail: 'd', status: 421, jurisdiction: named });
  const accepted = JSON.stringify({ personId: PERSON, next: NEXT });

  /** The chosen cell names another; that one accepts. */
  const moving = (named: unknown, agreesTo?: () => boolean) => {
    const sent: string[] = [];
    const send: Send = async ({ url }) => {
      sent.push(url.host);
      return url.host === 'eu.example' ? { status: 421, body: misdirected(named) } : { status: 202, body: accepted };
    };
    return { client: new DomicileClient({ cells: ENDPOINTS, send, agreesTo }), sent };
  };

  it('is followed once', async () => {
    const { client, sent } = moving('international');
    expect(await client.register(ANNA)).toEqual({ jurisdiction: 'international', personId: PERSON, next: NEXT });
    expect(sent).toEqual(['eu.example', 'international.example']);
  });

  it.each([
    ['the person does not agree', moving('international', () => false)],
    ['it names itself', moving('eu')],
    ['it names one that the device does not know', moving('atlantis')],
    ['it names none', moving(undefined)],
  ])('is not followed when %s', async (_name, { client, sent }) => {
    expect(await caught(client.register(ANNA))).toMatchObject({ code: 'other_jurisdiction' });
    expect(sent).toEqual(['eu.example']);
  });

  it('is not followed in a circle', async () => {
    const sent: string[] = [];
    const send: Send = async ({ url }) => {
      sent.push(url.host);
      return { status: 421, body: misdirected(url.host === 'eu.example' ? 'international' : 'eu') };
    };
    expect(await caught(clientOf(send).register(ANNA))).toMatchObject({ code: 'other_jurisdiction' });
    expect(sent).toEqual(['eu.example', 'international.example']);
  });
});

describe('an answer that no cell gives', () => {
  it.each([
    ['the authorizer', 401, '{"message":"Unauthorized"}'],
    ['API Gateway', 503, '{"message":"Service Unavailable"}'],
    ['a proxy', 502, '<html>'],
    ['a redirect', 302, ''],
    ['a list', 200, 'null'],
    ['an empty success', 200, ''],
  ])('such as that of %s is an error that repeats nothing', async (_name, status, body) => {
    const session = { jurisdiction: 'eu', accessToken: 'a.secret.c', expiresAt: 0 } as const;
    const error = await caught(clientOf(answering(status, body)).readProfile(session));
    expect(error).toMatchObject({ name: 'UnexpectedAnswerError', code: 'UnexpectedAnswer', status });
    expect(String(error)).toBe(
      `UnexpectedAnswerError: GET /me was answered with status ${status} and no document that this client knows`,
    );
  });

  it('cannot be asked for where no endpoint is known', async () => {
    const client = new DomicileClient({ cells: { eu: ENDPOINTS.eu }, send: answering(200, '{}') });
    expect(await caught(client.status('international'))).toMatchObject({
      code: 'NoSuchCell',
      message: "no endpoint is known for 'international' (International); add one to cells",
    });
  });
});
