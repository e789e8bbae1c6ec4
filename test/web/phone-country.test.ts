import { getCountries, getExampleNumber, parsePhoneNumberFromString as parseWithAll } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { assignmentOf } from '../../lib/domain/residence';

type Parse = typeof parseWithAll;

const homeOf = (parse: Parse, number: string) => {
  const homes = new Set((parse(number)?.getPossibleCountries() ?? []).map((one) => JSON.stringify(assignmentOf(one))));
  return homes.size === 1 ? [...homes][0] : undefined;
};

describe('the smaller tables of phone numbers, which the page has', () => {
  const numbers = getCountries().flatMap((country) => getExampleNumber(country, examples)?.number ?? []);

  it('never lead to another home than the whole ones; at most they say nothing', () => {
    const different = numbers.filter((number) => {
      const small = homeOf(parsePhoneNumberFromString, number);
      return small !== undefined && small !== homeOf(parseWithAll, number);
    });
    expect(different).toEqual([]);
  });

  it('still tell most countries', () => {
    const told = numbers.filter((number) => homeOf(parsePhoneNumberFromString, number) !== undefined);
    expect(told.length / numbers.length).toBeGreaterThan(0.9);
  });
});
