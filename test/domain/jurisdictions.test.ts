import { getAlpha2Codes } from 'i18n-iso-countries';
import { COUNTRIES } from '../../lib/domain/countries';
import {
  accountOf,
  assertJurisdictions,
  jurisdictionProblems,
  type UncheckedTable,
} from '../../lib/domain/jurisdiction-rules';
import { HOME_REGION, JURISDICTIONS, jurisdictionAt } from '../../lib/domain/jurisdictions';

type Entry = Readonly<Record<string, unknown>>;

const { eu, international } = JURISDICTIONS;
const table = (changes: { eu?: Entry; international?: Entry }): UncheckedTable => ({
  eu: { ...eu, ...changes.eu },
  international: { ...international, ...changes.international },
});

describe('the jurisdictions table', () => {
  it('is right as it stands', () => {
    expect(jurisdictionProblems(JURISDICTIONS)).toEqual([]);
  });

  it('gives each jurisdiction its home, and each home its jurisdiction', () => {
    expect(HOME_REGION).toEqual({ eu: 'eu-central-1', international: 'ap-southeast-1' });
    expect(['eu-central-1', 'ap-southeast-1', 'eu-central-2', 'us-east-1'].map(jurisdictionAt)).toEqual([
      'eu',
      'international',
      undefined,
      undefined,
    ]);
  });

  it('knows every country of ISO 3166-1, each once, and Kosovo', () => {
    expect([...COUNTRIES].toSorted()).toEqual(Object.keys(getAlpha2Codes()).toSorted());
  });

  const cases: { name: string; table: UncheckedTable; problems: string[] }[] = [
    { name: 'an empty table', table: {}, problems: ['the table is empty; add at least one jurisdiction'] },
    {
      name: 'an unknown region',
      table: table({ eu: { homeRegion: 'eu-netherlands-1' } }),
      problems: [
        "'eu.homeRegion' is 'eu-netherlands-1', which is no AWS region; there is no default, name one such as 'eu-central-1'",
      ],
    },
    {
      name: 'a region that is missing',
      table: table({ eu: { homeRegion: undefined } }),
      problems: [
        "'eu.homeRegion' is missing, which is no AWS region; there is no default, name one such as 'eu-central-1'",
      ],
    },
    {
      name: 'a region of the Chinese partition',
      table: table({ international: { homeRegion: 'cn-north-1', features: eu.features } }),
      problems: [
        "'international.homeRegion' is 'cn-north-1' in the partition 'aws-cn'; cells run in the partition 'aws' only",
      ],
    },
    {
      name: 'one region twice',
      table: table({ international: { homeRegion: 'eu-central-1', features: eu.features } }),
      problems: [
        "'international.homeRegion' is 'eu-central-1', which is the home of 'eu' already; two jurisdictions cannot share a region",
      ],
    },
    {
      name: 'a country in two entries',
      table: table({ international: { countries: [...international.countries, 'NL'] } }),
      problems: ["'international.countries' has 'NL', which is in 'eu' already; a person has one home"],
    },
    {
      name: 'a country that is served elsewhere',
      table: table({ international: { countries: [...international.countries, 'CN'] } }),
      problems: ["'international.countries' has 'CN', which is in 'SERVED_ELSEWHERE' already; a person has one home"],
    },
    {
      name: 'a country that nobody serves',
      table: table({ eu: { countries: eu.countries.filter((country) => country !== 'NL' && country !== 'IS') } }),
      problems: [
        "no entry's 'countries' has 'NL', 'IS'; put each into one entry, or into SERVED_ELSEWHERE with a reason",
      ],
    },
    {
      name: 'a country that does not exist',
      table: table({ eu: { countries: [...eu.countries, 'EU', 'nl'] } }),
      problems: [
        "'eu.countries' has 'EU', which is no country of ISO 3166-1",
        "'eu.countries' has 'nl', which is no country of ISO 3166-1",
      ],
    },
    {
      name: 'countries that are no list',
      table: table({ eu: { countries: 'NL' } }),
      problems: [
        "'eu.countries' is 'NL'; list ISO 3166-1 alpha-2 codes",
        `no entry's 'countries' has ${[...eu.countries].map((country) => `'${country}'`).join(', ')}; put each into one entry, or into SERVED_ELSEWHERE with a reason`,
      ],
    },
    {
      name: 'a malformed account',
      table: table({ eu: { account: { variable: 'DOMICILE_ACCOUNT_EU', whenUnset: '1234' } } }),
      problems: ["'eu.account.whenUnset' is '1234', but an AWS account id has twelve digits"],
    },
    {
      name: 'an account without a variable',
      table: table({ eu: { account: { variable: '', whenUnset: '111111111111' } } }),
      problems: ["'eu.account.variable' is ''; name an environment variable such as 'DOMICILE_ACCOUNT_EU'"],
    },
    {
      name: 'missing terms',
      table: table({ international: { terms: {} } }),
      problems: [
        "'international.terms.version' is missing; nobody can be registered without terms",
        "'international.terms.language' is missing; name it by ISO 639-1, such as 'en'",
        "'international.terms.sha256' is missing; write what 'sha256sum' says of the text",
      ],
    },
    {
      name: 'terms whose hash is none',
      table: table({ eu: { terms: { ...eu.terms, sha256: 'E3B0' } } }),
      problems: ["'eu.terms.sha256' is 'E3B0'; write what 'sha256sum' says of the text"],
    },
    {
      name: 'a controller without an address',
      table: table({ eu: { controller: { ...eu.controller, address: ' ' } } }),
      problems: ["'eu.controller.address' is ' '; a person must know who is responsible"],
    },
    {
      name: 'a name, a law and a place that are missing',
      table: table({ eu: { name: '', law: undefined, location: 7 } }),
      problems: [
        "'eu.name' is ''; write a sentence that a person understands",
        "'eu.law' is missing; write a sentence that a person understands",
        "'eu.location' is '7'; write a sentence that a person understands",
      ],
    },
    {
      name: 'a feature that is off without a reason',
      table: table({ eu: { features: { ...eu.features, payments: { state: 'off' } } } }),
      problems: ["'eu.features.payments' needs a state of 'on', 'limited' or 'off', the last two with a reason"],
    },
    {
      name: 'a feature whose data would leave',
      table: table({ eu: { features: { ...eu.features, miniPrograms: { state: 'on' } } } }),
      problems: [
        "'eu.features.miniPrograms' is 'on', and sends your display name, and what you enter into a mini program to the operator of the mini program, whose servers are in Singapore: that rests in 'ap-southeast-1' and not in 'eu-central-1'; switch it off",
      ],
    },
    {
      name: 'a limited feature whose data could rest anywhere',
      table: table({
        international: {
          features: { ...international.features, pushNotifications: { state: 'limited', reason: 'text only' } },
        },
      }),
      problems: [
        "'international.features.pushNotifications' is 'limited', and sends that a message has arrived, and for which device to the maker of your phone: that rests in 'anywhere' and not in 'ap-southeast-1'; switch it off",
      ],
    },
    {
      name: 'a retention that access tokens outlive',
      table: table({ eu: { retention: { erasureMarkDays: 0 } } }),
      problems: ["'eu.retention.erasureMarkDays' is '0'; access tokens outlive anything shorter than one whole day"],
    },
    {
      name: 'an id that cannot be part of a stack name',
      table: { 'e-u': eu, international },
      problems: ["'e-u' is no usable id; use letters only, the first one small: it becomes part of stack names"],
    },
  ];
  it.each(cases)('refuses $name', ({ table: wrong, problems }) => {
    expect(jurisdictionProblems(wrong)).toEqual(problems);
  });

  it('says all that is wrong in one error', () => {
    expect(() =>
      assertJurisdictions(table({ eu: { terms: { ...eu.terms, version: undefined }, homeRegion: 'eu' } })),
    ).toThrow(
      expect.objectContaining({
        name: 'ConfigurationError',
        code: 'InvalidJurisdictions',
        message: [
          'the jurisdictions table is wrong:',
          "  'eu.homeRegion' is 'eu', which is no AWS region; there is no default, name one such as 'eu-central-1'",
          "  'eu.terms.version' is missing; nobody can be registered without terms",
        ].join('\n'),
      }),
    );
  });
});

describe('the account of a cell', () => {
  it.each([
    { name: 'is the documentation account when the environment names none', environment: {}, account: '111111111111' },
    {
      name: 'is what the environment names',
      environment: { DOMICILE_ACCOUNT_EU: '000000000000' },
      account: '000000000000',
    },
  ])('$name', ({ environment, account }) => {
    expect(accountOf(eu, environment)).toBe(account);
  });

  it.each(['', '12345678901', '1234567890123', '12345678901x'])("refuses '%s'", (value) => {
    expect(() => accountOf(eu, { DOMICILE_ACCOUNT_EU: value })).toThrow(
      expect.objectContaining({
        code: 'MalformedAccount',
        message: `DOMICILE_ACCOUNT_EU is '${value}', but an AWS account id has twelve digits; correct or unset it`,
      }),
    );
  });
});
