import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { phoneCountryOf } from '../../lib/client/phone-country';
import { assignmentOf } from '../../lib/domain/residence';

describe('the country of a phone number', () => {
  it.each([
    ['of the Netherlands', '+31 6 12345678', 'NL'],
    ['of Singapore, without spaces', '+6591234567', 'SG'],
    ['of mainland China', '+86 138 1234 5678', 'CN'],
    ['of Hong Kong', '+852 5123 4567', 'HK'],
    ['of the United States', '+1 201 555 0123', 'US'],
    ['of Jersey, which shares +44', '+44 1534 712345', 'JE'],
    ['of Åland, which shares +358', '+358 18 123456', 'AX'],
    ['of Svalbard, which shares +47', '+47 79 12 34 56', 'SJ'],
    ['of Kosovo', '+383 43 201 234', 'XK'],
    ['of Ascension, which ISO counts to Saint Helena', '+247 62345', 'SH'],
    ['of Tristan da Cunha, which ISO counts to Saint Helena', '+290 8 1234', 'SH'],
    ['of one of two countries with the same home', '+262 639 123456', 'RE'],
    ['of no country', '+800 1234 5678', undefined],
    ['that is not international', '06 12345678', undefined],
    ['that is none', 'anna@example.org', undefined],
    ['that is empty', '', undefined],
  ])('%s', (_name, phone, country) => {
    expect(phoneCountryOf(phone)).toBe(country);
  });

  // The library's countries are not ours: a newer version may know one that no cell does.
  it.each(getCountries())('of %s is one that cells know', (country) => {
    const found = phoneCountryOf(getExampleNumber(country, examples)?.number ?? '');
    expect(assignmentOf(found ?? '').kind).not.toBe('unknown-country');
  });
});
