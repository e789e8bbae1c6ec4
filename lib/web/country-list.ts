import { COUNTRIES } from '../domain/countries';

/** Every country that can be chosen, by its name; the browser knows the names in its own languages. */
export function countryList(language: string): { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code })).toSorted((one, other) =>
    one.name.localeCompare(other.name, language),
  );
}

/** A sentence of a home with the names of the countries that it calls by their codes. */
export function withCountryNames(text: string, language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return text.replaceAll(/\b[A-Z]{2}\b/g, (code) => names.of(code) ?? code);
}
