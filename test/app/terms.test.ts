import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cellOf } from '../../lib/app/cell';
import type { Person, PersonRecord } from '../../lib/app/ports';
import { termsOf } from '../../lib/app/terms/texts';
import { acceptTerms } from '../../lib/app/use-cases/accept-terms';
import { ConfigurationError } from '../../lib/domain/errors';
import { type DataFlow, FEATURE_IDS, FEATURES } from '../../lib/domain/features';
import { JURISDICTION_IDS, JURISDICTIONS } from '../../lib/domain/jurisdictions';
import { ROUTE_IDS, ROUTES, type RouteId } from '../../lib/domain/routes';
import { cellInMemory } from './support/every-route';
import { answered, eventOf, eventOfPerson, invalid, readable, refused } from './support/http';
import { acceptedTerms, JOB, MEMBER, memoryKeys, memoryProfiles, NOW, PERSON } from './support/memory';

const AT = new Date(NOW).toISOString();
const { version, language, sha256 } = JURISDICTIONS.eu.terms;
const TERMS = { version, language, sha256 };
const OLDER = { ...acceptedTerms(), version: '2025-01-01', sha256: '0'.repeat(64) };
const ALTERED = { ...acceptedTerms(), sha256: '0'.repeat(64) };

const asPerson = (...terms: Person['terms']): Person => ({ kind: 'person', terms, consents: [] });

function cellWith(person?: Person) {
  const { handlers, profiles } = cellInMemory('eu', () => '', person === undefined ? {} : { [PERSON]: person });
  const as = async (id: RouteId, more: Parameters<typeof eventOfPerson>[0] = {}) =>
    readable(await handlers[id](eventOfPerson(more)));
  return { as, handlers, profiles };
}

describe.each(JURISDICTION_IDS)('the terms of %s', (jurisdiction) => {
  const entry = JURISDICTIONS[jurisdiction];
  const file = path.join('lib', 'app', 'terms', jurisdiction, `${entry.terms.version}.md`);
  const text = readFileSync(file, 'utf8');
  const plain = text.replaceAll(/\s+/g, ' ');

  it('are the file of their version, whose hash the table has', () => {
    expect(termsOf(cellOf(jurisdiction))).toEqual({
      jurisdiction,
      jurisdictionName: entry.name,
      ...entry.terms,
      text,
    });
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(entry.terms.sha256);
  });

  it.each([
    ['version', `Version ${entry.terms.version}.`],
    ['jurisdiction', entry.name],
    ['controller', entry.controller.name],
    ['address', entry.controller.address],
    ['contact', entry.controller.contact],
    ['law', entry.law],
    ['region', `one AWS region, ${entry.homeRegion}: ${entry.location}`],
    ['mark of an erasure', `for ${entry.retention.erasureMarkDays} day.`],
  ])('say the %s that the table has', (_what, fact) => {
    expect(plain).toContain(fact);
  });

  it('name who receives what from the features that are not off, and nobody else', () => {
    const received = FEATURE_IDS.flatMap((feature) => {
      const flows: readonly DataFlow[] = FEATURES[feature].flows;
      return flows.map(({ to, what }) => ({ feature, named: plain.includes(to) && plain.includes(what) }));
    });
    expect(received).toEqual(
      received.map(({ feature }) => ({ feature, named: entry.features[feature].state !== 'off' })),
    );
  });

  it.each(JURISDICTION_IDS.filter((other) => other !== jurisdiction))('name nothing of %s', (other) => {
    const { controller, homeRegion, law } = JURISDICTIONS[other];
    expect([controller.name, controller.contact, homeRegion, law].filter((fact) => plain.includes(fact))).toEqual([]);
  });

  it('are served by nobody when they were altered', () => {
    const altered = text.replace('erase', 'keep');
    const found = createHash('sha256').update(altered).digest('hex');
    expect(() => termsOf(cellOf(jurisdiction), altered)).toThrow(
      new ConfigurationError(
        'TermsAltered',
        `the terms of '${jurisdiction}' have the hash '${found}', and 'terms.sha256' of version '${entry.terms.version}' is '${entry.terms.sha256}'; a changed text is a new version`,
      ),
    );
  });

  it('can be read by everybody', async () => {
    const { handlers } = cellInMemory(jurisdiction, () => '');
    expect(readable(await handlers['read-terms'](eventOf()))).toEqual(answered(200, termsOf(cellOf(jurisdiction))));
  });
});

describe('PUT /me/terms', () => {
  const NOT_IN_FORCE = refused(
    'terms_not_in_force',
    'read the terms in force, and accept them by version, sha256 and language',
    { termsVersion: version, next: { method: 'GET', path: '/terms' } },
  );

  it.each<[string, Person | undefined, Person['terms']]>([
    ['for the first time', undefined, [{ ...TERMS, acceptedAt: AT }]],
    ['after an older version, which stays on record', asPerson(OLDER), [OLDER, { ...TERMS, acceptedAt: AT }]],
    ['after a text of the same version that was another', asPerson(ALTERED), [ALTERED, { ...TERMS, acceptedAt: AT }]],
  ])('records version, hash, language and time %s', async (_name, person, recorded) => {
    const { as, profiles } = cellWith(person);
    expect(await as('accept-terms', { json: TERMS })).toEqual(answered(200, { ...TERMS, acceptedAt: AT }));
    expect(Object.fromEntries(profiles.table)).toEqual({ [PERSON]: asPerson(...recorded) });
  });

  it('stays with the first time when it is repeated', async () => {
    const { as, profiles } = cellWith(MEMBER);
    expect(await as('accept-terms', { json: TERMS })).toEqual(answered(200, acceptedTerms()));
    expect(Object.fromEntries(profiles.table)).toEqual({ [PERSON]: MEMBER });
  });

  it('keeps one of two acceptances that were sent at once', async () => {
    const { profiles } = cellWith();
    const both = { ...profiles, read: async (): Promise<PersonRecord> => asPerson() };
    const accept = acceptTerms({ cell: cellOf('eu'), people: both, keys: memoryKeys(), clock: () => NOW });
    const accepted = { kind: 'accepted', acceptance: { ...TERMS, acceptedAt: AT } };
    expect(await Promise.all([accept(PERSON, TERMS), accept(PERSON, TERMS)])).toEqual([accepted, accepted]);
    expect([...profiles.table]).toEqual([[PERSON, asPerson({ ...TERMS, acceptedAt: AT })]]);
  });

  it('recreates nothing of who was erased while they accepted', async () => {
    const erasedMark = { kind: 'erased', jobId: JOB, expiresAt: 1 } as const;
    const profiles = memoryProfiles({ [PERSON]: erasedMark });
    const people = { ...profiles, read: async (): Promise<PersonRecord> => asPerson() };
    const accept = acceptTerms({ cell: cellOf('eu'), people, keys: memoryKeys(), clock: () => NOW });
    expect(await accept(PERSON, TERMS)).toEqual({ kind: 'erased' });
    expect([...profiles.table]).toEqual([[PERSON, erasedMark]]);
  });

  it.each([
    ['another version', { ...TERMS, version: '2026-10-01' }, NOT_IN_FORCE],
    ['another text', { ...TERMS, sha256: JURISDICTIONS.international.terms.sha256 }, NOT_IN_FORCE],
    ['a language that there is no text in', { ...TERMS, language: 'nl' }, NOT_IN_FORCE],
    ['no version', { ...TERMS, version: undefined }, invalid(['#/version', 'is missing or not of the right type'])],
    [
      'a version that is none',
      { ...TERMS, version: 'latest' },
      invalid(['#/version', 'has to be a version such as 2026-11-01']),
    ],
    [
      'a hash in capitals',
      { ...TERMS, sha256: 'A'.repeat(64) },
      invalid(['#/sha256', 'has to be a SHA-256 in small hex digits']),
    ],
    [
      'a language in words',
      { ...TERMS, language: 'English' },
      invalid(['#/language', 'has to be a language code of two small letters']),
    ],
    ['a time', { ...TERMS, acceptedAt: AT }, invalid(['#', 'has a member that this route does not know'])],
  ])('refuses %s, and records nothing', async (_name, json, expected) => {
    const { as, profiles } = cellWith();
    expect(await as('accept-terms', { json })).toEqual(expected);
    expect([...profiles.table]).toEqual([]);
  });
});

describe('who has not accepted the terms in force', () => {
  const LOCKED = refused(
    'terms_not_accepted',
    'read the terms, and accept them; until then you can only do that, take everything away, or erase yourself',
    { termsVersion: version, next: { method: 'PUT', path: '/me/terms' } },
  );
  const open: RouteId[] = ['accept-terms', 'erase-person', 'read-receipt', 'start-export', 'read-export'];
  const locked = ROUTE_IDS.filter((id) => ROUTES[id].access === 'person' && !open.includes(id));

  describe.each<[string, Person | undefined]>([
    ['because they are new', undefined],
    ['because there is a newer version', asPerson(OLDER)],
    ['because the text is another than they accepted', asPerson(ALTERED)],
  ])('%s', (_name, person) => {
    it.each(locked)('is kept from %s', async (id) => {
      const { as, profiles } = cellWith(person);
      expect(await as(id, { json: { displayName: 'Anna' } })).toEqual(LOCKED);
      expect(profiles.table.get(PERSON)).toEqual(person);
    });

    it('can read the terms, accept them, and go on', async () => {
      const { as } = cellWith(person);
      expect(await as('read-terms')).toMatchObject({ statusCode: 200 });
      expect(await as('accept-terms', { json: TERMS })).toMatchObject({ statusCode: 200 });
      const bodies: Partial<Record<RouteId, object>> = { 'change-consent': { purpose: 'productNews', given: true } };
      for (const id of locked)
        expect(await as(id, { json: bodies[id] ?? { displayName: 'Anna' } })).not.toEqual(LOCKED);
      expect(await as('read-profile')).toMatchObject({ statusCode: 200 });
    });

    it('can erase everything', async () => {
      const { as, profiles } = cellWith(person);
      expect(await as('erase-person')).toMatchObject({ statusCode: 202 });
      expect([...profiles.table.values()]).toEqual([{ kind: 'erased', jobId: JOB }]);
    });
  });
});
