import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { assignmentOf } from '../domain/residence';

/** Ascension and Tristan da Cunha have calling codes of their own and, in ISO 3166-1, the code of Saint Helena. */
const IN_ISO: Readonly<Record<string, string>> = { AC: 'SH', TA: 'SH' };

/**
 * The country of a phone number, decided on the device, which the number never leaves.
 *
 * It is undefined where the number says none: it is not international, is no number, belongs to no country (+800), or could be
 * of several countries whose people have different homes. A signal that is not there is better than a wrong one.
 *
 * @param phone in international form, such as `+31 6 12345678`
 */
export function phoneCountryOf(phone: string): string | undefined {
  const number = parsePhoneNumberFromString(phone);
  const possible = (number?.getPossibleCountries() ?? []).map((country) => IN_ISO[country] ?? country);
  const homes = new Set(possible.map((country) => JSON.stringify(assignmentOf(country))));
  return homes.size === 1 ? possible[0] : undefined;
}
