import type { Person, PersonRecord } from '../../lib/app/ports';
import { changeConsent } from '../../lib/app/use-cases/change-consent';
import { type ConsentChange, isGiven, MOST_CHANGES } from '../../lib/domain/consents';
import type { RouteId } from '../../lib/domain/routes';
import { cellInMemory } from './support/every-route';
import { answered, eventOfPerson, invalid, readable, refused } from './support/http';
import { acceptedTerms, MEMBER, memoryProfiles, NOW, ownerOf, PERSON } from './support/memory';

const AT = new Date(NOW).toISOString();
const THEN = '2026-11-02T08:00:00.000Z';

const said = (change: 'given' | 'withdrawn', more: Partial<ConsentChange> = {}): ConsentChange => ({
  purpose: 'productNews',
  change,
  version: '2026-11-01',
  at: THEN,
  ...more,
});
const GIVEN = said('given');
const WITHDRAWN = said('withdrawn');
const OLD_WORDING = said('given', { version: '2025-01-01' });
const OTHER = said('given', { purpose: 'usageStatistics' });
const full = (last: ConsentChange) => [...Array.from({ length: MOST_CHANGES }, () => WITHDRAWN), last].slice(1);

const memberWith = (consents: readonly ConsentChange[]): Person => ({ ...MEMBER, consents });

function cellWith(consents: readonly ConsentChange[] = []) {
  const { handlers, profiles } = cellInMemory('eu', () => '', { [PERSON]: memberWith(consents) });
  const as = async (id: RouteId, json?: unknown) =>
    readable(await handlers[id](eventOfPerson(json === undefined ? {} : { json })));
  const kept = () => profiles.table.get(PERSON);
  return { as, kept };
}

const NEWS = {
  purpose: 'productNews',
  version: '2026-11-01',
  text: 'you get mail about what is new in the service, at the address with which you sign in',
};
const STATISTICS = {
  purpose: 'usageStatistics',
  version: '2026-11-01',
  text: 'it is counted, within your home, how often you use which feature',
};
const answer = (news: object, history: readonly ConsentChange[]) =>
  answered(200, {
    consents: [
      { ...NEWS, ...news },
      { ...STATISTICS, given: false, since: null },
    ],
    history,
    terms: [acceptedTerms()],
  });

describe('GET /me/consents', () => {
  it.each<[string, readonly ConsentChange[], object]>([
    ['nothing that was not given', [], { given: false, since: null }],
    ['what was given', [GIVEN], { given: true, since: THEN }],
    ['what was withdrawn', [GIVEN, said('withdrawn', { at: AT })], { given: false, since: AT }],
    ['no consent to another wording', [OLD_WORDING], { given: false, since: THEN }],
  ])('says %s, with the whole history and the terms that were accepted', async (_name, history, news) => {
    expect(await cellWith(history).as('read-consents')).toEqual(answer(news, history));
  });
});

describe('PUT /me/consents', () => {
  const given = said('given', { at: AT });
  const withdrawn = said('withdrawn', { at: AT });

  it.each<[string, readonly ConsentChange[], boolean, readonly ConsentChange[]]>([
    ['gives for the first time', [], true, [given]],
    ['gives again after a withdrawal', [GIVEN, WITHDRAWN], true, [GIVEN, WITHDRAWN, given]],
    ['gives to a new wording', [OLD_WORDING], true, [OLD_WORDING, given]],
    ['withdraws', [GIVEN], false, [GIVEN, withdrawn]],
    ['withdraws from an old wording', [OLD_WORDING], false, [OLD_WORDING, withdrawn]],
    ['withdraws when the history is full', full(GIVEN), false, [...full(GIVEN), withdrawn]],
  ])('%s, and changes nothing that was there', async (_name, before, give, after) => {
    const { as, kept } = cellWith(before);
    const response = await as('change-consent', { purpose: 'productNews', given: give });
    expect(response).toEqual(answer({ given: give, since: AT }, after));
    expect(kept()).toEqual(memberWith(after));
  });

  it.each<[string, readonly ConsentChange[], boolean]>([
    ['is given already', [GIVEN], true],
    ['was never given', [], false],
    ['is withdrawn already', [GIVEN, WITHDRAWN], false],
    ['is given, however full the history', full(GIVEN), true],
  ])('records nothing of what %s', async (_name, before, give) => {
    const { as, kept } = cellWith(before);
    expect(await as('change-consent', { purpose: 'productNews', given: give })).toMatchObject({ statusCode: 200 });
    expect(kept()).toEqual(memberWith(before));
  });

  it('leaves the other consents alone', async () => {
    const { as, kept } = cellWith([OTHER]);
    await as('change-consent', { purpose: 'productNews', given: true });
    expect(kept()).toEqual(memberWith([OTHER, given]));
    expect(isGiven([OTHER, given], 'usageStatistics')).toBe(true);
  });

  it.each([
    [
      'a consent when the history is full',
      full(WITHDRAWN),
      { purpose: 'productNews', given: true },
      refused('history_full', 'so many changes were recorded that no more consent can be given, only withdrawn'),
    ],
    [
      'a purpose that nobody asked for',
      [],
      { purpose: 'constructor', given: true },
      invalid(['#/purpose', 'has to be a purpose that the list of consents has']),
    ],
    [
      'an answer that is none',
      [],
      { purpose: 'productNews', given: 'yes' },
      invalid(['#/given', 'is missing or not of the right type']),
    ],
    [
      'a time',
      [],
      { purpose: 'productNews', given: true, at: THEN },
      invalid(['#', 'has a member that this route does not know']),
    ],
  ])('refuses %s, and records nothing', async (_name, before, json, expected) => {
    const { as, kept } = cellWith(before);
    expect(await as('change-consent', json)).toEqual(expected);
    expect(kept()).toEqual(memberWith(before));
  });
});

describe('two changes at once', () => {
  it('are both recorded, each once', async () => {
    const profiles = memoryProfiles({ [PERSON]: MEMBER });
    const change = changeConsent({ people: profiles, clock: () => NOW });
    const results = await Promise.all([
      change(ownerOf(), [], 'productNews', true),
      change(ownerOf(), [], 'usageStatistics', true),
      change(ownerOf(), [], 'productNews', true),
    ]);
    expect(results.map(({ kind }) => kind)).toEqual(['recorded', 'recorded', 'recorded']);
    const news = said('given', { at: AT });
    const recorded = memberWith([news, { ...news, purpose: 'usageStatistics' }]);
    expect(profiles.table.get(PERSON)).toEqual(recorded);
  });

  it.each<[string, PersonRecord, object]>([
    ['are put off when there are too many', memberWith([OTHER]), { kind: 'busy' }],
    ['recreate nothing of who was erased', { kind: 'erased' }, { kind: 'erased' }],
  ])('%s', async (_name, record, expected) => {
    const change = changeConsent({ people: { recordConsent: async () => record }, clock: () => NOW });
    expect(await change(ownerOf(), [], 'productNews', true)).toEqual(expected);
  });
});
