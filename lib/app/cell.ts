import type { HomeAnswer } from '../domain/api';
import { JURISDICTIONS, type Jurisdiction, type JurisdictionId } from '../domain/jurisdictions';

/** The jurisdiction that a function serves, and its entry in the table. */
export interface Cell {
  readonly jurisdiction: JurisdictionId;
  readonly entry: Jurisdiction;
}

export function cellOf(jurisdiction: JurisdictionId): Cell {
  return { jurisdiction, entry: JURISDICTIONS[jurisdiction] };
}

/** A cell as answers name it: always with where its region really is. */
export function homeOf({ jurisdiction, entry }: Cell): HomeAnswer {
  return {
    jurisdiction,
    jurisdictionName: entry.name,
    region: entry.homeRegion,
    location: entry.location,
    termsVersion: entry.terms.version,
  };
}
