import { cellOf } from '../../lib/app/cell';
import type { HttpEvent } from '../../lib/app/http/request';
import { locateData } from '../../lib/app/use-cases/locate-data';
import type { DeclaredStore } from '../../lib/domain/personal-stores';
import { ROUTE_IDS, ROUTES, type RouteId } from '../../lib/domain/routes';
import type { StoreClass } from '../../lib/domain/store-class';
import { cellInMemory, STORES } from './support/every-route';
import { ACCESS_CLAIMS, answered, eventOf, eventOfPerson, invalid, readable, refused } from './support/http';
import { MEMBER, type memoryProfiles, NOW, PERSON, SOMEBODY_ELSE } from './support/memory';

const THEN = '2026-11-01T08:00:00.000Z';
const AT = new Date(NOW).toISOString();
const ANNA = { displayName: 'Anna', updatedAt: THEN, version: 3 };
const written = { [PERSON]: { ...MEMBER, profile: ANNA } };

const CHANGED = refused('profile_changed', 'read the profile again, and send the ETag of that answer as if-match');
const NO_TOKEN = refused(
  'unauthenticated',
  'send an access token of this cell as a bearer token',
  {},
  { 'www-authenticate': 'Bearer error="invalid_token"' },
);

/** Every person route over one table and one pool, as a cell has them, with a person who has accepted its terms. */
function cellWith(items: Parameters<typeof memoryProfiles>[0] = { [PERSON]: MEMBER }) {
  const { handlers, profiles } = cellInMemory('eu', () => '', items);
  const call = async (id: RouteId, event: HttpEvent) => readable(await handlers[id](event));
  const as = async (id: RouteId, more: Parameters<typeof eventOfPerson>[0] = {}) => call(id, eventOfPerson(more));
  return { profiles, call, as };
}

const OF_PERSONS = ROUTE_IDS.filter((id) => ROUTES[id].access === 'person');

describe('the token of a person', () => {
  it.each<[string, object]>([
    ['an id token', { ...ACCESS_CLAIMS, token_use: 'id', 'cognito:username': PERSON }],
    ['a token of no known use', { username: PERSON }],
    ['a token without a user name', { token_use: 'access', sub: PERSON }],
    ['a user name that we did not generate', { ...ACCESS_CLAIMS, username: 'anna@example.org' }],
    ['a user name in capitals', { ...ACCESS_CLAIMS, username: PERSON.toUpperCase() }],
    ['a user name that is a list', { ...ACCESS_CLAIMS, username: [PERSON] }],
  ])('opens nothing when it is %s', async (_name, claims) => {
    const { call, profiles } = cellWith(written);
    const json = { displayName: 'Mallory' };
    for (const id of OF_PERSONS) expect(await call(id, eventOfPerson({ json }, claims))).toEqual(NO_TOKEN);
    expect(Object.fromEntries(profiles.table)).toEqual(written);
  });

  it('is needed: a route that lost its authorizer answers nobody', async () => {
    const { call } = cellWith(written);
    for (const id of OF_PERSONS)
      expect(await call(id, eventOf({ json: { displayName: 'Mallory' } }))).toEqual(NO_TOKEN);
  });
});

describe('GET /me', () => {
  it('answers an empty profile to who has not written one', async () => {
    const empty = { personId: PERSON, displayName: null, updatedAt: null, version: 0 };
    expect(await cellWith().as('read-profile')).toEqual(answered(200, empty, { etag: '"0"' }));
  });

  it('answers the profile that was written', async () => {
    expect(await cellWith(written).as('read-profile')).toEqual(
      answered(200, { personId: PERSON, ...ANNA }, { etag: '"3"' }),
    );
  });

  it("answers nobody else's", async () => {
    const others = { [SOMEBODY_ELSE]: { ...MEMBER, profile: ANNA }, [PERSON]: MEMBER };
    const empty = { personId: PERSON, displayName: null, updatedAt: null, version: 0 };
    expect(await cellWith(others).as('read-profile')).toEqual(answered(200, empty, { etag: '"0"' }));
  });
});

describe('PUT /me', () => {
  const profile = (displayName: string, version: number) =>
    answered(200, { personId: PERSON, displayName, updatedAt: AT, version }, { etag: `"${version}"` });
  const put = { 'content-type': 'application/json' };

  it.each([
    ['creates the first profile', undefined, {}, profile('Anna B.', 1)],
    ['creates it where none was seen', undefined, { 'if-match': '"0"' }, profile('Anna B.', 1)],
    ['overwrites whatever is there', written, {}, profile('Anna B.', 4)],
    ['changes the version that was seen', written, { 'If-Match': '"3"' }, profile('Anna B.', 4)],
    ['refuses to change another version', written, { 'if-match': '"2"' }, CHANGED],
    ['refuses to create it twice', written, { 'if-match': '"0"' }, CHANGED],
    ...['"3", "4"', 'W/"3"', '3', '*', '"03"', '"-1"', '"9999999999999999"'].map(
      (etag) =>
        [
          `does not understand ${etag}`,
          written,
          { 'if-match': etag },
          invalid(['if-match', 'has to be the one ETag that the profile was answered with']),
        ] as const,
    ),
  ] as const)('%s', async (_name, items, headers, expected) => {
    const event = { body: '{"displayName":"Anna B."}', headers: { ...put, ...headers } };
    expect(await cellWith(items).as('write-profile', event)).toEqual(expected);
  });

  it.each([
    ['in any script', 'Ἄννα 安娜 آنا', 'Ἄννα 安娜 آنا'],
    ['with a family of one grapheme', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['with a joiner inside a word', 'می‌خواهم', 'می‌خواهم'],
    ['composed', 'Ame\u0301lie', 'Am\u00e9lie'],
    ['without the space around it', '  Anna\t', 'Anna'],
    ['of 64 code points outside the basic plane', '𝒜'.repeat(64), '𝒜'.repeat(64)],
    ['that looks like code', '<script>"\'; --', '<script>"\'; --'],
    ['that is a word of JavaScript', '__proto__', '__proto__'],
  ])('keeps a name %s', async (_name, displayName, kept) => {
    expect(await cellWith().as('write-profile', { json: { displayName } })).toEqual(profile(kept, 1));
  });

  const UNFIT = ['#/displayName', 'must not have control or direction characters'] as const;
  const UNSEEN = ['#/displayName', 'needs a character that can be seen'] as const;
  it.each([
    ['of 65 code points', '𝒜'.repeat(65), [['#/displayName', 'has at most 64 characters']]],
    ['with a control character', 'An\u0000na', [UNFIT]],
    ['with a line break', 'An\nna', [UNFIT]],
    ['with a paragraph separator', 'An\u2029na', [UNFIT]],
    ['that turns the direction of text', 'An\u202ena', [UNFIT]],
    ['with half a surrogate pair', 'An\ud83dna', [UNFIT]],
    ['of a private use character', 'An\ue000na', [UNFIT]],
    ['that is empty', '', [UNSEEN]],
    ['of spaces', ' \u00a0\u3000', [UNSEEN]],
    ['of a filler that nobody sees', '\u3164', [UNSEEN]],
    ['of zero-width joiners', '\u200d\u200d', [UNSEEN]],
    ['of an empty braille pattern', '\u2800', [UNSEEN]],
    ['of a combining mark alone', '\u0301', [UNSEEN]],
  ] as const)('refuses a name %s', async (_name, displayName, errors) => {
    expect(await cellWith().as('write-profile', { json: { displayName } })).toEqual(invalid(...errors));
  });

  it('refuses members that it does not know: neither a residence nor a phone is changed by a profile', async () => {
    const { as, profiles } = cellWith();
    const unknown = invalid(['#', 'has a member that this route does not know']);
    for (const more of [
      '"erased":false',
      '"version":9',
      '"__proto__":{"displayName":"x"}',
      '"constructor":1',
      '"residence":"SG"',
      '"phoneCountry":"SG"',
    ]) {
      const event = { body: `{"displayName":"Anna",${more}}`, headers: put };
      expect(await as('write-profile', event)).toEqual(unknown);
    }
    expect(Object.fromEntries(profiles.table)).toEqual({ [PERSON]: MEMBER });
  });
});

describe('GET /me/location', () => {
  it('says for each store what it holds, where that really is, how long, why and who reads it', async () => {
    const location = 'Frankfurt, Germany; stands in for the Netherlands, where AWS has no region';
    expect(await cellWith(written).as('locate-data')).toEqual(
      answered(200, {
        jurisdiction: 'eu',
        jurisdictionName: 'European Union and European Economic Area',
        region: 'eu-central-1',
        location,
        termsVersion: '2026-11-01',
        law: 'General Data Protection Regulation (EU) 2016/679',
        controller: {
          name: 'Domicile Europe B.V.',
          address: 'Keizersgracht 1, 1015 CC Amsterdam, Netherlands',
          contact: 'privacy@eu.domicile.example',
        },
        stores: [
          {
            id: 'profiles',
            kind: 'table',
            holds: 'the profile that you wrote',
            personal: true,
            retention: { until: 'erasure', thenRecoverableForDays: 35 },
            key: 'person',
            legalBasis: 'contract',
            readers: ['you'],
            region: 'eu-central-1',
            location,
            howLong: 'until you have it erased, and recoverable for 35 days after that',
            encryption: 'sealed under your own key, in a store that is encrypted under a key of the cell',
            yours: {
              export: 'it is in the archive that you can ask for',
              erase: 'it is emptied when you have yourself erased',
              move: 'it goes with you',
            },
          },
        ],
      }),
    );
  });

  it.each<[StoreClass['retention'], string]>([
    [{ until: 'age', days: 30 }, 'for 30 days'],
    [{ until: 'age', days: 1 }, 'for 1 day'],
    [{ until: 'age', days: 0 }, 'not at all'],
    [{ until: 'erasure', thenRecoverableForDays: 0 }, 'until you have it erased'],
  ])('puts %j into words', (retention, words) => {
    const stores = STORES.map((store) => ({ ...store, retention }));
    expect(locateData(cellOf('eu'), stores).stores.map(({ howLong }) => howLong)).toEqual([words]);
  });

  it('tells of stores that hold something of people first, and why nothing has to be done with some', () => {
    const logs: DeclaredStore = {
      id: 'logs',
      kind: 'log group',
      holds: 'durations',
      personal: { no: 'it names nobody' },
      retention: { until: 'age', days: 30 },
      key: 'cell',
      legalBasis: 'none needed',
      readers: ['operators of the cell'],
    };
    const backups: DeclaredStore = { ...logs, id: 'backups', personal: true, key: 'aws' };
    const { stores } = locateData(cellOf('eu'), [logs, backups]);
    expect(stores.map(({ id, encryption, yours }) => ({ id, encryption, yours }))).toEqual([
      {
        id: 'backups',
        encryption: "encrypted under a key of AWS's own",
        yours: {
          export: 'it holds copies of tables that are exported',
          erase: 'what your key has sealed cannot be read once the key is gone, and the copy goes by age',
          move: 'the new home makes backups of its own',
        },
      },
      { id: 'logs', encryption: 'encrypted under a key of the cell, which never leaves the region', yours: undefined },
    ]);
  });
});
