import { ConfigurationError } from '../domain/errors';
import { JURISDICTIONS, type JurisdictionId } from '../domain/jurisdictions';
import { PROBLEMS } from '../domain/problems';
import { assignmentOf } from '../domain/residence';
import { ProblemError } from './problem-error';

/** Where the API of a cell is reached. */
export interface CellAddress {
  readonly endpoint: string;
  /** Sent as the Host header: an emulator on loopback tells APIs apart by it. @default - the endpoint's own */
  readonly hostHeader?: string;
}

/** The cells that a device knows; no cell knows them. */
export type CellAddresses = Readonly<Partial<Record<JurisdictionId, CellAddress>>>;

/**
 * The jurisdiction of a country of residence, decided on the device: nobody is asked, and nothing is sent.
 *
 * @throws ProblemError `served_elsewhere` or `unknown_country`, as a cell would answer
 */
export function chooseCell(country: string): JurisdictionId {
  const assignment = assignmentOf(country);
  if (assignment.kind === 'jurisdiction') return assignment.jurisdiction;
  if (assignment.kind === 'served-elsewhere') {
    throw new ProblemError({ ...PROBLEMS.served_elsewhere, code: 'served_elsewhere', detail: assignment.reason });
  }
  const detail = 'use a code of ISO 3166-1 alpha-2, such as NL or SG';
  throw new ProblemError({ ...PROBLEMS.unknown_country, code: 'unknown_country', detail });
}

/** @throws ConfigurationError `NoSuchCell` */
export function addressOf(cells: CellAddresses, jurisdiction: JurisdictionId): CellAddress {
  const address = cells[jurisdiction];
  if (address === undefined) {
    const { name } = JURISDICTIONS[jurisdiction];
    throw new ConfigurationError(
      'NoSuchCell',
      `no endpoint is known for '${jurisdiction}' (${name}); add one to cells`,
    );
  }
  return address;
}
