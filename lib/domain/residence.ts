import { SERVED_ELSEWHERE } from './countries';
import { JURISDICTION_IDS, JURISDICTIONS, type JurisdictionId } from './jurisdictions';

/** Where people who live in a country belong: a jurisdiction, another service, or nowhere that we know. */
export type Assignment =
  | { readonly kind: 'jurisdiction'; readonly jurisdiction: JurisdictionId }
  | { readonly kind: 'served-elsewhere'; readonly reason: string }
  | { readonly kind: 'unknown-country' };

const JURISDICTION_OF: ReadonlyMap<string, JurisdictionId> = new Map(
  JURISDICTION_IDS.flatMap((id) => JURISDICTIONS[id].countries.map((country) => [country, id] as const)),
);

/**
 * The one rule of assignment, the same in every cell and on every device.
 *
 * @param country ISO 3166-1 alpha-2 code of the country of residence, upper case
 */
export function assignmentOf(country: string): Assignment {
  const jurisdiction = JURISDICTION_OF.get(country);
  if (jurisdiction !== undefined) return { kind: 'jurisdiction', jurisdiction };
  if (isServedElsewhere(country)) return { kind: 'served-elsewhere', reason: SERVED_ELSEWHERE[country] };
  return { kind: 'unknown-country' };
}

function isServedElsewhere(country: string): country is keyof typeof SERVED_ELSEWHERE {
  return Object.hasOwn(SERVED_ELSEWHERE, country);
}
