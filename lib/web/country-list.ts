import { COUNTRIES } from '../domain/countries';
import { WORDS } from './words';

/** Every country that can be chosen, by its name; the browser knows the names in its own languages. */
export function countryList(): { readonly code: string; readonly name: string }[] {
  return COUNTRIES.map((code) => ({ code, name: countryName(code) })).toSorted((one, other) =>
    one.name.localeCompare(other.name, WORDS.language),
  );
}

export function countryName(code: string): string {
  return new Intl.DisplayNames([WORDS.language], { type: 'region' }).of(code) ?? code;
}
