import { JURISDICTIONS, type JurisdictionId } from '../../lib/domain/jurisdictions';
import type { RouteId } from '../../lib/domain/routes';
import { cellInMemory } from './support/every-route';
import { answered, eventOf, invalid, readable, refused } from './support/http';

const PAYMENTS = {
  feature: 'payments',
  title: 'payments',
  flows: [{ what: 'amount, currency and payee', to: 'the payment provider of your jurisdiction', rests: '' }],
};
const MINI_PROGRAMS = {
  feature: 'miniPrograms',
  title: 'mini programs',
  flows: [
    {
      what: 'your display name, and what you enter into a mini program',
      to: 'the operator of the mini program, whose servers are in Singapore',
      rests: 'ap-southeast-1',
    },
  ],
};
const PUSH_NOTIFICATIONS = {
  feature: 'pushNotifications',
  title: 'push notifications',
  flows: [
    { what: 'that a message has arrived, and for which device', to: 'the maker of your phone', rests: 'anywhere' },
  ],
};
const READ_RECEIPTS = { feature: 'readReceipts', title: 'read receipts', flows: [] };

const NO_ASSESSMENT = 'mini programs send data to third parties, for which no assessment under GDPR Article 35 exists';
const NOBODY_KNOWS = 'they pass through servers of the maker of your phone, and nobody can say where those are';
const EURO_ONLY = 'payments are offered in euro only';

const ask = async (jurisdiction: JurisdictionId, feature?: string) => {
  const { handlers } = cellInMemory(jurisdiction, () => '');
  const id: RouteId = 'features';
  return readable(await handlers[id](eventOf(feature === undefined ? {} : { queryStringParameters: { feature } })));
};
const payments = (rests: string) => ({ ...PAYMENTS, flows: PAYMENTS.flows.map((flow) => ({ ...flow, rests })) });
const off = (jurisdiction: JurisdictionId, feature: string, title: string, reason: string) =>
  refused('feature_unavailable', `${title} are off here: ${reason}`, {
    feature,
    jurisdiction,
    jurisdictionName: JURISDICTIONS[jurisdiction].name,
    reason,
  });

describe('GET /features', () => {
  it('says in eu what is on, off and limited, why, and what it sends to whom', async () => {
    expect(await ask('eu')).toEqual(
      answered(200, {
        jurisdiction: 'eu',
        jurisdictionName: 'European Union and European Economic Area',
        features: [
          { ...MINI_PROGRAMS, state: 'off', reason: NO_ASSESSMENT },
          { ...payments('eu-central-1'), state: 'limited', reason: EURO_ONLY },
          { ...PUSH_NOTIFICATIONS, state: 'off', reason: NOBODY_KNOWS },
          { ...READ_RECEIPTS, state: 'on' },
        ],
      }),
    );
  });

  it('says something else in international', async () => {
    expect(await ask('international')).toEqual(
      answered(200, {
        jurisdiction: 'international',
        jurisdictionName: 'International',
        features: [
          { ...MINI_PROGRAMS, state: 'on' },
          { ...payments('ap-southeast-1'), state: 'on' },
          { ...PUSH_NOTIFICATIONS, state: 'off', reason: NOBODY_KNOWS },
          { ...READ_RECEIPTS, state: 'on' },
        ],
      }),
    );
  });

  it.each([
    [
      'answers one that is limited, with its reason',
      'payments',
      answered(200, {
        jurisdiction: 'eu',
        jurisdictionName: 'European Union and European Economic Area',
        features: [{ ...payments('eu-central-1'), state: 'limited', reason: EURO_ONLY }],
      }),
    ],
    [
      'refuses one that is off, with jurisdiction and reason',
      'miniPrograms',
      off('eu', 'miniPrograms', 'mini programs', NO_ASSESSMENT),
    ],
    ['knows no other', 'toString', invalid(['?feature', 'has to be a feature that the list has'])],
  ])('%s', async (_name, feature, expected) => {
    expect(await ask('eu', feature)).toEqual(expected);
  });

  it('refuses one whose data nobody can place in every jurisdiction', async () => {
    expect(await ask('international', 'pushNotifications')).toEqual(
      off('international', 'pushNotifications', 'push notifications', NOBODY_KNOWS),
    );
  });
});
