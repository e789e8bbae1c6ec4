import { assignmentOf } from '../domain/residence';
import type { ResidenceConfirmed } from './ports';

/**
 * How the answer of a person whose phone disagreed with their residence stands in the user pool: `SG 2026-11-24T12:00:00.000Z`.
 *
 * It is an attribute that cannot be changed, so that it is written with the account, rests with it, and is erased with it.
 */
export function residenceConfirmedText({ phoneCountry, at }: ResidenceConfirmed): string {
  return `${phoneCountry} ${at}`;
}

const FORM = /^([A-Z]{2}) (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/;

/** Whether a value has that form: whoever calls the user pool directly could write any text there. */
export function isResidenceConfirmedText(value: string): boolean {
  const [, phoneCountry] = FORM.exec(value) ?? [];
  return phoneCountry !== undefined && assignmentOf(phoneCountry).kind !== 'unknown-country';
}

/** What such a text says; undefined for any other. */
export function residenceConfirmedOf(value: string): ResidenceConfirmed | undefined {
  const [, phoneCountry, at] = FORM.exec(value) ?? [];
  return phoneCountry === undefined || at === undefined ? undefined : { phoneCountry, at };
}
