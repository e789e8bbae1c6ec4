import { getAlpha2Codes } from 'i18n-iso-countries';
import { assignmentOf, phoneSignalOf } from '../../lib/domain/residence';

const codes = (text: string) => text.trim().split(/\s+/);

/** Where everybody in the world belongs, written out a second time: a change of the tables has to be made here too. */
const BELONGS = {
  eu: codes(`
    AT AX BE BG CY CZ DE DK EE ES FI FR GF GP GR HR HU IE IS IT LI LT LU LV MF MQ MT NL NO PL PT RE RO
    SE SI SK YT
  `),
  'served-elsewhere': codes('CN'),
  international: codes(`
    AD AE AF AG AI AL AM AO AQ AR AS AU AW AZ BA BB BD BF BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CO CR CU CV CW CX DJ DM DO DZ EC EG EH ER ET FJ FK FM FO GA GB GD GE
    GG GH GI GL GM GN GQ GS GT GU GW GY HK HM HN HT ID IL IM IN IO IQ IR JE JM JO JP KE KG KH KI KM KN
    KP KR KW KY KZ LA LB LC LK LR LS LY MA MC MD ME MG MH MK ML MM MN MO MP MR MS MU MV MW MX MY MZ NA
    NC NE NF NG NI NP NR NU NZ OM PA PE PF PG PH PK PM PN PR PS PW PY QA RS RU RW SA SB SC SD SG SH SJ
    SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ
    VA VC VE VG VI VN VU WF WS XK YE ZA ZM ZW
  `),
};

describe('the assignment of a country of residence', () => {
  const everybody = Object.entries(BELONGS).flatMap(([belongs, countries]) =>
    countries.map((country) => ({ country, belongs })),
  );

  it('is tested for every code of ISO 3166-1, and for Kosovo, each once', () => {
    expect(everybody.map(({ country }) => country).toSorted()).toEqual(Object.keys(getAlpha2Codes()).toSorted());
  });

  it.each(everybody)('puts $country into $belongs', ({ country, belongs }) => {
    const assignment = assignmentOf(country);
    expect(assignment.kind === 'jurisdiction' ? assignment.jurisdiction : assignment.kind).toBe(belongs);
  });

  it.each([
    ['Åland, where Union law applies', 'AX', 'eu'],
    ['Réunion, an outermost region', 'RE', 'eu'],
    ['Saint Martin, an outermost region', 'MF', 'eu'],
    ['Saint Barthélemy, an overseas collectivity', 'BL', 'international'],
    ['New Caledonia, an overseas collectivity', 'NC', 'international'],
    ['Greenland, an overseas territory', 'GL', 'international'],
    ['the Faroes, to which the treaties do not apply', 'FO', 'international'],
    ['Svalbard, which is exempt from the EEA', 'SJ', 'international'],
    ['Hong Kong, which is not mainland China', 'HK', 'international'],
    ['Macao, which is not mainland China', 'MO', 'international'],
    ['Taiwan, which is not mainland China', 'TW', 'international'],
    ['the United Kingdom, one line to change', 'GB', 'international'],
    ['Switzerland, one line to change', 'CH', 'international'],
  ])('puts %s', (_name, country, jurisdiction) => {
    expect(assignmentOf(country)).toEqual({ kind: 'jurisdiction', jurisdiction });
  });

  it('refuses mainland China with its reason', () => {
    expect(assignmentOf('CN')).toEqual({
      kind: 'served-elsewhere',
      reason: 'people who live in mainland China are served by another service, operated there under its own terms',
    });
  });

  it.each(['', 'nl', 'EU', 'ZZ', 'constructor', '__proto__'])("knows no country '%s'", (country) => {
    expect(assignmentOf(country)).toEqual({ kind: 'unknown-country' });
  });
});

describe('the country of a phone beside the residence', () => {
  const CHINA = {
    kind: 'served-elsewhere',
    reason: 'people who live in mainland China are served by another service, operated there under its own terms',
  };
  const disagrees = (residence: string, phone: string, belongsTo: object) => ({
    signal: 'disagrees',
    belongsTo,
    question: `you say that you live in ${residence}, and your phone is of ${phone}: is ${residence} where you live?`,
  });
  const INTERNATIONAL = { kind: 'jurisdiction', jurisdiction: 'international', jurisdictionName: 'International' };
  const EU = {
    kind: 'jurisdiction',
    jurisdiction: 'eu',
    jurisdictionName: 'European Union and European Economic Area',
  };

  it.each([
    ['is absent', 'NL', undefined, { signal: 'absent' }],
    ['agrees when it is the same', 'NL', 'NL', { signal: 'agrees' }],
    ['agrees when it has the same home', 'DE', 'FR', { signal: 'agrees' }],
    ['agrees when both are served elsewhere', 'CN', 'CN', { signal: 'agrees' }],
    ['disagrees when it has another home', 'NL', 'SG', disagrees('NL', 'SG', INTERNATIONAL)],
    ['disagrees the other way round', 'SG', 'NL', disagrees('SG', 'NL', EU)],
    ['disagrees when it is served elsewhere', 'NL', 'CN', disagrees('NL', 'CN', CHINA)],
    ['disagrees when the residence is served elsewhere', 'CN', 'HK', disagrees('CN', 'HK', INTERNATIONAL)],
    ['disagrees across the Channel', 'FR', 'GB', disagrees('FR', 'GB', INTERNATIONAL)],
    ['is of no country', 'NL', 'ZZ', { signal: 'unknown-country' }],
  ])('%s', (_name, residence, phone, expected) => {
    expect(phoneSignalOf(residence, phone)).toEqual(expected);
  });
});
