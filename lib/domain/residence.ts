import type { PhoneAnswer } from './api';
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

/**
 * The second signal. It decides nothing: the declared residence does, and where the two disagree the person is asked.
 *
 * They disagree when they lead to different homes. A German who kept a French number is not asked: no answer could change
 * anything.
 *
 * @param phoneCountry the country that the device made of the number, ISO 3166-1 alpha-2; the number itself is never sent
 */
export function phoneSignalOf(
  residence: string,
  phoneCountry: string | undefined,
): PhoneAnswer | { readonly signal: 'unknown-country' } {
  if (phoneCountry === undefined) return { signal: 'absent' };
  const phone = assignmentOf(phoneCountry);
  if (phone.kind === 'unknown-country') return { signal: 'unknown-country' };
  const declared = assignmentOf(residence);
  if (phone.kind === 'served-elsewhere') {
    if (declared.kind === 'served-elsewhere') return { signal: 'agrees' };
    return { signal: 'disagrees', belongsTo: phone, question: question(residence, phoneCountry) };
  }
  const { jurisdiction } = phone;
  if (declared.kind === 'jurisdiction' && declared.jurisdiction === jurisdiction) return { signal: 'agrees' };
  const jurisdictionName = JURISDICTIONS[jurisdiction].name;
  return {
    signal: 'disagrees',
    belongsTo: { kind: 'jurisdiction', jurisdiction, jurisdictionName },
    question: question(residence, phoneCountry),
  };
}

function question(residence: string, phoneCountry: string): string {
  return `you say that you live in ${residence}, and your phone is of ${phoneCountry}: is ${residence} where you live?`;
}

function isServedElsewhere(country: string): country is keyof typeof SERVED_ELSEWHERE {
  return Object.hasOwn(SERVED_ELSEWHERE, country);
}
